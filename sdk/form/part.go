package form

import "slices"

// First gives the form without the fields that need a yes: without script,
// they come on a page of their own once the yes has been stored, so that
// nothing sensitive is sent together with the consent. It is the form itself if
// no field needs a yes.
func (d *Definition) First() *Definition {
	return d.part(func(f *Field) bool { return len(f.NeedsYes) == 0 })
}

// Second gives the form of the fields whose consents the submission has all
// answered with yes, and nil if there are none: then the first part was all.
func (d *Definition) Second(first *Submission) *Definition {
	second := d.part(func(f *Field) bool {
		return len(f.NeedsYes) > 0 && !slices.ContainsFunc(f.NeedsYes, func(name string) bool { return first.Text(name) != Yes })
	})
	for i := range second.Fields {
		second.Fields[i].NeedsYes = nil // it has been given
		if c := second.Fields[i].If; c != nil && first.meets(c) {
			second.Fields[i].If = nil
		}
	}
	if len(second.Fields) == 0 {
		return nil
	}
	return second
}

// meets reports whether a condition on the first part holds.
func (s *Submission) meets(c *Condition) bool {
	if len(c.Is) == 0 {
		return s.Has(c.Field)
	}
	return slices.ContainsFunc(s.Texts(c.Field), func(value string) bool { return slices.Contains(c.Is, value) })
}

// part gives the form with some of its fields.
func (d *Definition) part(keep func(*Field) bool) *Definition {
	if !slices.ContainsFunc(d.Fields, func(f Field) bool { return !keep(&f) }) {
		return d
	}
	part := *d
	part.Fields = nil
	for i := range d.Fields {
		if keep(&d.Fields[i]) {
			part.Fields = append(part.Fields, d.Fields[i])
		}
	}
	part.link()
	return &part
}
