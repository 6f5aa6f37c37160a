package examples_test

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// measureTerms gives "" if there is a security measure for each term.
func measureTerms(d *policy.Document, terms ...string) string {
	for _, term := range terms {
		if !slices.ContainsFunc(d.Measures, func(m policy.Measure) bool { return m.Term == term }) {
			return "no measure " + term
		}
	}
	return ""
}

func measureTexts(terms ...string) func(*policy.Document, locale.Tag) []string {
	return func(d *policy.Document, tag locale.Tag) []string {
		var words []string
		for i := range d.Measures {
			if slices.Contains(terms, d.Measures[i].Term) {
				words = append(words, d.Measures[i].Text.In(tag))
			}
		}
		return words
	}
}

// systemsAt gives "" if the systems are there, with a function, at the level.
func systemsAt(d *policy.Document, level policy.Level, ids ...string) string {
	for _, id := range ids {
		if s := d.System(id); s == nil || s.Level != level || s.Function.IsZero() {
			return "no system " + id + " at level " + string(level)
		}
	}
	return ""
}

func systemTexts(ids ...string) func(*policy.Document, locale.Tag) []string {
	return func(d *policy.Document, tag locale.Tag) []string {
		var words []string
		for _, id := range ids {
			words = append(words, texts(tag, d.System(id).Name, d.System(id).Function)...)
		}
		return words
	}
}

func accessOf(d *policy.Document, id string) *policy.Access {
	for i := range d.Access {
		if d.Access[i].ID == id {
			return &d.Access[i]
		}
	}
	return nil
}

func declarationOf(d *policy.Document, id string) *policy.Declaration {
	for i := range d.Declarations {
		if d.Declarations[i].ID == id {
			return &d.Declarations[i]
		}
	}
	return nil
}

func rightOf(d *policy.Document, right law.Right) *policy.Right {
	for i := range d.Rights {
		if d.Rights[i].Right == right {
			return &d.Rights[i]
		}
	}
	return nil
}

// cites looks for acts among the law that an activity rests on.
func cites(id string, acts ...law.ActID) func(*policy.Document) string {
	return func(d *policy.Document) string {
		a := d.Activity(id)
		for _, act := range acts {
			if a == nil || a.Basis == nil || !slices.ContainsFunc(a.Basis.Law, func(c policy.Citation) bool { return c.Act == act }) {
				return id + " does not cite " + string(act)
			}
		}
		return ""
	}
}

// disclosed looks for a disclosure: recipient, data, condition and law.
func disclosed(id string, modality policy.Modality, data []string, acts ...law.ActID) func(*policy.Document) string {
	return func(d *policy.Document) string {
		r := d.Recipient(id)
		if r == nil || r.Kind != policy.AuthorityRecipient || r.Modality != modality || !slices.Equal(r.Data, data) || r.Condition.IsZero() {
			return "the disclosure " + id + " is not as it should be"
		}
		for _, act := range acts {
			if !slices.ContainsFunc(r.Law, func(c policy.Citation) bool { return c.Act == act }) {
				return id + " does not cite " + string(act)
			}
		}
		return ""
	}
}

func shownDisclosure(id string) func(*policy.Document, locale.Tag) []string {
	return func(d *policy.Document, tag locale.Tag) []string {
		r := d.Recipient(id)
		words := append(texts(tag, r.Name, r.Purpose, r.Condition), shownData(r.Data...)(d, tag)...)
		for _, c := range r.Law {
			words = append(words, c.Section)
		}
		return slices.DeleteFunc(words, func(s string) bool { return s == "" })
	}
}
