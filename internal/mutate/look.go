package mutate

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A look is at a policy with a defect in it. What it tells is worked out here
// from the model and the tables of law, and never from the linter.
type look struct {
	doc *policy.Document
	m   *Mutant
}

// controls reports whether a party is controller of an activity.
func (l look) controls(id string) bool {
	return slices.ContainsFunc(l.doc.Activities, func(a policy.Activity) bool { return slices.Contains(l.controllers(&a), id) })
}

// controllers are those of an activity, also where the scope decides.
func (l look) controllers(a *policy.Activity) []string {
	list := slices.Clone(a.Controllers)
	for i := range l.doc.Scopes {
		if s := &l.doc.Scopes[i]; a.ControllerPer != "" && s.Kind == a.ControllerPer {
			list = append(list, s.Controllers...)
		}
	}
	return list
}

// receives reports whether a party is a recipient or a processor.
func (l look) receives(id string) bool {
	return slices.ContainsFunc(l.doc.Recipients, func(r policy.Recipient) bool { return r.Party == id }) || l.processes(id)
}

func (l look) processes(id string) bool {
	return slices.ContainsFunc(l.doc.Processors, func(p policy.Processor) bool { return p.Party == id })
}

// reachable reports whether people can turn to a party, or to what it is part of.
func (l look) reachable(id string) bool {
	for range len(l.doc.Parties) {
		p := l.doc.Party(id)
		if p == nil {
			return false
		}
		if p.Email != "" || p.Phone != "" || p.Address != nil || p.Web != "" {
			return true
		}
		for i := range l.doc.Contacts {
			if c := &l.doc.Contacts[i]; c.Party == id && c.Kind != policy.DPOContact && reaches(c) {
				return true
			}
		}
		id = p.PartOf
	}
	return false
}

func reaches(c *policy.Contact) bool {
	return c.Email != "" || c.Phone != "" || c.Web != "" || c.Address != nil || len(c.FoundIn) > 0
}

// isOfficer reports whether a contact is somebody's data protection officer.
func (l look) isOfficer(id string) bool {
	return slices.ContainsFunc(l.doc.Parties, func(p policy.Party) bool { return p.DPO == id && l.controls(p.ID) })
}

// basis is that of an activity, or none.
func (l look) basis(b *policy.Basis) law.Basis {
	if b == nil {
		return ""
	}
	basis, _ := law.BasisOf(l.doc.Regime, b.Article)
	return basis
}

// user finds the activity that holds a basis or a condition.
func (l look) user(part any) *policy.Activity {
	for i := range l.doc.Activities {
		a := &l.doc.Activities[i]
		if any(a) == part || any(a.Basis) == part || any(a.SpecialGround) == part || any(a.Profiling) == part || any(a.Joint) == part {
			return a
		}
	}
	return nil
}

// anyUser reports whether the predicate holds for an activity.
func (l look) anyUser(is func(*policy.Activity) bool) bool {
	for i := range l.doc.Activities {
		if is(&l.doc.Activities[i]) {
			return true
		}
	}
	return false
}

// abroad reports whether a country lies outside the EEA.
func (l look) abroad(country string) bool {
	return country != "" && country != "EU" && !law.InEEA(country, l.doc.EffectiveFrom)
}

// sensitive reports whether an activity has data of a special category.
func (l look) sensitive(a *policy.Activity) bool {
	return slices.ContainsFunc(a.Data, func(id string) bool {
		d := l.doc.Datum(id)
		return d != nil && d.Special != "" && d.Special != law.Criminal
	})
}

// fromPerson reports whether an activity has data that the person gives.
func (l look) fromPerson(a *policy.Activity) bool {
	return slices.ContainsFunc(a.Data, func(id string) bool {
		d := l.doc.Datum(id)
		return d != nil && d.Provision != policy.Observed && (len(d.Sources) == 0 ||
			slices.ContainsFunc(d.Sources, func(s policy.Source) bool { return s.Kind == policy.FromSubject || s.Kind == "" }))
	})
}

// spent tells whether an act that is cited is not in force on the day.
func (l look) spent(id law.ActID) bool {
	at := l.doc.EffectiveFrom
	if own := l.doc.Act(id); own != nil {
		return !own.From.IsZero() && at.Before(own.From) || !own.To.IsZero() && at.After(own.To)
	}
	act, ok := law.Find(id)
	return ok && !act.InForce(at)
}

// orphans lists what a notice must tell of and no part of the policy names:
// described, and attached to nothing.
func orphans(doc *policy.Document) map[string]bool {
	orphan := map[string]bool{}
	tied := []string{"purpose", "datum", "recipient", "processor", "retention", "consent"}
	doc.Walk(policy.Visitor{Define: func(_ diag.Path, kind, id string) {
		if slices.Contains(tied, kind) {
			orphan[kind+" "+id] = true
		}
	}})
	doc.Walk(policy.Visitor{Reference: func(_ diag.Path, kind, id string) { delete(orphan, kind+" "+id) }})
	return orphan
}
