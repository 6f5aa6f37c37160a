package export

import (
	"fmt"
	"iter"
	"slices"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	words "github.com/lagrum/lagrum/sdk/text"
)

// A view is a policy in one language, on one day, and what it was found to lack.
type view struct {
	doc   *policy.Document
	lang  *words.Language
	at    date.Date // the day on which law is looked up
	lacks []string
}

// newView gives the policy in the language; an empty one stands for the
// policy's first. The zero day stands for that from which the policy applies.
func newView(doc *policy.Document, tag locale.Tag, at date.Date) (*view, error) {
	if tag == "" && len(doc.Languages) > 0 {
		tag = doc.Languages[0]
	}
	lang := words.In(tag)
	if lang == nil || !slices.Contains(doc.Languages, tag) {
		return nil, fmt.Errorf("export: the policy is not in the language %q; it is in %q", tag, doc.Languages)
	}
	if at.IsZero() {
		at = doc.EffectiveFrom
	}
	return &view{doc: doc, lang: lang, at: at}, nil
}

// viewOf gives the policy as whoever answered the question read it. The policy
// must be that of the question, in its version: any other says something else.
func viewOf(doc *policy.Document, q *consent.Question) (*view, error) {
	if doc.ID != q.Policy || doc.Version != q.Version {
		return nil, fmt.Errorf("export: the record is of policy %q, version %q; this is %q, version %q", q.Policy, q.Version, doc.ID, doc.Version)
	}
	return newView(doc, q.Language, date.Date{})
}

func (v *view) in(t policy.Text) string { return t.In(v.lang.Tag) }

// restingOn gives the activities that rest on the consent.
func (v *view) restingOn(consent string) []*policy.Activity {
	var list []*policy.Activity
	for i := range v.doc.Activities {
		if a := &v.doc.Activities[i]; slices.Contains(a.Consents, consent) {
			list = append(list, a)
		}
	}
	return list
}

// wholes goes through the party and those that it is a part of.
func (v *view) wholes(id string) iter.Seq[*policy.Party] {
	return func(yield func(*policy.Party) bool) {
		for range len(v.doc.Parties) { // no further, should they go round in a circle
			p := v.doc.Party(id)
			if p == nil || !yield(p) {
				return
			}
			id = p.PartOf
		}
	}
}

// isWithin reports whether a party is the other, or a part of it.
func (v *view) isWithin(id, whole string) bool {
	for p := range v.wholes(id) {
		if p.ID == whole {
			return true
		}
	}
	return false
}

// authority gives the supervisory authority to which complaints go.
func (v *view) authority() (law.Authority, bool) {
	if v.doc.Authority == "" {
		return law.AuthorityFor(v.doc.Jurisdiction, v.doc.Regime, v.at)
	}
	for a := range law.Authorities() {
		if a.Code == v.doc.Authority && a.InForce(v.at) {
			return a, true
		}
	}
	return law.Authority{}, false
}

// shared reports whether two lists of ids have something in common. An empty
// list stands for everything.
func shared(a, b []string) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(id string) bool { return slices.Contains(b, id) })
}

// add appends what is not there yet.
func add[T comparable](list []T, more ...T) []T {
	for _, one := range more {
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}
