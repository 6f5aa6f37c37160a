package policy

import "github.com/lagrum/lagrum/sdk/date"

// A Retention rule says when data go: a trigger, an alignment, a period and
// what happens then (GDPR Article 13(2)(a)). Data are kept through the day on
// which the period ends.
type Retention struct {
	// The id that activities use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What it is called, where several stand side by side.
	Title Text `json:"title,omitempty"`
	// The event from which the period runs.
	Trigger Trigger `json:"trigger,omitempty" validate:"omitempty,oneof=last-login account-closed course-end last-course-held exam-end enrolment collection case-closed relation-end school-leave consent-withdrawn request log-entry financial-year calendar-year other"`
	// The event in words, in full: "you last logged in". It follows a word such as "after" or "counted from".
	TriggerText Text `json:"triggerText,omitempty"`
	// Where the period starts if not on the day of the event: financial-year-end or calendar-year-end.
	Align Alignment `json:"align,omitempty" validate:"omitempty,oneof=financial-year-end calendar-year-end"`
	// How long, as an ISO 8601 duration: P5Y, P6M, P14D. P0D means at once.
	Period date.Period `json:"period,omitzero"`
	// Set instead of a period: while lasts as long as the trigger's state holds, forever never ends.
	Lasts Lasts `json:"lasts,omitempty" validate:"omitempty,oneof=while forever"`
	// What the period is: exactly (the default), at-least (a law says keep) or at-most (storage limitation).
	Limit Limit `json:"limit,omitempty" validate:"omitempty,oneof=exactly at-least at-most"`
	// Whether the data must or may go then. The empty value means must.
	Modality Modality `json:"modality,omitempty" validate:"omitempty,oneof=may must"`
	// What happens at the end: erase (the default), anonymise, archive or review.
	Action Action `json:"action,omitempty" validate:"omitempty,oneof=hide warn deactivate anonymise erase archive review"`
	// Steps on the way or after, each counted from the one before.
	Stages []Stage `json:"stages,omitempty"`
	// The law that sets the period.
	Law []Citation `json:"law,omitempty"`
	// The reason, if it is no law.
	Ground Text `json:"ground,omitempty"`
	// Who sees to it.
	Owner string `json:"owner,omitempty" ref:"party"`
	// The rule applies only to these data, if not all of the activity.
	Data []string `json:"data,omitempty" ref:"datum"`
	// The rule applies only to these people, in words: "who took an examination".
	Only Text `json:"only,omitempty"`
	// True if the person can set it off by asking.
	OnRequest bool `json:"onRequest,omitempty"`
	// What the rule does not reach.
	Excludes Text `json:"excludes,omitempty"`
	// The decision that lets a public body dispose of records (Swedish gallringsbeslut), by number or date.
	DisposalDecision string `json:"disposalDecision,omitempty"`
}

// A Trigger is the event from which a period runs.
type Trigger string

// The triggers.
const (
	LastLogin        Trigger = "last-login"        // the last successful log-in
	AccountClosed    Trigger = "account-closed"    // the account was closed
	CourseEnd        Trigger = "course-end"        // the course occasion ended
	LastCourseHeld   Trigger = "last-course-held"  // the course was last held
	ExamEnd          Trigger = "exam-end"          // the examination or test ended
	Enrolment        Trigger = "enrolment"         // the person enrolled
	Collection       Trigger = "collection"        // the data were collected
	CaseClosed       Trigger = "case-closed"       // the matter was settled
	RelationEnd      Trigger = "relation-end"      // the person is no longer customer, pupil or member
	SchoolLeave      Trigger = "school-leave"      // the pupil left the school
	ConsentWithdrawn Trigger = "consent-withdrawn" // the consent was withdrawn
	Request          Trigger = "request"           // the person asked
	LogEntry         Trigger = "log-entry"         // the entry was written
	FinancialYear    Trigger = "financial-year"    // the financial year that the material belongs to
	CalendarYear     Trigger = "calendar-year"     // the calendar year that the material belongs to
	OtherTrigger     Trigger = "other"             // as the trigger's text says
)

// An Alignment moves the start of a period.
type Alignment string

// The alignments. The empty value starts on the day of the event.
const (
	FinancialYearEnd Alignment = "financial-year-end" // at the end of the financial year of the event
	CalendarYearEnd  Alignment = "calendar-year-end"  // at the end of the calendar year of the event
)

// Lasts says that a rule has a state or no end instead of a period.
type Lasts string

// What a rule may have instead of a period.
const (
	While   Lasts = "while"   // dpv:UntilEventDuration: as long as the state holds
	Forever Lasts = "forever" // dpv:EndlessDuration: right only for anonymous data or archives
)

// A Limit says what a period is.
type Limit string

// The limits. The empty value means exactly.
const (
	Exactly Limit = "exactly"  // keep so long, then act
	AtLeast Limit = "at-least" // a minimum
	AtMost  Limit = "at-most"  // a maximum
)

// An Action is what happens to data.
type Action string

// The actions. The empty value means erase.
const (
	Hide       Action = "hide"       // no longer visible to others
	Warn       Action = "warn"       // the person is told what is about to happen
	Deactivate Action = "deactivate" // the account can no longer be used
	Anonymise  Action = "anonymise"  // dpv:Anonymise: nobody can be identified any more (recital 26)
	Erase      Action = "erase"      // the data are destroyed (dpv:Erase)
	Archive    Action = "archive"    // handed to an archive
	Review     Action = "review"     // somebody decides
)

// A Stage is one step of a rule that ends in several.
type Stage struct {
	// How long after the step before.
	After date.Period `json:"after,omitzero"`
	// What happens.
	Action Action `json:"action,omitempty" validate:"omitempty,oneof=hide warn deactivate anonymise erase archive review"`
	// What stops it, such as logging in again.
	Unless Text `json:"unless,omitempty"`
	// The step in a sentence, if more is to be said than the action.
	Text Text `json:"text,omitempty"`
}

// A Combination says how several rules on the same data combine.
type Combination string

// The combinations.
const (
	LongestWins Combination = "longest"  // the longest rule decides
	PerCopy     Combination = "per-copy" // each copy follows its own rule
)
