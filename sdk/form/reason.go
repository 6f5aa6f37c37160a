package form

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// reason tells why a datum is asked for: from the activities of the form that
// use it, or from all that do where the form names none.
func (x *deriver) reason(f *policy.Field, datum *policy.Datum) Reason {
	r := x.reasonOf(func(a *policy.Activity) bool { return slices.Contains(a.Data, datum.ID) }, datum.ID, datum.Special != "" || len(datum.Reveals) > 0)
	if !f.Required {
		r.Without = nil
	}
	r.Instead = x.in(f.Alternative)
	return r
}

// consentReason tells why a consent is asked for: its own purposes, and how long
// what it allows is kept.
func (x *deriver) consentReason(c *policy.Consent) Reason {
	r := x.reasonOf(func(a *policy.Activity) bool { return slices.Contains(a.Consents, c.ID) }, "", false)
	if len(c.Purposes) > 0 {
		r.Purposes = x.purposes(nil, c.Purposes)
	}
	r.Basis, r.Without = nil, nil
	return r
}

// reasonOf adds up what the activities say. The datum is that whose retention
// counts, sensitive whether the ground for special categories is told.
func (x *deriver) reasonOf(uses func(*policy.Activity) bool, datum string, sensitive bool) Reason {
	var r Reason
	for i := range x.doc.Activities {
		a := &x.doc.Activities[i]
		if !uses(a) || !x.feeds(a) {
			continue
		}
		r.Purposes = x.purposes(r.Purposes, a.Purposes)
		if basis := cmpOr(a.Basis, x.doc.DefaultBasis); basis != nil {
			r.Basis = add(r.Basis, x.cite.Basis(basis.Article))
		}
		if sensitive && a.SpecialGround != nil {
			r.Basis = add(r.Basis, x.cite.Condition(a.SpecialGround.Article))
			for k := range a.SpecialGround.Law {
				r.Basis = add(r.Basis, x.provision(&a.SpecialGround.Law[k]))
			}
		}
		r.Kept = x.kept(r.Kept, a, datum)
		if a.Necessity != policy.Voluntary { // what follows a no to that has nothing to do with this field
			r.Without = add(r.Without, x.in(a.Consequence))
		}
	}
	return r
}

func cmpOr(a, b *policy.Basis) *policy.Basis {
	if a != nil {
		return a
	}
	return b
}

// purposes adds what the purposes say, or else their titles.
func (x *deriver) purposes(list []string, ids []string) []string {
	for _, id := range ids {
		if p := x.doc.Purpose(id); p != nil {
			words := x.in(p.Text)
			if words == "" {
				words = x.in(p.Title)
			}
			list = add(list, words)
		}
	}
	return list
}

// kept adds the retention rules of the activity that reach the datum.
func (x *deriver) kept(list []string, a *policy.Activity, datum string) []string {
	for _, id := range a.Retention {
		rule := x.doc.RetentionRule(id)
		if rule == nil || datum != "" && len(rule.Data) > 0 && !slices.Contains(rule.Data, datum) {
			continue
		}
		w := retention.Words(rule, x.lang)
		parts := []string{w.Keep, w.Then}
		for _, step := range w.Steps {
			parts = append(parts, step.When, step.What)
		}
		list = add(list, strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " "))
	}
	return list
}

// provision names a national provision as it stands in its act.
func (x *deriver) provision(c *policy.Citation) string {
	title := string(c.Act)
	if own := x.doc.Act(c.Act); own != nil {
		title = x.in(own.Title)
	} else if act, ok := law.Find(c.Act); ok {
		title = act.Title
	}
	if c.Section == "" {
		return title
	}
	return strings.NewReplacer("{act}", title, "{section}", c.Section).Replace(x.lang.Law.Section)
}

// add appends what is not empty and not there yet.
func add(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
