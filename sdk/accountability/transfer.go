package accountability

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A Transfer is one way by which personal data leave the EEA: one that the policy
// states, or one that follows from where somebody is and that it does not state.
type Transfer struct {
	Path       diag.Path        // who gets the data: an entry of recipients, processors, systems or technologies
	Recipient  string           // the id of the recipient; empty for the other lists
	Processor  string           // the id of the processor; empty for the other lists
	Party      string           // the id of the party that gets the data; may be empty
	Country    string           // where to (ISO 3166-1)
	Stated     *policy.Transfer // what the policy states; nil if it states nothing
	Activities []int            // the indexes of the activities that it belongs to
	Data       []string         // the ids of the data; empty for all of the activities
	Adequate   bool             // whether a decision on adequacy for the country is in force on the day
	Decision   law.Adequacy     // that decision
}

// Transfers lists what leaves the EEA, in the order of the policy: recipients,
// processors, systems, technologies. Law is looked up on the day; the zero day
// asks for law without an end.
func Transfers(doc *policy.Document, at date.Date) []Transfer {
	x := &leaving{doc: doc, at: at}
	for i := range doc.Recipients {
		x.recipient(i)
	}
	for i := range doc.Processors {
		x.processor(i)
	}
	for i := range doc.Systems {
		x.system(i)
	}
	for i := range doc.Technologies {
		x.technology(i)
	}
	return x.list
}

type leaving struct {
	doc  *policy.Document
	at   date.Date
	list []Transfer
}

// abroad reports whether a country is known and outside the EEA. The code EU
// stands for the Union.
func (x *leaving) abroad(country string) bool { return country != "" && !law.InEEA(country, x.at) }

// add completes a transfer and keeps it.
func (x *leaving) add(t Transfer) {
	t.Decision, t.Adequate = law.AdequacyOf(t.Country, x.at)
	x.list = append(x.list, t)
}

func (x *leaving) countryOf(party string) string {
	seen := 0
	for p := x.doc.Party(party); p != nil && seen <= len(x.doc.Parties); p = x.doc.Party(p.PartOf) {
		if p.Country != "" {
			return p.Country
		}
		seen++
	}
	return ""
}

// users lists the activities that are so.
func (x *leaving) users(so func(*policy.Activity) bool) []int {
	var list []int
	for i := range x.doc.Activities {
		if so(&x.doc.Activities[i]) {
			list = append(list, i)
		}
	}
	return list
}

func (x *leaving) recipient(i int) {
	r := &x.doc.Recipients[i]
	if r.Anonymous {
		return
	}
	t := Transfer{Path: place("recipients", i), Recipient: r.ID, Party: r.Party, Data: r.Data, Stated: r.Transfer, Country: x.countryOf(r.Party)}
	t.Activities = x.users(func(a *policy.Activity) bool { return slices.Contains(a.Recipients, r.ID) })
	switch {
	case r.Transfer != nil:
		t.Country = r.Transfer.Country
		x.add(t)
	case x.abroad(t.Country) && !x.states(r.Party):
		x.add(t)
	}
}

// states reports whether some transfer to the party is stated.
func (x *leaving) states(party string) bool {
	return party != "" &&
		(slices.ContainsFunc(x.doc.Recipients, func(r policy.Recipient) bool { return r.Party == party && r.Transfer != nil }) ||
			slices.ContainsFunc(x.doc.Processors, func(p policy.Processor) bool { return p.Party == party && p.Transfer != nil }))
}

func (x *leaving) processor(i int) {
	p := &x.doc.Processors[i]
	countries := p.Countries
	if len(countries) == 0 {
		countries = []string{x.countryOf(p.Party)}
	}
	t := Transfer{Path: place("processors", i), Processor: p.ID, Party: p.Party}
	t.Activities = x.users(func(a *policy.Activity) bool { return slices.Contains(processorsOf(x.doc, a), p.ID) })
	stated := ""
	if p.Transfer != nil {
		t.Stated, t.Country = p.Transfer, p.Transfer.Country
		stated = t.Country
		x.add(t)
	}
	t.Stated = nil
	for _, t.Country = range countries {
		if t.Country != stated && x.abroad(t.Country) {
			x.add(t)
		}
	}
}

// system looks at where a system keeps its data, unless its supplier or processor
// tells more.
func (x *leaving) system(i int) {
	s := &x.doc.Systems[i]
	behind := x.doc.Processor(s.Processor)
	if s.NoPersonalData || x.states(s.Supplier) || behind != nil && (behind.Transfer != nil || len(behind.Countries) > 0) {
		return
	}
	countries := s.StoredIn
	if len(countries) == 0 && behind == nil {
		countries = []string{x.countryOf(s.Supplier)}
	}
	t := Transfer{Path: place("systems", i), Party: s.Supplier, Data: s.Data}
	t.Activities = x.users(func(a *policy.Activity) bool { return slices.Contains(a.Systems, s.ID) })
	for _, t.Country = range countries {
		if x.abroad(t.Country) {
			x.add(t)
		}
	}
}

func (x *leaving) technology(i int) {
	k := &x.doc.Technologies[i]
	country := x.countryOf(k.Provider)
	if k.NoPersonalData || !x.abroad(country) || x.states(k.Provider) {
		return
	}
	t := Transfer{Path: place("technologies", i), Party: k.Provider, Data: k.Data, Country: country}
	t.Activities = x.users(func(a *policy.Activity) bool {
		return slices.ContainsFunc(a.Data, func(id string) bool { return slices.Contains(k.Data, id) })
	})
	x.add(t)
}
