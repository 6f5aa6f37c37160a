package rights

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// verdict says how far the right reaches in the activity at a place of the policy.
func (s *assessment) verdict(i int) Verdict {
	a := &s.doc.Activities[i]
	v := Verdict{Activity: a.ID, Index: i, Data: s.data(a)}
	basis := s.basis(a)
	if basis == nil {
		return s.judged(v, plain(NoBasis))
	}
	v.Basis, _ = law.BasisOf(s.doc.Regime, basis.Article)
	if v.Basis == "" && s.knowsLaw() {
		return s.judged(v, plain(NoBasis))
	}
	if r, ok := s.notInTheTable(); ok {
		return s.judged(v, r)
	}
	if s.lacksRight() {
		return s.refused(v, s.reason(NoSuchRight, ""))
	}
	with := *a
	with.Basis = basis
	v.Extent = reach(s.doc.Regime, s.req.Right, &with)
	if v.Extent == law.No {
		return s.refused(v, s.notOn(v.Basis))
	}
	return s.applies(v, &with)
}

// basis is the activity's legal basis, or that of all that have none of their own.
func (s *assessment) basis(a *policy.Activity) *policy.Basis {
	if a.Basis != nil {
		return a.Basis
	}
	return s.doc.DefaultBasis
}

// knowsLaw reports whether the tables tell the rights of the law.
func (s *assessment) knowsLaw() bool {
	switch s.doc.Regime {
	case law.GDPR, law.UKGDPR, law.EUDPR, law.PUL:
		return true
	}
	return false
}

// notInTheTable tells what the table of rights does not hold: of laws that it
// does not know, and of personuppgiftslagen all but three rights.
func (s *assessment) notInTheTable() (Reason, bool) {
	if !s.knowsLaw() {
		return s.reason(NotKnown, ""), true
	}
	if !s.isPUL() {
		return Reason{}, false
	}
	switch s.req.Right {
	case law.Information, law.Access, law.Rectification, law.Portability:
		return Reason{}, false
	case law.Erasure, law.Restriction: // 28 § has both beside the correction
		return s.reason(Blocked, "16"), true
	}
	return s.reason(NotKnown, ""), true
}

// lacksRight reports whether the law gives nobody the right.
func (s *assessment) lacksRight() bool {
	_, ok := s.req.Right.Article(s.doc.Regime)
	return !ok
}

func (s *assessment) judged(v Verdict, reasons ...Reason) Verdict {
	v.Outcome, v.Reasons = Judged, append(v.Reasons, reasons...)
	return v
}

func (s *assessment) granted(v Verdict, reasons ...Reason) Verdict {
	v.Outcome, v.Reasons = Granted, append(v.Reasons, reasons...)
	return v
}

func (s *assessment) refused(v Verdict, reasons ...Reason) Verdict {
	v.Outcome, v.Reasons, v.Data = Refused, append(v.Reasons, reasons...), nil
	return v
}

// notOn tells why the right does not apply to data that are used on the basis.
func (s *assessment) notOn(basis law.Basis) Reason {
	switch s.req.Right {
	case law.Portability:
		if basis == law.PublicTask {
			return s.reason(PortableTask, "20(3)")
		}
		return s.reason(NotPortable, "20(1)")
	case law.Objection:
		if basis == law.Consent {
			return s.reason(WithdrawInstead, "7(3)")
		}
		if _, ok := law.LegitimateInterests.Article(s.doc.Regime); !ok {
			return s.reason(ObjectTask, "21(1)")
		}
		return s.reason(ObjectOnly, "21(1)")
	case law.ObjectionMarketing:
		return s.reason(NotMarketing, "21(2)")
	case law.WithdrawConsent:
		return s.reason(NoConsent, "7(3)")
	}
	return s.reason(NoSuchRight, "")
}

// applies tells what follows where the right applies.
func (s *assessment) applies(v Verdict, a *policy.Activity) Verdict {
	switch s.req.Right {
	case law.Rectification:
		return s.judged(v, s.reason(IfWrong, "16"))
	case law.Erasure:
		return s.erasure(v, a)
	case law.Restriction:
		return s.judged(v, s.reason(OneOfFour, "18(1)"))
	case law.Portability:
		return s.portability(v, a)
	case law.Objection:
		if s.req.Facts.Claims {
			return s.refused(v, s.reason(LegalClaims, "21(1)"))
		}
		return s.judged(v, s.reason(Outweigh, "21(1)"))
	case law.ObjectionMarketing:
		if !isMarketing(s.doc, a) {
			return s.refused(v, s.reason(NotMarketing, "21(2)"))
		}
		return s.granted(v, s.reason(StopAtOnce, "21(3)"))
	case law.AutomatedDecision:
		return s.automated(v, a)
	case law.WithdrawConsent:
		return s.granted(v, s.reason(Withdraw, "7(3)"))
	case law.Complaint:
		return s.granted(v)
	}
	return s.granted(v, s.reason(Applies, s.article()))
}

// portability opens what the person provided (Article 20(1)). What was noted
// while a service was used counts as provided, what was worked out does not
// (WP242 rev.01). A task in the public interest stands against it (20(3)), so that
// explicit consent on top of one leaves it to people.
func (s *assessment) portability(v Verdict, a *policy.Activity) Verdict {
	v.Data = slices.DeleteFunc(v.Data, func(id string) bool { return !isProvided(s.doc.Datum(id)) })
	if len(v.Data) == 0 {
		return s.refused(v, s.reason(NotFromYou, "20(1)"))
	}
	if v.Basis == law.PublicTask {
		return s.judged(v, s.reason(Provided, "20(1)"), s.reason(PortableTask, "20(3)"))
	}
	return s.granted(v, s.reason(Provided, "20(1)"))
}

// isExplicit reports whether explicit consent stands on top of the basis (Article 9(2)(a)).
func (s *assessment) isExplicit(a *policy.Activity) bool {
	if a.SpecialGround == nil {
		return false
	}
	c, ok := law.ConditionOf(s.doc.Regime, a.SpecialGround.Article)
	return ok && c.Letter == "a"
}

// isProvided reports whether the person gives the datum. One without a source
// comes from the form.
func isProvided(d *policy.Datum) bool {
	if len(d.Sources) == 0 {
		return d.WrittenBy.IsZero()
	}
	return slices.ContainsFunc(d.Sources, func(s policy.Source) bool {
		return s.Kind == policy.FromSubject || s.Kind == policy.FromObserving
	})
}

// automated tells of decisions by machine alone (Article 22).
func (s *assessment) automated(v Verdict, a *policy.Activity) Verdict {
	if a.Profiling == nil || !a.Profiling.Decides {
		return s.refused(v, s.reason(NoDecision, "22(1)"))
	}
	switch {
	case v.Basis == law.Consent, v.Basis == law.Contract, s.isExplicit(a):
		return s.granted(v, s.reason(Human, "22(3)"))
	case v.Basis == law.LegalObligation, v.Basis == law.PublicTask:
		return s.judged(v, s.reason(ByLaw, "22(2)(b)"))
	}
	return s.granted(v, s.reason(Forbidden, "22(1)"))
}
