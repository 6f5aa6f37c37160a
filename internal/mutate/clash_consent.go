package mutate

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// restOn reports whether the predicate holds for an activity that names the consent.
func (l look) restOn(c *policy.Consent, is func(*policy.Activity) bool) bool {
	return l.anyUser(func(a *policy.Activity) bool { return slices.Contains(a.Consents, c.ID) && is(a) })
}

func otherPurpose(l look) bool {
	c := in[policy.Consent](l)
	return slices.ContainsFunc(c.Purposes, func(id string) bool {
		return !l.restOn(c, func(a *policy.Activity) bool { return slices.Contains(a.Purposes, id) })
	})
}

func otherData(l look) bool {
	c := in[policy.Consent](l)
	return slices.ContainsFunc(c.Data, func(id string) bool {
		return !l.restOn(c, func(a *policy.Activity) bool { return slices.Contains(a.Data, id) })
	})
}

func weakConsent(l look) bool {
	c := in[policy.Consent](l)
	return l.restOn(c, func(a *policy.Activity) bool {
		if a.SpecialGround != nil && c.Kind != policy.ExplicitConsent {
			if x, ok := law.ConditionOf(l.doc.Regime, a.SpecialGround.Article); ok && x.Letter == "a" {
				return true
			}
		}
		return l.basis(a.Basis) == law.Consent && (c.Kind == policy.SecrecyWaiver || c.Kind == policy.DeviceStorage)
	})
}

func noAct(l look) bool {
	return slices.ContainsFunc(in[policy.Consent](l).GivenBy, func(a policy.ConsentAct) bool {
		return a == policy.ByTyping || a == policy.ByRegistering || a == policy.ByBrowsing
	})
}

func childAlone(l look) bool {
	c := in[policy.Consent](l)
	return !c.ByGuardian && l.restOn(c, func(a *policy.Activity) bool {
		return slices.ContainsFunc(a.Subjects, func(id string) bool {
			s := l.doc.Subject(id)
			return s != nil && s.Child && s.ActsThrough == policy.Guardian
		})
	})
}

func forever(l look) bool {
	r := in[policy.Retention](l)
	return r.Lasts == policy.Forever && len(r.Law) == 0 && r.Action != policy.Anonymise
}

// ended reports whether a rule ends the data with a law or a later stage.
func ended(r *policy.Retention) bool {
	return slices.ContainsFunc(r.Stages, func(s policy.Stage) bool {
		return s.Action == policy.Erase || s.Action == policy.Anonymise || s.Action == policy.Archive
	})
}

func noEnd(l look) bool {
	r := in[policy.Retention](l)
	return (r.Limit == policy.AtLeast || r.Modality == policy.May) && !ended(r)
}

func stays(l look) bool {
	r := in[policy.Retention](l)
	switch r.Action {
	case policy.Hide, policy.Warn, policy.Deactivate:
		return !ended(r)
	}
	return false
}

func wrongRight(l look) bool {
	r := in[policy.Right](l)
	same := 0
	for i := range l.doc.Rights {
		if l.doc.Rights[i].Right == r.Right {
			same++
		}
	}
	given := l.anyUser(func(a *policy.Activity) bool {
		e, ok := law.Applies(l.doc.Regime, r.Right, l.basis(a.Basis))
		return !ok || e.Extent != law.No
	})
	return same > 1 || !given
}

func notAsked(l look) bool {
	t := in[policy.Technology](l)
	return !t.Necessary && t.Consent == "" && t.Kind != policy.Log
}

func technologyHolds(l look) bool {
	t := in[policy.Technology](l)
	return t.NoPersonalData && l.personal(t.Data)
}

func (l look) personal(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		d := l.doc.Datum(id)
		return d != nil && !d.Anonymous
	})
}

func systemHolds(l look) bool {
	s := in[policy.System](l)
	return s.NoPersonalData && (l.personal(s.Data) || l.anyUser(func(a *policy.Activity) bool { return slices.Contains(a.Systems, s.ID) }))
}

func notAnonymous(l look) bool {
	d := in[policy.Datum](l)
	return d.Anonymous && (d.NationalNumber != "" || d.Special != "")
}

func undecided(l look) bool {
	p := in[policy.Profiling](l)
	return p.Decides && (len(p.Logic) == 0 || len(p.Effect) == 0 || len(p.OptOut) == 0)
}

func authorityInterest(l look) bool {
	return in[policy.Party](l).PublicAuthority && l.anyUser(func(a *policy.Activity) bool {
		return l.basis(a.Basis) == law.LegitimateInterests && l.authority(a)
	})
}

func shownToAll(l look) bool {
	v := in[policy.Visibility](l)
	return (v.Audience == policy.Public || v.Audience == policy.PublicIndexed) && slices.ContainsFunc(v.Data, func(id string) bool {
		d := l.doc.Datum(id)
		return d != nil && (d.Special != "" || d.NationalNumber != "")
	})
}

func backward(l look) bool {
	s := in[policy.Scope](l)
	return !s.From.IsZero() && !s.To.IsZero() && s.To.Before(s.From)
}
