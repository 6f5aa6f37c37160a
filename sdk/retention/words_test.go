package retention_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
	"github.com/lagrum/lagrum/sdk/text"
)

func TestWords(t *testing.T) {
	tests := []struct {
		name string
		rule policy.Retention
		want retention.Saying
	}{
		{"a period after an event", policy.Retention{Trigger: policy.LastLogin, Period: date.Period{Years: 2}, Modality: policy.May},
			retention.Saying{Keep: "We keep the data for 2 years after the day on which you last logged in.", Then: "We may then erase the data."}},
		{"at most, aligned to the financial year", policy.Retention{Trigger: policy.LastCourseHeld, Align: policy.FinancialYearEnd, Period: date.Period{Years: 5}, Limit: policy.AtMost},
			retention.Saying{Keep: "We keep the data for at most 5 years after the end of the financial year in which the course was last held.", Then: "We then erase the data."}},
		{"at least, with the policy's own words", policy.Retention{Trigger: policy.OtherTrigger, TriggerText: policy.Text{locale.EN: "the key was handed back"}, Period: date.Period{Months: 1}, Limit: policy.AtLeast, Action: policy.Archive},
			retention.Saying{Keep: "We keep the data for at least 1 month after the day on which the key was handed back.", Then: "We then hand the data over to the archives."}},
		{"at once", policy.Retention{Trigger: policy.CourseEnd},
			retention.Saying{Keep: "We keep the data until the day on which the course ended.", Then: "We then erase the data."}},
		{"until the end of the year", policy.Retention{Trigger: policy.Enrolment, Align: policy.CalendarYearEnd},
			retention.Saying{Keep: "We keep the data until the end of the calendar year in which you enrolled.", Then: "We then erase the data."}},
		{"while a state holds", policy.Retention{Lasts: policy.While, TriggerText: policy.Text{locale.EN: "you have an active account"}},
			retention.Saying{Keep: "We keep the data for as long as you have an active account.", Then: "We then erase the data."}},
		{"for ever", policy.Retention{Lasts: policy.Forever}, retention.Saying{Keep: "The data are kept without a time limit."}},
		{"nothing said", policy.Retention{}, retention.Saying{Keep: "How long the data are kept is not stated."}},
		{"a period without an event", policy.Retention{Period: date.Period{Days: 14}},
			retention.Saying{Keep: "We keep the data for 14 days.", Then: "We then erase the data."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, retention.Words(&tt.rule, text.In(locale.EN))); d != "" {
				t.Errorf("words (-want +got):\n%s", d)
			}
		})
	}
}

func TestWordsOfStages(t *testing.T) {
	rule := policy.Retention{
		Trigger: policy.LastLogin, Period: date.Period{Years: 3}, Action: policy.Hide,
		Stages: []policy.Stage{
			{Action: policy.Warn},
			{After: date.Period{Weeks: 2}, Action: policy.Deactivate, Unless: policy.Text{locale.EN: "you log in again"}},
			{Text: policy.Text{locale.EN: "Everything is made anonymous."}},
		},
	}
	want := []retention.Step{
		{When: "3 years after the day on which you last logged in:", What: "We hide the data from other users."},
		{When: "At the same time:", What: "We send you a message about what is going to happen."},
		{When: "After another 2 weeks:", What: "We close the account. This does not happen if you log in again."},
		{When: "At the same time:", What: "Everything is made anonymous."},
	}
	if d := cmp.Diff(want, retention.Words(&rule, text.In(locale.EN)).Steps); d != "" {
		t.Errorf("steps (-want +got):\n%s", d)
	}
}

func TestFirstStepHasLimitAndNeedsNoPeriod(t *testing.T) {
	rule := policy.Retention{Trigger: policy.Request, Action: policy.Deactivate, Stages: []policy.Stage{{After: date.Period{Weeks: 2}, Action: policy.Erase}}}
	first := func() string { return retention.Words(&rule, text.In(locale.EN)).Steps[0].When }
	if got, want := first(), "On the day on which you asked for it:"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	rule.Period, rule.Limit = date.Period{Months: 1}, policy.AtMost
	if got, want := first(), "At most 1 month after the day on which you asked for it:"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Every trigger and every action of the model must have words of its own in
// every language.
func TestEveryTriggerHasWords(t *testing.T) {
	triggers := []policy.Trigger{policy.LastLogin, policy.AccountClosed, policy.CourseEnd, policy.LastCourseHeld, policy.ExamEnd,
		policy.Enrolment, policy.Collection, policy.CaseClosed, policy.RelationEnd, policy.SchoolLeave, policy.ConsentWithdrawn,
		policy.Request, policy.LogEntry, policy.FinancialYear, policy.CalendarYear}
	for _, tag := range text.Languages {
		seen := map[string]policy.Trigger{}
		for _, trigger := range triggers {
			rule := policy.Retention{Trigger: trigger, Period: date.Period{Years: 1}}
			keep := retention.Words(&rule, text.In(tag)).Keep
			if other, ok := seen[keep]; ok {
				t.Errorf("%s: %s says the same as %s: %s", tag, trigger, other, keep)
			}
			seen[keep] = trigger
		}
	}
}
