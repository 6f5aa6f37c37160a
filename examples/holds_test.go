package examples_test

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// unless gives what is missing unless ok.
func unless(ok bool, missing string) string {
	if ok {
		return ""
	}
	return "missing: " + missing
}

// both gives the first complaint of several looks at a policy.
func both(looks ...func(*policy.Document) string) func(*policy.Document) string {
	return func(d *policy.Document) string {
		for _, look := range looks {
			if missing := look(d); missing != "" {
				return missing
			}
		}
		return ""
	}
}

// root climbs from a party to the one that is part of no other.
func root(d *policy.Document, id string) string {
	for range len(d.Parties) {
		p := d.Party(id)
		if p == nil || p.PartOf == "" {
			break
		}
		id = p.PartOf
	}
	return id
}

// hasPurpose looks for a purpose with its term that an activity serves.
func hasPurpose(id, term string) func(*policy.Document) string {
	return func(d *policy.Document) string {
		p := d.Purpose(id)
		if p == nil || p.Term != term {
			return unless(false, "the purpose "+id+" as "+term)
		}
		served := slices.ContainsFunc(d.Activities, func(a policy.Activity) bool { return slices.Contains(a.Purposes, id) })
		return unless(served, "an activity for "+id)
	}
}

// restsOn looks for an activity with a legal basis.
func restsOn(id, article string) func(*policy.Document) string {
	return func(d *policy.Document) string {
		a := d.Activity(id)
		return unless(a != nil && a.Basis != nil && a.Basis.Article == article, id+" on "+article)
	}
}

// hasContact looks for a contact of a kind with an e-mail address.
func hasContact(id string, kind policy.ContactKind) func(*policy.Document) string {
	return func(d *policy.Document) string {
		c := d.Contact(id)
		return unless(c != nil && c.Kind == kind && c.Email != "", "the contact "+id)
	}
}

// denials gives the texts of the declarations that deny something of a datum;
// of everything, if no datum is named.
func denials(d *policy.Document, denial policy.Denial, datum string) []policy.Text {
	var list []policy.Text
	for _, decl := range d.Declarations {
		if decl.Denies == denial && (datum == "" && len(decl.Data) == 0 || slices.Contains(decl.Data, datum)) {
			list = append(list, decl.Text)
		}
	}
	return list
}

// The functions below give what a notice must say of things with these ids. A
// thing that is not there gives an empty text, which no notice says.

func shownParties(ids ...string) func(*policy.Document, locale.Tag) []string {
	return shownTexts(ids, func(d *policy.Document, id string) []policy.Text {
		p := d.Party(id)
		if p == nil {
			return nil
		}
		return []policy.Text{p.Name}
	})
}

func shownSubjects(ids ...string) func(*policy.Document, locale.Tag) []string {
	return shownTexts(ids, func(d *policy.Document, id string) []policy.Text {
		s := d.Subject(id)
		if s == nil {
			return nil
		}
		return []policy.Text{s.Label}
	})
}

func shownPurposes(ids ...string) func(*policy.Document, locale.Tag) []string {
	return shownTexts(ids, func(d *policy.Document, id string) []policy.Text {
		p := d.Purpose(id)
		if p == nil {
			return nil
		}
		return []policy.Text{p.Text}
	})
}

func shownData(ids ...string) func(*policy.Document, locale.Tag) []string {
	return shownTexts(ids, func(d *policy.Document, id string) []policy.Text {
		datum := d.Datum(id)
		if datum == nil {
			return nil
		}
		return []policy.Text{datum.Label}
	})
}

func shownBasis(ids ...string) func(*policy.Document, locale.Tag) []string {
	return shownTexts(ids, func(d *policy.Document, id string) []policy.Text {
		a := d.Activity(id)
		if a == nil || a.Basis == nil {
			return nil
		}
		return []policy.Text{a.Basis.Text}
	})
}

func shownConsent(ids ...string) func(*policy.Document, locale.Tag) []string {
	return shownTexts(ids, func(d *policy.Document, id string) []policy.Text {
		c := d.Consent(id)
		if c == nil {
			return nil
		}
		return []policy.Text{c.Text}
	})
}

func shownTrigger(ids ...string) func(*policy.Document, locale.Tag) []string {
	return shownTexts(ids, func(d *policy.Document, id string) []policy.Text {
		r := d.RetentionRule(id)
		if r == nil {
			return nil
		}
		return []policy.Text{r.TriggerText}
	})
}

func shownContacts(ids ...string) func(*policy.Document, locale.Tag) []string {
	return shownTexts(ids, func(d *policy.Document, id string) []policy.Text {
		c := d.Contact(id)
		if c == nil {
			return nil
		}
		list := []policy.Text{c.Name}
		if c.Email != "" {
			list = append(list, policy.Text{locale.Any: c.Email})
		}
		return list
	})
}

// shownTexts gives the texts of several things in the language of the notice.
func shownTexts(ids []string, of func(*policy.Document, string) []policy.Text) func(*policy.Document, locale.Tag) []string {
	return func(d *policy.Document, tag locale.Tag) []string {
		var words []string
		for _, id := range ids {
			list := of(d, id)
			if len(list) == 0 {
				list = []policy.Text{nil}
			}
			words = append(words, texts(tag, list...)...)
		}
		return words
	}
}
