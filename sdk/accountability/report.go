package accountability

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Kind says which document a report is.
type Kind string

// The kinds of report.
const (
	RecordKind     Kind = "ropa"       // the record of processing activities (dpv:ROPA)
	ScreeningKind  Kind = "dpia"       // whether an impact assessment is needed
	AgreementsKind Kind = "agreements" // what data processing agreements lay down
	TransfersKind  Kind = "transfers"  // what leaves the EEA
)

// Kinds lists the kinds of report.
var Kinds = []Kind{RecordKind, ScreeningKind, AgreementsKind, TransfersKind}

// Of makes the report of a kind. The error is a *[ContextError].
func Of(kind Kind, doc *policy.Document, c Context) (*Report, error) {
	switch kind {
	case RecordKind:
		return RecordOf(doc, c)
	case ScreeningKind:
		return ScreeningOf(doc, c)
	case AgreementsKind:
		return AgreementsOf(doc, c)
	case TransfersKind:
		return TransfersOf(doc, c)
	}
	return nil, &ContextError{"kind", string(kind), []string{string(RecordKind), string(ScreeningKind), string(AgreementsKind), string(TransfersKind)}}
}

// A Report is one document in one language. [Report.Page], [Report.Markdown] and
// [Report.JSON] write it.
type Report struct {
	Kind      Kind       // which document it is
	Policy    string     // the policy's id
	Version   string     // the policy's version; may be empty
	Language  locale.Tag // the language of all words
	Regime    law.ActID  // the law that it is made under
	At        date.Date  // the day on which law was looked up; zero if the policy does not say from when it applies
	Party     string     // the id of the party whose document it is; empty for all controllers
	Title     string     // its heading
	Provision string     // what demands it, in the regime's own number: "30"
	Intro     []string   // sentences about all of it
	Common    []Row      // what holds for every part, such as who keeps a record
	Groups    []Group    // the parts

	lang *text.Language
}

// A Group holds the parts that have the same rows.
type Group struct {
	ID        string   // "controller", "processor", "screening", "agreements" or "transfers"
	Title     string   // the heading
	Provision string   // what demands it, in the regime's own number; may be empty
	None      string   // what to say where there are no parts
	Common    []Row    // what holds for every part of the group, such as security measures
	Columns   []Column // the rows that every part has, in order
	Parts     []Part   // the parts, in the order of the policy
}

// A Column is a row that every part of a group has.
type Column struct {
	ID      string // stable in all languages: "purposes"
	Heading string // as people read it
}

// A Part is about one activity, one processor or one transfer.
type Part struct {
	ID      string    // the id in the policy; with the list it stands in, where ids of several lists meet
	Title   string    // what it is called
	Path    diag.Path // where it stands in the policy
	Notes   []string  // what to know of the whole part
	Verdict Verdict   // of a screening; else empty
	Rows    []Row     // what is told, one row for each column of the group
}

// A Row is one thing that the law wants told, or that is looked at.
type Row struct {
	ID        string      // stable in all languages: "purposes"
	Heading   string      // as people read it
	Provision string      // what demands it, in the regime's own number; empty if it is good to have and not demanded
	State     State       // how it stands
	Says      []Statement // what the policy says
	Left      []Statement // what is missing or left for people to look at
}

// A Statement is a sentence or a phrase, and where in the policy it comes from,
// or belongs if it is missing.
type Statement struct {
	Text  string      // as people read it
	Paths []diag.Path // JSON Pointers into the policy; may be empty
}

// A State says how a row stands.
type State string

// The states.
const (
	Stated  State = "stated"  // the policy says it
	Missing State = "missing" // the policy does not say it, or not all of it
	Check   State = "check"   // a policy cannot tell it; people must look
	Met     State = "met"     // a criterion that the facts of the policy meet
	Unmet   State = "unmet"   // a criterion that nothing in the policy meets
)

// say adds what the policy says; nothing adds nothing.
func (r *Row) say(s string, paths ...diag.Path) {
	if s == "" {
		return
	}
	r.Says = append(r.Says, Statement{s, paths})
	if r.State == "" {
		r.State = Stated
	}
}

// lack adds what the policy should say and does not.
func (r *Row) lack(s string, paths ...diag.Path) {
	r.Left = append(r.Left, Statement{s, paths})
	r.State = Missing
}

// check adds what people must look at.
func (r *Row) check(s string, paths ...diag.Path) {
	r.Left = append(r.Left, Statement{s, paths})
	if r.State != Missing {
		r.State = Check
	}
}

// columns gives the columns of rows.
func columns(rows []Row) []Column {
	list := make([]Column, len(rows))
	for i := range rows {
		list[i] = Column{rows[i].ID, rows[i].Heading}
	}
	return list
}

// report begins a report.
func (w *writer) report(kind Kind, gdpr, title, party string) *Report {
	r := &Report{
		Kind: kind, Policy: w.doc.ID, Version: w.doc.Version, Language: w.lang.Tag, Regime: w.doc.Regime, At: w.at, Party: party,
		Title: title, Provision: number(w.doc.Regime, gdpr), lang: w.lang,
	}
	if name := w.party(party); name != "" {
		r.Title += ": " + name
	}
	made := fill(w.words.MadeFrom, "policy", w.title())
	if w.doc.Version != "" {
		made = fill(w.words.MadeFromVersion, "policy", w.title(), "version", w.doc.Version)
	}
	r.Intro = append(r.Intro, made)
	if day := w.lang.Rules.Date(w.at); day != "" {
		r.Intro = append(r.Intro, fill(w.words.LawOf, "day", day))
	}
	r.Intro = append(r.Intro, w.words.NoVerdict)
	return r
}

func (w *writer) title() string {
	if s := w.in(w.doc.Service); s != "" {
		return s
	}
	return w.in(w.doc.Title)
}

// Left counts the rows in which something is missing, and those that people must
// look at.
func (r *Report) Left() (missing, check int) {
	count := func(rows []Row) {
		for i := range rows {
			switch rows[i].State {
			case Missing:
				missing++
			case Check:
				check++
			}
		}
	}
	count(r.Common)
	for i := range r.Groups {
		count(r.Groups[i].Common)
		for j := range r.Groups[i].Parts {
			count(r.Groups[i].Parts[j].Rows)
		}
	}
	return missing, check
}
