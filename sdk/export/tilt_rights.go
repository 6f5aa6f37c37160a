package export

import (
	"cmp"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

// tiltRights tells of the rights. The language has two objects for portability and
// one for both rectification and erasure.
func (v *view) tiltRights(t *tilt, activities []*policy.Activity) {
	granted := map[law.Right]tiltRight{}
	for _, g := range rights.Of(v.doc) {
		if v.covers(g, activities) {
			granted[g.Right] = v.tiltRight(g)
		}
	}
	t.Access, t.Withdrawal = granted[law.Access], granted[law.WithdrawConsent]
	t.Portability, t.Moving = granted[law.Portability], granted[law.Portability]
	t.Correction = granted[law.Rectification]
	if e := granted[law.Erasure]; e.Available {
		t.Correction = tiltRight{
			Available: true, Description: joined(t.Correction.Description, e.Description),
			URL: cmp.Or(t.Correction.URL, e.URL), Email: cmp.Or(t.Correction.Email, e.Email),
		}
	}
	t.Complaint = v.tiltComplaint(granted[law.Complaint])
}

func (v *view) tiltRight(g rights.Grant) tiltRight {
	r := tiltRight{Available: true}
	if g.Own != nil {
		r.Description = joined(v.in(g.Own.How), v.in(g.Own.Limits))
		if c := v.doc.Contact(g.Own.Contact); c != nil {
			r.Email, r.URL = c.Email, c.Web
		}
	}
	r.Description = cmp.Or(r.Description, cite.In(v.doc.Regime, v.lang).Article(g.Article))
	return r
}

func (v *view) tiltComplaint(r tiltRight) tiltComplaint {
	a, ok := v.authority()
	if !ok {
		return tiltComplaint{tiltRight: tiltRight{Description: r.Description}}
	}
	r.Email, r.URL = a.Email, a.URL
	return tiltComplaint{r, &tiltAuthority{Name: a.NameIn(string(v.lang.Tag)), Country: tiltCountry(a.Code), Email: a.Email}}
}

// tiltAutomated tells of profiles and automated decisions together, as the
// language does.
func (v *view) tiltAutomated(activities []*policy.Activity) tiltAutomated {
	var t tiltAutomated
	for _, a := range activities {
		if p := a.Profiling; p != nil {
			t.InUse = true
			t.Logic, t.Effect = joined(t.Logic, v.in(p.Logic)), joined(t.Effect, v.in(p.Effect), v.in(p.OptOut))
		}
	}
	v.lackIf(t.InUse && t.Logic == "", "no activity says by which logic it profiles")
	v.lackIf(t.InUse && t.Effect == "", "no activity says what its profiling means for people")
	return t
}

// tiltSources tells of data that somebody else gives (GDPR Article 14).
func (v *view) tiltSources(activities []*policy.Activity) []tiltOrigin {
	list := []tiltOrigin{}
	var seen []string
	for _, a := range activities {
		seen = add(seen, a.Data...)
	}
	for _, id := range seen {
		d := v.doc.Datum(id)
		if d == nil {
			continue
		}
		one := tiltOrigin{ID: id, Category: v.in(d.Label)}
		for i := range d.Sources {
			if s := &d.Sources[i]; s.Kind == policy.FromThirdParty {
				one.Sources = append(one.Sources, v.tiltSource(s))
			}
		}
		if len(one.Sources) > 0 {
			list = append(list, one)
		}
	}
	return list
}

func (v *view) tiltSource(s *policy.Source) tiltSource {
	one := tiltSource{Description: v.in(s.Text), Public: s.Public}
	if p := v.doc.Party(s.Party); p != nil {
		one.Description, one.URL = sentences(v.in(p.Name), one.Description), cmp.Or(p.Web, p.Notice)
	}
	return one
}

// tiltTransfers tells of transfers out of the EEA, one for each country and
// mechanism.
func (v *view) tiltTransfers(activities []*policy.Activity) []tiltTransfer {
	var transfers []*policy.Transfer
	for _, a := range activities {
		for _, p := range v.processors([]*policy.Activity{a}, v.controllers(a)) {
			transfers = append(transfers, p.Transfer)
		}
	}
	for _, id := range v.recipients(activities, nil) {
		if r := v.doc.Recipient(id); r != nil {
			transfers = append(transfers, r.Transfer)
		}
	}
	var list []tiltTransfer
	for _, t := range transfers {
		if t != nil && isCountry(t.Country) {
			list = add(list, v.tiltTransfer(t))
		}
	}
	if list == nil {
		return []tiltTransfer{}
	}
	return list
}

func (v *view) tiltTransfer(t *policy.Transfer) tiltTransfer {
	one := tiltTransfer{Country: t.Country}
	words := joined(t.Decision, v.in(t.Copy))
	switch t.Mechanism {
	case policy.Adequacy:
		one.Adequacy = tiltGround{true, words}
	case policy.SCC:
		one.Clauses = tiltGround{true, cmp.Or(words, v.lang.Data.SCC)}
		one.Guarantees = one.Clauses
	case policy.BCR:
		one.Guarantees = tiltGround{true, cmp.Or(words, v.lang.Data.BCR)}
	case policy.ConductCode:
		one.Guarantees = tiltGround{true, cmp.Or(words, v.lang.Data.ConductCode)}
	case policy.Certification:
		one.Guarantees = tiltGround{true, cmp.Or(words, v.lang.Data.Certification)}
	case policy.AdHoc:
		one.Guarantees = tiltGround{true, cmp.Or(words, v.lang.Data.AdHoc)}
	}
	if one.Adequacy.Available && words == "" {
		one.Adequacy.Description = v.lang.Data.AdequacyAny
	}
	return one
}
