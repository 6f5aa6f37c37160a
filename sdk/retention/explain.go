package retention

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// Explain says in full sentences why an entry stands as it does: the rule in
// words, its ground, the days it was counted from and to, what other rules, holds
// and decisions have to do with it, and who sees to it. The sentences speak to the
// person. Texts of the policy that are missing in the language are left out.
func Explain(doc *policy.Document, e *Entry, l *text.Language) []string {
	r := doc.RetentionRule(e.Rule)
	if r == nil {
		return nil
	}
	x := explanation{doc: doc, l: l, t: &l.RetentionPlan}
	x.rule(r)
	x.ground(r)
	x.days(r, e)
	x.others(e)
	x.standing(e)
	x.scope(r, e)
	return x.said
}

// An explanation collects sentences.
type explanation struct {
	doc  *policy.Document
	l    *text.Language
	t    *text.RetentionPlan
	said []string
}

func (x *explanation) say(pattern string, args ...locale.Arg) {
	if pattern != "" {
		x.said = append(x.said, locale.Format(pattern, args...))
	}
}

func (x *explanation) onDay(pattern string, day date.Date) {
	if !day.IsZero() {
		x.say(pattern, locale.Arg{Name: "day", Value: x.l.Rules.Date(day)})
	}
}

// rule tells the rule itself.
func (x *explanation) rule(r *policy.Retention) {
	w := Words(r, x.l)
	x.say(w.Keep)
	x.say(w.Then)
	for _, step := range w.Steps {
		x.say(step.When + " " + step.What)
	}
}

// ground tells what the period rests on.
func (x *explanation) ground(r *policy.Retention) {
	var provisions []string
	for i := range r.Law {
		if p := x.provision(&r.Law[i]); p != "" {
			provisions = append(provisions, p)
		}
	}
	if len(provisions) > 0 {
		x.say(x.l.Retention.Law, locale.Arg{Name: "provisions", Value: x.l.Rules.List(provisions)})
	}
	x.say(r.Ground.In(x.l.Tag))
}

// provision writes a provision in words, with the act's own title unless the
// language has a name for it.
func (x *explanation) provision(c *policy.Citation) string {
	title := ""
	if own := x.doc.Act(c.Act); own != nil {
		title = own.Title.In(x.l.Tag)
	} else if act, ok := law.Find(c.Act); ok {
		title = act.Title
		if name, _ := law.NameOf(c.Act, string(x.l.Tag)); name.Text != "" {
			title = name.Text
		}
	}
	if title == "" || c.Section == "" {
		return title
	}
	return locale.Format(x.l.Law.Section, locale.Arg{Name: "act", Value: title}, locale.Arg{Name: "section", Value: c.Section})
}

// days tells from where the period was counted, and to where.
func (x *explanation) days(r *policy.Retention, e *Entry) {
	if e.State == Endless {
		return
	}
	if e.Event.IsZero() || e.State == Idle {
		x.say(x.t.NotBegun)
		return
	}
	if trigger := triggerWords(r, x.l); trigger != "" && r.Lasts != policy.While {
		x.say(x.t.Since, locale.Arg{Name: "trigger", Value: trigger}, locale.Arg{Name: "day", Value: x.l.Rules.Date(e.Event)})
	}
	if e.Starts != e.Event {
		x.onDay(x.t.YearEnds, e.Starts)
	}
	switch {
	case r.Limit == policy.AtMost:
		x.onDay(x.t.By, e.Through)
	default:
		x.onDay(x.t.Through, e.Through)
	}
}

// others tells what other rules have to do with it.
func (x *explanation) others(e *Entry) {
	if e.Keeper != "" && e.Keeper != e.Rule && e.EraseFrom.After(e.Through.AddDays(1)) {
		x.say(x.t.KeptBy, locale.Arg{Name: "rule", Value: x.ruleName(e.Keeper)},
			locale.Arg{Name: "day", Value: x.l.Rules.Date(e.EraseFrom.AddDays(-1))})
	}
	if e.Crossed {
		x.say(x.t.Crossed, locale.Arg{Name: "limit", Value: x.ruleName(e.Limiter)}, locale.Arg{Name: "rule", Value: x.ruleName(e.Keeper)})
	}
}

// ruleName gives the title of a rule, else its id.
func (x *explanation) ruleName(id string) string {
	if r := x.doc.RetentionRule(id); r != nil {
		if title := r.Title.In(x.l.Tag); title != "" {
			return locale.Capital(title)
		}
	}
	return id
}

// standing tells how far the rule has come.
func (x *explanation) standing(e *Entry) {
	if e.State == Over {
		x.onDay(x.t.Gone, e.DoneOn)
		return
	}
	if e.Step > 0 {
		x.onDay(x.t.StepDone, e.DoneOn)
	}
	switch e.State {
	case Running, Waiting:
		x.onDay(x.t.DueOn, e.Next)
	case Kept:
		if e.Next.IsZero() && e.Hold == nil {
			x.say(x.t.NoEnd)
		}
		x.onDay(x.t.DueOn, e.Next)
	case Held:
		x.say(x.t.Held, locale.Arg{Name: "reason", Value: reasonWords(e.Hold.Reason, x.t)})
		x.onDay(x.t.HeldUntil, e.Hold.Until)
	case Ready, Undecided:
		if e.State == Undecided || e.Action == Restrict {
			x.say(x.t.Undecided)
		}
		x.onDay(x.t.DueNow, e.Next)
	}
	if !e.Must && e.State != Idle && e.State != Endless {
		x.say(x.t.Optional)
	}
}

// scope tells whom the rule is about, what it does not reach, and who sees to it.
func (x *explanation) scope(r *policy.Retention, e *Entry) {
	if only := r.Only.In(x.l.Tag); only != "" {
		x.say(x.l.Retention.Only, locale.Arg{Name: "people", Value: only})
	}
	x.say(r.Excludes.In(x.l.Tag))
	if r.DisposalDecision != "" {
		x.say(x.l.Retention.Disposal, locale.Arg{Name: "decision", Value: r.DisposalDecision})
	}
	if owner := partyName(x.doc, e.Owner, x.l); owner != "" {
		x.said = append(x.said, locale.Capital(locale.Format(x.l.Retention.Owner, locale.Arg{Name: "party", Value: owner})))
	}
}

func reasonWords(r Reason, t *text.RetentionPlan) string {
	switch r {
	case LegalClaim:
		return t.LegalClaim
	case AccessRequest:
		return t.AccessRequest
	case Restriction:
		return t.Restriction
	case ArchiveLaw:
		return t.ArchiveLaw
	case Order:
		return t.Order
	case ComplaintOpen:
		return t.Complaint
	}
	return string(r)
}

// ActionIn gives an action as a label in the language. It is empty for a word that is none.
func ActionIn(a policy.Action, l *text.Language) string { return actionName(a, &l.RetentionPlan) }

// actionName is an action as a label.
func actionName(a policy.Action, t *text.RetentionPlan) string {
	switch a {
	case policy.Hide:
		return t.Hide
	case policy.Warn:
		return t.Warn
	case policy.Deactivate:
		return t.Deactivate
	case policy.Anonymise:
		return t.Anonymise
	case policy.Archive:
		return t.Archive
	case policy.Review:
		return t.Review
	case Restrict:
		return t.Restrict
	}
	return t.Erase
}

func partyName(doc *policy.Document, id string, l *text.Language) string {
	if p := doc.Party(id); p != nil {
		return p.Name.In(l.Tag)
	}
	return ""
}

// dataNames lists data by their labels; none stand for all of the activity, by
// the title of the rule.
func dataNames(doc *policy.Document, e *Entry, l *text.Language) string {
	var names []string
	for _, id := range e.Data {
		name := id
		if d := doc.Datum(id); d != nil && d.Label.In(l.Tag) != "" {
			name = d.Label.In(l.Tag)
		}
		names = append(names, name)
	}
	if len(names) > 0 {
		return l.Rules.List(names)
	}
	x := explanation{doc: doc, l: l}
	return x.ruleName(e.Rule)
}

// activityName gives the title of an activity, else that of its first purpose.
func activityName(doc *policy.Document, id string, l *text.Language) string {
	a := doc.Activity(id)
	if a == nil {
		return ""
	}
	if title := a.Title.In(l.Tag); title != "" {
		return title
	}
	for _, purpose := range a.Purposes {
		if p := doc.Purpose(purpose); p != nil && p.Title.In(l.Tag) != "" {
			return p.Title.In(l.Tag)
		}
	}
	return strings.ReplaceAll(id, "-", " ")
}
