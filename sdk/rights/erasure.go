package rights

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// erasure tells which data go and which stay (Article 17).
func (s *assessment) erasure(v Verdict, a *policy.Activity) Verdict {
	if s.req.Facts.Claims {
		return s.stays(v, v.Data, s.reason(LegalClaims, "17(3)(e)"))
	}
	if r, ok := s.archive(a); ok {
		return s.stays(v, v.Data, r)
	}
	kept, laws := s.mustKeep(a, v.Data)
	if len(kept) > 0 && len(kept) == len(v.Data) {
		r := s.reason(MustKeep, "17(3)(b)")
		r.Law = laws
		return s.stays(v, kept, r)
	}
	v = s.eraseOn(v, a)
	if len(kept) > 0 {
		r := s.reason(MustKeepSome, "17(3)(b)", Arg{Name: "data", Text: s.labels(kept)})
		r.Law = laws
		return s.stays(v, kept, r)
	}
	return v
}

// stays takes data out of what goes. Where nothing is left the request is refused.
func (s *assessment) stays(v Verdict, kept []string, r Reason) Verdict {
	v.Stays = kept
	v.Data = slices.DeleteFunc(slices.Clone(v.Data), func(id string) bool { return slices.Contains(kept, id) })
	v.Reasons = append(v.Reasons, r)
	switch {
	case len(v.Data) == 0:
		v.Outcome = Refused
	case v.Outcome == Granted:
		v.Outcome = Partly
	}
	return v
}

// eraseOn tells when data go that nothing holds back, by the basis.
func (s *assessment) eraseOn(v Verdict, a *policy.Activity) Verdict {
	if s.fromChild(a) {
		v.Reasons = append(v.Reasons, s.reason(AsChild, "17(1)(f)"))
	}
	if v.Basis == law.Consent || s.isExplicit(a) {
		v.Reasons = append(v.Reasons, s.reason(OnWithdrawal, "17(1)(b)"))
	}
	switch v.Basis {
	case law.Consent:
		return s.granted(v)
	case law.LegalObligation:
		return s.judged(v, s.reason(DutyLasts, "17(3)(b)"))
	case law.PublicTask:
		return s.judged(v, s.reason(TaskNeeds, "17(3)(b)"))
	case law.LegitimateInterests:
		return s.judged(v, s.reason(ObjectFirst, "17(1)(c)"))
	}
	return s.judged(v, s.reason(NotNeeded, "17(1)(a)"))
}

// fromChild reports whether a consent of the activity is asked by an online
// service for children (Article 8(1)).
func (s *assessment) fromChild(a *policy.Activity) bool {
	return slices.ContainsFunc(a.Consents, func(id string) bool {
		c := s.doc.Consent(id)
		return c != nil && c.OfferedToChildren
	})
}

// archive tells that the data are in public records of a Nordic authority, and
// that no rule of the activity names the decision that lets them be destroyed.
func (s *assessment) archive(a *policy.Activity) (Reason, bool) {
	switch s.doc.Jurisdiction {
	case "SE", "DK", "NO", "FI", "IS":
	default:
		return Reason{}, false
	}
	if !s.isPublic(a) || s.mayDispose(a) {
		return Reason{}, false
	}
	r := s.reason(Archive, "17(3)(b)")
	if laws := provisions(s.doc.Jurisdiction, law.MatterArchive, s.req.Received); len(laws) > 0 {
		r.Law = laws[:1] // what follows is for state authorities, and the policy does not say which they are
	}
	return r, true
}

// mayDispose reports whether a rule of the activity rests on a disposal decision.
func (s *assessment) mayDispose(a *policy.Activity) bool {
	return slices.ContainsFunc(a.Retention, func(id string) bool {
		rule := s.doc.RetentionRule(id)
		return rule != nil && rule.DisposalDecision != ""
	})
}

// mustKeep lists the data that a statute requires to be kept, and its provisions.
// A rule that sets a longest time is no duty, and neither is a contract.
func (s *assessment) mustKeep(a *policy.Activity, data []string) (kept []string, laws []Citation) {
	for _, id := range a.Retention {
		rule := s.doc.RetentionRule(id)
		if rule == nil || rule.Limit == policy.AtMost {
			continue
		}
		statutes := s.statutes(rule)
		if len(statutes) == 0 {
			continue
		}
		held := false
		for _, datum := range data {
			if len(rule.Data) == 0 || slices.Contains(rule.Data, datum) {
				held = true
				if !slices.Contains(kept, datum) {
					kept = append(kept, datum)
				}
			}
		}
		if held {
			laws = append(laws, statutes...)
		}
	}
	return kept, laws
}

// statutes lists what a rule rests on, but for contracts and decisions.
func (s *assessment) statutes(rule *policy.Retention) []Citation {
	var list []Citation
	for i := range rule.Law {
		c := &rule.Law[i]
		if own := s.doc.Act(c.Act); own != nil && own.Contract {
			continue
		}
		if c.Act != s.doc.Regime { // Article 5(1)(e) limits, it does not demand
			list = append(list, onCitation(s.doc, c))
		}
	}
	return list
}

// labels names data in each language that has a name for all of them.
func (s *assessment) labels(ids []string) policy.Text {
	t := policy.Text{}
	for _, tag := range text.Languages {
		var names []string
		for _, id := range ids {
			if name := s.doc.Datum(id).Label.In(tag); name != "" {
				names = append(names, name)
			}
		}
		if len(names) == len(ids) {
			t[tag] = text.In(tag).Rules.List(names)
		}
	}
	delete(t, locale.Any)
	return t
}
