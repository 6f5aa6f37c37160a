package lint

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var retentionConflict = Rule{
	Code: "retention-conflict", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(e)", Source: gdprText, Verified: true},
		{GDPR: "13(2)(a)", Source: gdprText, Verified: true},
	},
	Title:   "Data must go before they may",
	Message: `by retention rule "{rule}" the same data must go before "{other}" lets them: change a period, or say which data each is for`,
	Explanation: `A law may say that data are kept at least so long, and storage limitation that
they go at the latest then. If the least is longer than the most, both cannot be
kept, and whatever is done breaks one of them. Only rules of one activity that run
from the same event are compared. If several copies of the data each follow their
own rule, say so under retentionCombination.`,
	Avoid: `retention:
  - {id: law, trigger: course-end, period: P5Y, limit: at-least}
  - {id: limit, trigger: course-end, period: P1Y, limit: at-most}
activities:
  - id: certificates
    retention: [law, limit]`,
	Prefer: `retention:
  - {id: law, trigger: course-end, period: P5Y, limit: at-least}
  - {id: limit, trigger: course-end, period: P6Y, limit: at-most}
activities:
  - id: certificates
    retention: [law, limit]`,
	check: func(p *pass) {
		if p.doc.RetentionCombination == policy.PerCopy {
			return
		}
		told := map[[2]int]bool{}
		for i := range p.doc.Activities {
			for _, pair := range p.clashes(i) {
				if !told[pair] {
					told[pair] = true
					p.report(entry("retention", pair[0], "period"), p.ruleArg(pair[0]), arg("other", p.ruleArg(pair[1]).Value))
				}
			}
		}
	},
}

// A span is what rules may be compared within: one event, and the data of
// which both speak. No data means all of the activity.
type span struct {
	trigger policy.Trigger
	align   policy.Alignment
	datum   string
}

// An edge is the strictest end that rules set in a span: its day, counted from
// a fixed one, and the rule.
type edge struct {
	end  date.Date
	rule int
	set  bool
}

// Edges are the latest day until which data must stay, and the earliest on
// which they must go.
type edges struct{ stay, leave edge }

// clashes gives the pairs of rules of the activity of which the first makes
// data go before the second lets them. What it takes is the length of the
// rules that the activity names.
func (p *pass) clashes(i int) [][2]int {
	rules := p.doc.Activities[i].Retention
	if len(rules) < 2 {
		return nil
	}
	all := map[span]*edges{}  // rules for all data, by event
	some := map[span]*edges{} // rules for some data, by event and datum
	either := map[span]*edges{}
	for _, id := range rules {
		n, ok := p.number("retention", id)
		if !ok || !runsAlike(&p.doc.Retention[n]) {
			continue
		}
		r := &p.doc.Retention[n]
		at := span{trigger: r.Trigger, align: r.Align}
		p.set(either, at, n)
		if len(r.Data) == 0 {
			p.set(all, at, n)
		}
		for _, datum := range r.Data {
			p.set(some, span{r.Trigger, r.Align, datum}, n)
		}
	}
	var pairs [][2]int
	clash := func(leave, stay edge) {
		if leave.set && stay.set && leave.end.Before(stay.end) {
			pairs = append(pairs, [2]int{leave.rule, stay.rule})
		}
	}
	for _, id := range rules { // in the order of the policy, as maps have none
		n, ok := p.number("retention", id)
		if !ok || !runsAlike(&p.doc.Retention[n]) {
			continue
		}
		r := &p.doc.Retention[n]
		at := span{trigger: r.Trigger, align: r.Align}
		if whole := all[at]; whole != nil {
			clash(whole.leave, either[at].stay)
			clash(either[at].leave, whole.stay)
		}
		for _, datum := range r.Data {
			part := some[span{r.Trigger, r.Align, datum}]
			clash(part.leave, part.stay)
		}
	}
	return pairs
}

// set notes what the rule with the number makes of a span.
func (p *pass) set(spans map[span]*edges, at span, n int) {
	e := spans[at]
	if e == nil {
		e = &edges{}
		spans[at] = e
	}
	r := &p.doc.Retention[n]
	end := edge{endOf(r), n, true}
	// If the longest of several rules decides, one that says neither least nor most gives way.
	exact := r.Limit != policy.AtLeast && r.Limit != policy.AtMost && p.doc.RetentionCombination == ""
	if (exact || r.Limit == policy.AtLeast) && (!e.stay.set || e.stay.end.Before(end.end)) {
		e.stay = end
	}
	must := r.Modality != policy.May && removes(lastAction(r))
	if must && (exact || r.Limit == policy.AtMost) && (!e.leave.set || end.end.Before(e.leave.end)) {
		e.leave = end
	}
}

// runsAlike reports whether the rule runs from an event that is the same for
// other rules, and for everybody.
func runsAlike(r *policy.Retention) bool {
	return r.Lasts == "" && r.Trigger != "" && r.Trigger != policy.OtherTrigger && r.Only.IsZero() && !r.OnRequest
}

// endOf gives the day on which the rule ends if its event is on the first day
// of a leap year: periods can be compared only from a day.
func endOf(r *policy.Retention) date.Date {
	end := date.Date{Year: 2024, Month: 1, Day: 1}.Add(r.Period)
	for i := range r.Stages {
		end = end.Add(r.Stages[i].After)
	}
	return end
}

// lastAction gives what happens in the end.
func lastAction(r *policy.Retention) policy.Action {
	if n := len(r.Stages); n > 0 {
		return r.Stages[n-1].Action
	}
	return r.Action
}

// removes reports whether an action takes the data away from the controller.
func removes(a policy.Action) bool {
	switch a {
	case "", policy.Erase, policy.Anonymise, policy.Archive:
		return true
	}
	return false
}
