package retention

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Saying is a retention rule in words, in one language.
type Saying struct {
	Keep  string // how long, as a full sentence; empty for a rule told by Steps
	Then  string // what happens at the end, as a full sentence; empty if nothing does, or if told by Steps
	Steps []Step // a rule that ends in several steps, in order
}

// A Step is one step of a rule in words.
type Step struct {
	When string // the lead, with a colon: "After another 2 weeks:"
	What string // what happens, in full sentences
}

// Words says a rule in the language. Texts of the policy that are missing in
// the language are left out; lint reports them.
func Words(r *policy.Retention, l *text.Language) Saying {
	t := &l.Retention
	trigger := triggerWords(r, l)
	switch {
	case len(r.Stages) > 0:
		return Saying{Steps: steps(r, l, trigger)}
	case r.Lasts == policy.Forever:
		return Saying{Keep: t.Forever}
	case r.Lasts == policy.While && trigger == "", r.Lasts == "" && r.Period.IsZero() && r.Trigger == "" && trigger == "":
		return Saying{Keep: t.NotSaid}
	}
	return Saying{Keep: keep(r, l, trigger), Then: action(r.Action, r.Modality, l)}
}

// keep is the sentence that tells how long.
func keep(r *policy.Retention, l *text.Language, trigger string) string {
	t := &l.Retention
	pattern := t.Keep
	switch {
	case r.Lasts == policy.While:
		return locale.Format(t.WhileState, locale.Arg{Name: "state", Value: trigger})
	case r.Period.IsZero():
		return locale.Format(untilPattern(alignment(r), t), locale.Arg{Name: "trigger", Value: trigger})
	case trigger == "":
		pattern = t.KeepPeriod
	case alignment(r) == policy.FinancialYearEnd:
		pattern = t.KeepFinancial
	case alignment(r) == policy.CalendarYearEnd:
		pattern = t.KeepCalendar
	}
	return locale.Format(pattern,
		locale.Arg{Name: "limit", Value: limitWords(r.Limit, l)},
		locale.Arg{Name: "period", Value: l.Rules.Period(r.Period, locale.Lasting)},
		locale.Arg{Name: "trigger", Value: trigger},
	)
}

// untilPattern is for rules without a period: the data go on the day of the
// event, or at the end of its year.
func untilPattern(a policy.Alignment, t *text.Retention) string {
	switch a {
	case policy.FinancialYearEnd:
		return t.UntilFinancial
	case policy.CalendarYearEnd:
		return t.UntilCalendar
	}
	return t.AtOnce
}

// steps tells a rule with stages: the main period first, then each stage.
func steps(r *policy.Retention, l *text.Language, trigger string) []Step {
	lead := l.Retention.FirstStep
	if r.Period.IsZero() {
		lead = l.Retention.OnTheDay
	}
	first := locale.Capital(locale.Format(lead,
		locale.Arg{Name: "limit", Value: limitWords(r.Limit, l)},
		locale.Arg{Name: "period", Value: l.Rules.Period(r.Period, locale.Later)},
		locale.Arg{Name: "trigger", Value: trigger}))
	list := []Step{{When: first, What: stepWords(r.Action, l)}}
	for i := range r.Stages {
		s := &r.Stages[i]
		when := l.Retention.SameTime
		if s.After != (date.Period{}) {
			when = locale.Format(l.Retention.NextStep, locale.Arg{Name: "period", Value: l.Rules.Period(s.After, locale.Later)})
		}
		what := s.Text.In(l.Tag)
		if what == "" {
			what = stepWords(s.Action, l)
		}
		if unless := s.Unless.In(l.Tag); unless != "" {
			what += " " + locale.Format(l.Retention.Unless, locale.Arg{Name: "event", Value: unless})
		}
		list = append(list, Step{When: when, What: what})
	}
	return list
}

// triggerWords is the policy's own text for the trigger, else the language's.
func triggerWords(r *policy.Retention, l *text.Language) string {
	if own := r.TriggerText.In(l.Tag); own != "" {
		return own
	}
	t := &l.Retention.Triggers
	switch r.Trigger {
	case policy.LastLogin:
		return t.LastLogin
	case policy.AccountClosed:
		return t.AccountClosed
	case policy.CourseEnd:
		return t.CourseEnd
	case policy.LastCourseHeld:
		return t.LastCourseHeld
	case policy.ExamEnd:
		return t.ExamEnd
	case policy.Enrolment:
		return t.Enrolment
	case policy.Collection:
		return t.Collection
	case policy.CaseClosed:
		return t.CaseClosed
	case policy.RelationEnd:
		return t.RelationEnd
	case policy.SchoolLeave:
		return t.SchoolLeave
	case policy.ConsentWithdrawn:
		return t.ConsentWithdrawn
	case policy.Request:
		return t.Request
	case policy.LogEntry:
		return t.LogEntry
	case policy.FinancialYear:
		return t.FinancialYear
	case policy.CalendarYear:
		return t.CalendarYear
	case policy.OtherTrigger:
		return "" // the policy's own words are missing
	}
	return ""
}

func limitWords(limit policy.Limit, l *text.Language) string {
	switch limit {
	case policy.AtLeast:
		return l.Retention.AtLeast
	case policy.AtMost:
		return l.Retention.AtMost
	}
	return ""
}

// action is the sentence for what happens; the empty action erases.
func action(a policy.Action, m policy.Modality, l *text.Language) string {
	must, may := actionWords(a, &l.Retention)
	if m == policy.May {
		return may
	}
	return must
}

// stepWords is the sentence for an action that a lead comes before.
func stepWords(a policy.Action, l *text.Language) string {
	t := &l.Retention
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
	}
	return t.Erase
}

func actionWords(a policy.Action, t *text.Retention) (must, may string) {
	switch a {
	case policy.Hide:
		return t.MustHide, t.MayHide
	case policy.Warn:
		return t.MustWarn, t.MayWarn
	case policy.Deactivate:
		return t.MustDeactivate, t.MayDeactivate
	case policy.Anonymise:
		return t.MustAnonymise, t.MayAnonymise
	case policy.Archive:
		return t.MustArchive, t.MayArchive
	case policy.Review:
		return t.MustReview, t.MayReview
	}
	return t.MustErase, t.MayErase
}
