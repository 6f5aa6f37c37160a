package rights

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// contents lists what the answer must contain. Personuppgiftslagen is history,
// and its contents are not in the tables.
func (s *assessment) contents(a *Answer) []Reason {
	if s.isPUL() || !s.knowsLaw() {
		return nil
	}
	var list []Reason
	if a.Outcome != Refused {
		list = s.items()
	}
	if a.Refuses() {
		list = append(list, s.reason(ItemWhy, "12(4)"), s.reason(ItemComplaint, "12(4)"))
	}
	return list
}

// items lists what an answer contains that grants something.
func (s *assessment) items() []Reason {
	switch s.req.Right {
	case law.Information:
		return []Reason{s.reason(ItemNotice, "13(1)")}
	case law.Access:
		return s.accessItems()
	case law.Rectification:
		return []Reason{s.done(), s.reason(ItemStatement, "16"), s.reason(ItemTold, "19")}
	case law.Erasure:
		list := []Reason{s.done(), s.reason(ItemTold, "19")}
		if s.isShown() {
			list = append(list, s.reason(ItemPublic, "17(2)"))
		}
		return list
	case law.Restriction:
		return []Reason{s.done(), s.reason(ItemStored, "18(2)"), s.reason(ItemLifting, "18(3)"), s.reason(ItemTold, "19")}
	case law.Notification:
		return []Reason{s.reason(ItemTold, "19")}
	case law.Portability:
		return []Reason{s.reason(ItemFormat, "20(1)"), s.reason(ItemSend, "20(2)")}
	case law.Objection, law.ObjectionMarketing, law.AutomatedDecision:
		return []Reason{s.done()}
	}
	return nil
}

// done is what every answer tells (Article 12(3)).
func (s *assessment) done() Reason { return s.reason(ItemDone, "12(3)") }

// accessItems lists Article 15(1) to (3), with those that only some data call for.
func (s *assessment) accessItems() []Reason {
	list := []Reason{
		s.reason(ItemPurposes, "15(1)(a)"), s.reason(ItemData, "15(1)(b)"), s.reason(ItemRecipients, "15(1)(c)"),
		s.reason(ItemPeriod, "15(1)(d)"), s.reason(ItemRights, "15(1)(e)"), s.reason(ItemComplaint, "15(1)(f)"),
	}
	if s.any(s.fromOthers) {
		list = append(list, s.reason(ItemSource, "15(1)(g)"))
	}
	if s.any(func(a *policy.Activity) bool { return a.Profiling != nil && a.Profiling.Decides }) {
		list = append(list, s.reason(ItemDecisions, "15(1)(h)"))
	}
	if s.any(s.transfers) {
		list = append(list, s.reason(ItemTransfers, "15(2)"))
	}
	return append(list, s.reason(ItemCopy, "15(3)"))
}

// any reports whether the test holds for an activity of the request.
func (s *assessment) any(test func(*policy.Activity) bool) bool {
	return slices.ContainsFunc(s.doc.Activities, func(a policy.Activity) bool { return s.concerns(&a) && test(&a) })
}

// fromOthers reports whether data of the activity do not come from the person.
func (s *assessment) fromOthers(a *policy.Activity) bool {
	return slices.ContainsFunc(s.data(a), func(id string) bool {
		return slices.ContainsFunc(s.doc.Datum(id).Sources, func(src policy.Source) bool { return src.Kind != policy.FromSubject })
	})
}

// transfers reports whether data of the activity leave the EEA.
func (s *assessment) transfers(a *policy.Activity) bool {
	return slices.ContainsFunc(a.Recipients, func(id string) bool {
		r := s.recipient(id)
		return r != nil && r.Transfer != nil
	}) || slices.ContainsFunc(a.Processors, func(id string) bool {
		p := s.doc.Processor(id)
		return p != nil && p.Transfer != nil
	})
}

func (s *assessment) recipient(id string) *policy.Recipient {
	for i := range s.doc.Recipients {
		if r := &s.doc.Recipients[i]; r.ID == id {
			return r
		}
	}
	return nil
}

// isShown reports whether data of the request were made public (Article 17(2)).
func (s *assessment) isShown() bool {
	return s.any(func(a *policy.Activity) bool {
		data := s.data(a)
		return slices.ContainsFunc(s.doc.Visibility, func(v policy.Visibility) bool {
			wide := v.Audience == policy.Public || v.Audience == policy.PublicIndexed
			return wide && slices.ContainsFunc(v.Data, func(id string) bool { return slices.Contains(data, id) })
		}) || slices.ContainsFunc(a.Recipients, func(id string) bool {
			r := s.recipient(id)
			return r != nil && r.Kind == policy.PublicRecipient && !r.Anonymous
		})
	})
}

// limits lists what the answer must leave out or mind.
func (s *assessment) limits(a *Answer) []Reason {
	var list []Reason
	if s.opens() && s.knowsLaw() && !s.isPUL() && a.Outcome != Refused {
		list = append(list, s.reason(Others, s.othersArticle()))
		if !s.isOwn() {
			list = append(list, s.reason(Protected, s.othersArticle()))
		}
	}
	if s.req.Right == law.Access && s.doc.Regime == law.GDPR {
		list = append(list, s.national()...)
	}
	return list
}

// national lists what the law of the country says on access: exceptions under
// Article 23, and the right to read public documents, which is another.
func (s *assessment) national() []Reason {
	var list []Reason
	if laws := provisions(s.doc.Jurisdiction, law.MatterAccessLimits, s.req.Received); len(laws) > 0 {
		code := National
		if s.anyPublic() {
			code = Secrecy
		}
		r := s.reason(code, "23")
		r.Law = laws
		list = append(list, r)
	}
	if laws := provisions(s.doc.Jurisdiction, law.MatterPublicAccess, s.req.Received); len(laws) > 0 && s.anyPublic() {
		r := plain(PublicDocuments)
		r.Law = laws
		list = append(list, r)
	}
	return list
}

// recourse tells where the person can turn (Articles 12(4), 77 and 79).
func (s *assessment) recourse() []Reason {
	var list []Reason
	if a, ok := s.authority(); ok {
		name := policy.Text{locale.Any: a.Name}
		for _, n := range a.Names {
			name[locale.Tag(n.Lang)] = n.Text
		}
		r := plain(Complain, Arg{Name: "authority", Text: name})
		if number, known := law.Article(s.doc.Regime, "77"); known {
			r.Regime, r.Provision = s.doc.Regime, number
		}
		list = append(list, r)
	}
	if number, ok := law.Article(s.doc.Regime, "79"); ok {
		list = append(list, Reason{Code: Court, Regime: s.doc.Regime, Provision: number})
	}
	return list
}

// authority is the supervisory authority on the day of the assessment: whoever
// complains does so after the answer.
func (s *assessment) authority() (law.Authority, bool) {
	if s.doc.Authority != "" {
		for a := range law.Authorities() {
			if a.Code == s.doc.Authority && a.InForce(s.at) {
				return a, true
			}
		}
	}
	return law.AuthorityFor(s.doc.Jurisdiction, s.doc.Regime, s.at)
}
