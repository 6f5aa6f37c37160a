package retention

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Rules are the retention rules of a policy, made ready for many records. They
// refer to the document, which must not change. They may be used by several
// goroutines at once.
type Rules struct {
	doc    *policy.Document
	tracks []track
}

// A track is one rule on some data of an activity: data that the same rules are on.
type track struct {
	activity  *policy.Activity // nil for a rule that no activity names
	rule      *policy.Retention
	data      []string // empty for all of the activity
	steps     []step
	removes   bool  // whether some step takes the data away
	undecided bool  // a public body has no decision that lets it dispose of the data
	others    []use // every rule on the same data, its own too
	owner     string
}

// A step is one of a rule's own action and its stages.
type step struct {
	action policy.Action
	after  date.Period // since the step before
}

// A use is a rule in an activity, and what it sets there.
type use struct {
	rule     *policy.Retention
	activity *policy.Activity
	least    bool // a minimum
	most     bool // a maximum
	soft     bool // a minimum only because the longest rule decides
}

// Compile makes the rules of a document ready.
func Compile(doc *policy.Document) *Rules {
	r := &Rules{doc: doc}
	used := map[string]bool{}
	for i := range doc.Activities {
		a := &doc.Activities[i]
		for _, id := range a.Retention {
			if rule := doc.RetentionRule(id); rule != nil {
				used[id] = true
				r.add(rule, a)
			}
		}
	}
	for i := range doc.Retention {
		if rule := &doc.Retention[i]; !used[rule.ID] {
			r.add(rule, nil)
		}
	}
	return r
}

// add adds the tracks of a rule in an activity: one for each group of data that
// the same rules are on.
func (r *Rules) add(rule *policy.Retention, a *policy.Activity) {
	data, all := r.reached(rule, a)
	if len(data) == 0 && !all {
		return
	}
	var groups []track
	for _, datum := range data {
		others := r.uses(rule, a, datum)
		i := slices.IndexFunc(groups, func(t track) bool { return slices.Equal(t.others, others) })
		if i < 0 {
			groups, i = append(groups, r.track(rule, a, others)), len(groups)
		}
		groups[i].data = append(groups[i].data, datum)
	}
	if len(data) == 0 {
		groups = append(groups, r.track(rule, a, r.uses(rule, a, "")))
	}
	r.tracks = append(r.tracks, groups...)
}

// reached gives the personal data that a rule reaches in an activity, and whether
// it reaches what the activity does not name. Data that identify nobody and data
// that are never kept are under no rule.
func (r *Rules) reached(rule *policy.Retention, a *policy.Activity) (data []string, all bool) {
	named := rule.Data
	if a != nil && len(a.Data) > 0 {
		named = a.Data
	}
	for _, id := range named {
		d := r.doc.Datum(id)
		if d != nil && (d.Anonymous || d.Transient != nil) || len(rule.Data) > 0 && !slices.Contains(rule.Data, id) {
			continue
		}
		data = append(data, id)
	}
	return data, len(named) == 0
}

// uses gives every rule on the datum in the activity of the rule or, where the
// longest decides, in any. No datum means all.
func (r *Rules) uses(rule *policy.Retention, a *policy.Activity, datum string) []use {
	if a == nil {
		return []use{r.use(rule, nil)}
	}
	var list []use
	for i := range r.doc.Activities {
		b := &r.doc.Activities[i]
		across := r.doc.RetentionCombination == policy.LongestWins && datum != "" && slices.Contains(b.Data, datum)
		if b != a && !across {
			continue
		}
		for _, id := range b.Retention {
			other := r.doc.RetentionRule(id)
			if other != nil && (len(other.Data) == 0 || slices.Contains(other.Data, datum)) {
				list = append(list, r.use(other, b))
			}
		}
	}
	return list
}

// use tells whether a rule sets a minimum and whether it sets a maximum; see doc.go.
func (r *Rules) use(rule *policy.Retention, a *policy.Activity) use {
	u := use{rule: rule, activity: a}
	must := rule.Modality != policy.May && rule.Lasts != policy.Forever
	longest := r.doc.RetentionCombination == policy.LongestWins && !asked(rule)
	switch {
	case rule.Limit == policy.AtLeast:
		u.least = true
	case rule.Limit == policy.AtMost:
		u.most = must
	case longest:
		u.least, u.soft = true, len(rule.Law) == 0
	default:
		u.least, u.most = len(rule.Law) > 0, must
	}
	return u
}

// asked reports whether the person sets the rule off by taking back a consent or by asking.
func asked(r *policy.Retention) bool {
	return r.Trigger == policy.ConsentWithdrawn || r.Trigger == policy.Request
}

// keeps reports whether a rule sets a minimum for another: that the longest decides
// is no reason to keep what the person has a right to have erased.
func (u *use) keeps(other *policy.Retention) bool { return u.least && !(u.soft && asked(other)) }

func (r *Rules) track(rule *policy.Retention, a *policy.Activity, others []use) track {
	t := track{activity: a, rule: rule, others: others, owner: rule.Owner, steps: []step{{action: or(rule.Action)}}}
	for i := range rule.Stages {
		t.steps = append(t.steps, step{or(rule.Stages[i].Action), rule.Stages[i].After})
	}
	for _, s := range t.steps {
		t.removes = t.removes || removes(s.action)
	}
	if t.owner == "" && a != nil && len(a.Controllers) > 0 {
		t.owner = a.Controllers[0]
	}
	t.undecided = rule.DisposalDecision == "" && r.archival(rule, a)
	return t
}

// or gives the action, which is to erase if none is named.
func or(a policy.Action) policy.Action {
	if a == "" {
		return policy.Erase
	}
	return a
}

// archival reports whether the data of the activity are records of a Swedish
// authority. What lasts only as long as a state, such as a session, is a record
// only if it can be asked for.
func (r *Rules) archival(rule *policy.Retention, a *policy.Activity) bool {
	if r.doc.Jurisdiction != "SE" || r.doc.Regime == law.EUDPR || a == nil {
		return false
	}
	return r.openToAll(a) || rule.Lasts == "" && r.byAuthority(a)
}

func (r *Rules) openToAll(a *policy.Activity) bool {
	return slices.ContainsFunc(a.Recipients, func(id string) bool {
		recipient := r.doc.Recipient(id)
		return recipient != nil && recipient.Kind == policy.PublicRecords
	})
}

func (r *Rules) byAuthority(a *policy.Activity) bool {
	if slices.ContainsFunc(a.Controllers, r.isAuthority) {
		return true
	}
	return a.ControllerPer != "" && slices.ContainsFunc(r.doc.Scopes, func(s policy.Scope) bool {
		return s.Kind == a.ControllerPer && slices.ContainsFunc(s.Controllers, r.isAuthority)
	})
}

// isAuthority reports whether the party is a public authority or part of one.
func (r *Rules) isAuthority(id string) bool {
	for range r.doc.Parties { // no chain is longer, unless it is a circle
		p := r.doc.Party(id)
		if p == nil {
			return false
		}
		if p.PublicAuthority {
			return true
		}
		id = p.PartOf
	}
	return false
}
