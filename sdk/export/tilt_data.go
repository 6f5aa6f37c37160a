package export

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// tiltData tells of each kind of data in each activity: the language wants an
// entry for each task that the same data are used in.
func (v *view) tiltData(activities []*policy.Activity) []tiltData {
	list := []tiltData{}
	for _, a := range activities {
		for _, id := range a.Data {
			d := v.doc.Datum(id)
			if d == nil || d.Anonymous {
				continue
			}
			one := tiltData{
				ID: a.ID + "." + id, Category: v.in(d.Label), Purposes: v.tiltPurposes(a), Bases: v.tiltBases(a),
				Interests: v.tiltInterests(a), Recipients: v.tiltRecipients(a, id), Storage: v.tiltStorage(a, id), Refusal: v.tiltRefusal(a, d),
			}
			list = append(list, one)
		}
	}
	return list
}

func (v *view) tiltPurposes(a *policy.Activity) []tiltPurpose {
	list := []tiltPurpose{}
	for _, id := range a.Purposes {
		if p := v.doc.Purpose(id); p != nil {
			list = append(list, tiltPurpose{v.in(p.Title), v.in(p.Text)})
		}
	}
	return list
}

// tiltBases gives the legal basis, the exception for special categories, and the
// laws behind both.
func (v *view) tiltBases(a *policy.Activity) []tiltBasis {
	list := []tiltBasis{}
	w := cite.In(v.doc.Regime, v.lang)
	if b := cmp.Or(a.Basis, v.doc.DefaultBasis); b != nil {
		list = append(list, tiltBasis{reference(v.doc.Regime, b.Article), joined(w.Basis(b.Article), v.in(b.Text))})
		list = append(list, v.tiltLaws(b.Law)...)
	}
	if g := a.SpecialGround; g != nil {
		list = append(list, tiltBasis{reference(v.doc.Regime, g.Article), joined(w.Condition(g.Article), v.in(g.Text))})
		list = append(list, v.tiltLaws(g.Law)...)
	}
	return list
}

func (v *view) tiltLaws(laws []policy.Citation) []tiltBasis {
	var list []tiltBasis
	for i := range laws {
		c := &laws[i]
		list = append(list, tiltBasis{reference(c.Act, c.Section), sentences(v.cited(c), v.in(c.Note))})
	}
	return list
}

// cited writes a provision in words.
func (v *view) cited(c *policy.Citation) string { return cite.Provision(v.doc, c, v.lang) }

// reference writes a provision as the language does: the letters of the act in
// capitals, and what follows with hyphens: "GDPR-6-1-a".
func reference(act law.ActID, section string) string {
	name := string(act)
	if act == law.GDPR {
		name = "GDPR"
	}
	var letters strings.Builder
	for _, c := range strings.ToUpper(name) {
		if 'A' <= c && c <= 'Z' {
			letters.WriteRune(c)
		}
	}
	return strings.Join(append([]string{letters.String()}, tokens(section)...), "-")
}

// tokens gives the numbers and the letters a to z of a provision: "26 a kap. 4 §"
// is 26, a, kap and 4.
func tokens(section string) []string {
	var list []string
	last := 0
	for _, c := range strings.ToLower(section) {
		kind := 0
		switch {
		case '0' <= c && c <= '9':
			kind = 1
		case 'a' <= c && c <= 'z':
			kind = 2
		}
		if kind != 0 && kind == last {
			list[len(list)-1] += string(c)
		} else if kind != 0 {
			list = append(list, string(c))
		}
		last = kind
	}
	return list
}

// joined joins what is not empty.
func joined(parts ...string) string { return together(" ", parts) }

// sentences joins phrases that are no sentences.
func sentences(parts ...string) string { return together(": ", parts) }

func together(by string, parts []string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), by)
}

func (v *view) tiltInterests(a *policy.Activity) []tiltInterest {
	if b := cmp.Or(a.Basis, v.doc.DefaultBasis); b != nil && v.in(b.Interest) != "" {
		return []tiltInterest{{Exists: true, Reasoning: v.in(b.Interest)}}
	}
	return []tiltInterest{{}}
}

// tiltRecipients gives the recipients of a datum, and the processors.
func (v *view) tiltRecipients(a *policy.Activity, datum string) []tiltRecipient {
	list := []tiltRecipient{}
	activity := []*policy.Activity{a}
	for _, id := range v.recipients(activity, []string{datum}) {
		r := v.doc.Recipient(id)
		if r == nil {
			continue
		}
		one := tiltRecipient{Category: v.in(r.Name)}
		if p := v.doc.Party(r.Party); p != nil {
			one = v.tiltOther(p)
			one.Category = cmp.Or(v.in(r.Name), v.in(r.Purpose), one.Name)
		}
		list = append(list, one)
	}
	for _, one := range v.processors(activity, v.controllers(a)) {
		if p := v.doc.Party(one.Party); p != nil {
			r := v.tiltOther(p)
			r.Category = cmp.Or(v.in(one.Task), r.Name)
			list = append(list, r)
		}
	}
	return list
}

func (v *view) tiltOther(p *policy.Party) tiltRecipient {
	r := v.reach(p.ID)
	one := tiltRecipient{Name: v.in(p.Name), Address: postal(r.address), Country: tiltCountry(r.country)}
	if person := (tiltPerson{Email: r.email, Phone: phone(r.phone)}); person != (tiltPerson{}) {
		person.Name = r.contact
		one.Representative = &person
	}
	return one
}

// tiltStorage gives the retention rules of a datum: together if the longest one
// counts, else each by itself.
func (v *view) tiltStorage(a *policy.Activity, datum string) []tiltStorage {
	list := []tiltStorage{}
	for _, r := range v.rules([]*policy.Activity{a}, []string{datum}) {
		if len(list) == 0 || v.doc.RetentionCombination == policy.PerCopy {
			list = append(list, tiltStorage{Aggregation: "max"})
		}
		s := &list[len(list)-1]
		if r.Lasts == "" && !r.Period.IsZero() {
			s.Temporal = append(s.Temporal, tiltPeriod{v.said(r), inDays(r.Period).String()})
		} else {
			s.Conditions = append(s.Conditions, v.said(r))
		}
		for _, c := range r.Law {
			s.Laws = add(s.Laws, reference(c.Act, c.Section))
		}
	}
	return list
}

// inDays writes weeks as days: the language has no weeks.
func inDays(p date.Period) date.Period {
	p.Weeks, p.Days = 0, p.Days+7*p.Weeks
	return p
}

func (v *view) tiltRefusal(a *policy.Activity, d *policy.Datum) tiltRefusal {
	return tiltRefusal{
		Law: a.Necessity == policy.Statutory, Contract: a.Necessity == policy.Contractual,
		Obligation:   a.Necessity != "" && a.Necessity != policy.Voluntary && d.Provision == policy.Required,
		Consequences: v.in(a.Consequence),
	}
}
