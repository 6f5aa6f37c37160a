package form

import "slices"

// First gives the form without the fields that need a yes: without script,
// they come on a page of their own once the yes has been stored, so that
// nothing sensitive is sent together with the consent. It is the form itself if
// no field needs a yes.
func (d *Definition) First() *Definition {
	for i := range d.Fields {
		if len(d.Fields[i].NeedsYes) > 0 {
			return d.part(func(f *Field) bool { return len(f.NeedsYes) == 0 })
		}
	}
	return d
}

// Second gives the form of the fields whose consents the submission has all
// answered with yes, and that are asked for after its other answers. It is nil
// if there are none: then the first part was all.
func (d *Definition) Second(first *Submission) *Definition {
	var keep []string
	for i := range d.Fields {
		f := &d.Fields[i]
		if len(f.NeedsYes) > 0 && all(f.NeedsYes, func(name string) bool { return first.Text(name) == Yes }) {
			keep = append(keep, f.Name)
		}
	}
	may := func(c *Condition) bool { return c == nil || slices.Contains(keep, c.Field) || first.meets(c) }
	for before := -1; before != len(keep); { // what depends on a field that goes, goes too
		before = len(keep)
		keep = slices.DeleteFunc(slices.Clone(keep), func(name string) bool {
			f := d.Field(name)
			g := d.group(f.Group)
			return !may(f.If) || g != nil && !may(g.If)
		})
	}
	return d.SecondOf(keep)
}

// SecondOf gives the second part again by the names of its fields, for a host
// that keeps nothing from one part to the next: it may give the names to the
// page, signed, and get them back. Names of other fields are skipped.
func (d *Definition) SecondOf(names []string) *Definition {
	// Their yes has been given, and conditions on the first part have been met.
	second := d.part(func(f *Field) bool { return len(f.NeedsYes) > 0 && slices.Contains(names, f.Name) })
	if len(second.Fields) == 0 {
		return nil
	}
	second.Intro = "" // it stood above the first part
	for i := range second.Fields {
		f := &second.Fields[i]
		f.NeedsYes = nil
		f.If = d.remains(f.If)
	}
	for i := range second.Groups {
		second.Groups[i].If = d.remains(second.Groups[i].If)
	}
	return second
}

// remains gives the condition if it is on a field that the first part did not
// have.
func (d *Definition) remains(c *Condition) *Condition {
	if c != nil {
		if f := d.Field(c.Field); f != nil && len(f.NeedsYes) == 0 {
			return nil
		}
	}
	return c
}

func all(names []string, holds func(string) bool) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !holds(name) })
}

// meets reports whether a condition on the first part holds.
func (s *Submission) meets(c *Condition) bool {
	if len(c.Is) == 0 {
		return s.Has(c.Field)
	}
	return slices.ContainsFunc(s.Texts(c.Field), func(value string) bool { return slices.Contains(c.Is, value) })
}

// part gives the form with some of its fields. What it shares with the whole
// form, it does not change.
func (d *Definition) part(keep func(*Field) bool) *Definition {
	part := new(Definition) // and no copy of the whole, which TinyGo makes text by text
	part.Policy, part.Version, part.Form, part.Language = d.Policy, d.Version, d.Form, d.Language
	part.Title, part.Intro, part.Submit, part.Received = d.Title, d.Intro, d.Submit, d.Received
	part.Groups, part.Transient, part.Lexicon = slices.Clone(d.Groups), d.Transient, d.Lexicon
	copy(part.words[:], d.words[:])
	for i := range d.Fields {
		if keep(&d.Fields[i]) {
			part.Fields = append(part.Fields, d.Fields[i:i+1]...) // in one piece, see above
		}
	}
	part.link()
	for i := range part.Fields {
		at, _ := d.names.find(part.Fields[i].Name)
		part.plans[i].screen = d.plans[at].screen
	}
	return part
}
