package rights

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Letter is what the person is told, in one language. Names, addresses and the
// date belong to the host's own letterhead.
type Letter struct {
	Language *text.Language // its language
	Title    string         // what it is
	Parts    []Part         // what it says
}

// A Part is a heading with paragraphs or a list.
type Part struct {
	Heading string   // what it is about
	Lines   []string // sentences, or the items of a list
	List    bool     // the lines are items
}

// A LetterKind says what a letter is for.
type LetterKind string

// The kinds of letter.
const (
	Acknowledgement LetterKind = "acknowledgement" // the request came; by when an answer follows
	Extension       LetterKind = "extension"       // it takes longer, and why (GDPR Article 12(3))
	Refusal         LetterKind = "refusal"         // why not all is done, and where to turn (Article 12(4))
	Reply           LetterKind = "reply"           // what is decided, and what the answer contains
)

// LetterKinds lists the kinds of letter.
var LetterKinds = []LetterKind{Acknowledgement, Extension, Refusal, Reply}

// Letter writes a letter. The reasons of the controller in its own words may be
// added; an extension must give some (Article 12(3)). It is false where the
// letter would say what is not so: an extension where the time is over or the
// law sets none, a refusal where nothing is refused, or an unknown kind.
func (a *Answer) Letter(doc *policy.Document, kind LetterKind, l *text.Language, why string) (Letter, bool) {
	w := &letterWriter{answer: a, doc: doc, lang: l, words: &l.Request}
	letter := Letter{Language: l}
	switch kind {
	case Acknowledgement:
		letter.Title = w.words.LetterReceived
		w.part(w.words.When, a.Deadline.Steps)
		w.part(w.words.WhoAsks, slices.Concat(a.Who, a.Identity))
		w.part(l.Rights.Fee, a.Fee)
	case Extension:
		if d := &a.Deadline; why == "" || d.Status != Open && !d.Extended || d.Last == d.Due {
			return Letter{}, false
		}
		letter.Title = w.words.LetterExtension
		w.part(w.words.When, []Reason{{Code: Extended, Regime: a.Regime, Provision: a.Deadline.Provision, Args: []Arg{day("day", a.Deadline.Last)}}})
		w.say(w.words.ExtensionWhy, why)
	case Refusal:
		if !a.Refuses() {
			return Letter{}, false
		}
		letter.Title = w.words.LetterRefusal
		w.decision(why, Refused, Partly)
		w.part(l.Notice.Recourse, a.Recourse)
	case Reply:
		letter.Title = w.words.LetterAnswer
		w.decision(why, Granted, Partly, Judged, Refused)
		w.part(l.Rights.Limits, a.Limits)
		w.list(w.words.Item, a.Contents)
		w.part(l.Notice.Recourse, a.Recourse)
	default:
		return Letter{}, false
	}
	about := Part{Heading: w.words.About, Lines: []string{Words(a.Right, l).Name}}
	letter.Parts = append([]Part{about}, w.parts...)
	return letter, true
}

// Grounds says why the right applies or not: what bars the request as a whole, or else
// what follows in each activity, each reason once and after the activities that it holds
// for, with its provision.
func (a *Answer) Grounds(doc *policy.Document, l *text.Language) []string {
	w := &letterWriter{answer: a, doc: doc, lang: l, words: &l.Request}
	return w.grounds(Granted, Partly, Judged, Refused)
}

// A letterWriter writes the parts of a letter.
type letterWriter struct {
	answer *Answer
	doc    *policy.Document
	lang   *text.Language
	words  *text.Request
	parts  []Part
}

// say adds a part, unless it has nothing to say.
func (w *letterWriter) say(heading string, lines ...string) {
	if len(lines) > 0 {
		w.parts = append(w.parts, Part{Heading: heading, Lines: lines})
	}
}

func (w *letterWriter) part(heading string, reasons []Reason) {
	w.say(heading, w.inWords(reasons)...)
}

func (w *letterWriter) list(heading string, reasons []Reason) {
	if lines := w.inWords(reasons); len(lines) > 0 {
		w.parts = append(w.parts, Part{Heading: heading, Lines: lines, List: true})
	}
}

func (w *letterWriter) inWords(reasons []Reason) []string {
	var list []string
	for i := range reasons {
		if words := reasons[i].In(w.lang); words != "" && !slices.Contains(list, words) {
			list = append(list, words)
		}
	}
	return list
}

// decision says what is decided and why: what bars the request as a whole, or
// else what follows in each activity with one of the outcomes.
func (w *letterWriter) decision(why string, wanted ...Outcome) {
	lines := append([]string{w.outcome()}, w.grounds(wanted...)...)
	if why != "" {
		lines = append(lines, why)
	}
	w.say(w.words.Decision, lines...)
}

// grounds says what bars the request, or else what follows in each activity with one
// of the outcomes.
func (w *letterWriter) grounds(wanted ...Outcome) []string {
	if len(w.answer.Bars) > 0 {
		return w.inWords(w.answer.Bars)
	}
	return w.verdicts(wanted)
}

func (w *letterWriter) outcome() string { return OutcomeIn(w.answer.Outcome, w.lang) }

// OutcomeIn says an outcome as a sentence. It is empty for a word that is none.
func OutcomeIn(o Outcome, l *text.Language) string {
	switch o {
	case Granted:
		return l.Request.Granted
	case Partly:
		return l.Request.Partly
	case Judged:
		return l.Request.Judged
	case Refused:
		return l.Request.Refused
	}
	return ""
}

// verdicts says each reason once, after the activities that it holds for.
func (w *letterWriter) verdicts(wanted []Outcome) []string {
	var said []string
	titles := map[string][]string{}
	for i := range w.answer.Activities {
		v := &w.answer.Activities[i]
		if !slices.Contains(wanted, v.Outcome) {
			continue
		}
		words := strings.Join(w.inWords(v.Reasons), " ")
		if words == "" {
			continue
		}
		if titles[words] == nil {
			said = append(said, words)
		}
		titles[words] = append(titles[words], ActivityTitle(w.doc, v.Index, w.lang))
	}
	if len(said) == 1 && len(titles[said[0]]) == len(w.answer.Activities) {
		return said // it holds for everything
	}
	for i, words := range said {
		said[i] = w.lang.Rules.List(titles[words]) + ": " + words
	}
	return said
}

// ActivityTitle gives what an activity is called in the language: its own title,
// else those of its purposes, else its id.
func ActivityTitle(doc *policy.Document, index int, l *text.Language) string {
	if index < 0 || index >= len(doc.Activities) {
		return ""
	}
	a := &doc.Activities[index]
	if own := a.Title.In(l.Tag); own != "" {
		return own
	}
	var names []string
	for _, id := range a.Purposes {
		if p := doc.Purpose(id); p != nil && p.Title.In(l.Tag) != "" {
			names = append(names, p.Title.In(l.Tag))
		}
	}
	if len(names) == 0 {
		return a.ID
	}
	return l.Rules.List(names)
}

// Words gives what a right is called in the language, and what it means. Of a word
// that is no right it gives the word as its name.
func Words(r law.Right, l *text.Language) text.Right {
	t := &l.Rights
	for _, row := range []struct {
		right law.Right
		words *text.Right
	}{
		{law.Information, &t.Information}, {law.Access, &t.Access}, {law.Rectification, &t.Rectification}, {law.Erasure, &t.Erasure},
		{law.Restriction, &t.Restriction}, {law.Notification, &t.Notification}, {law.Portability, &t.Portability},
		{law.Objection, &t.Objection}, {law.ObjectionMarketing, &t.ObjectionMarketing}, {law.AutomatedDecision, &t.AutomatedDecision},
		{law.WithdrawConsent, &t.WithdrawConsent}, {law.Complaint, &t.Complaint},
	} {
		if row.right == r {
			return *row.words
		}
	}
	return text.Right{Name: string(r)}
}

// Text gives the letter as plain text, in lines that fit a page.
func (l *Letter) Text() string {
	b := markup.AppendLines(nil, "", "", l.Title)
	for i := range l.Parts {
		p := &l.Parts[i]
		b = append(b, '\n')
		b = markup.AppendLines(b, "", "", p.Heading)
		for _, line := range p.Lines {
			first := "  "
			if p.List {
				first = "- "
			}
			b = markup.AppendLines(b, first, "  ", line)
		}
	}
	return string(b)
}

// HTML gives the letter as an article element, with every text escaped.
func (l *Letter) HTML() string { return l.HTMLAt(1) }

// HTMLAt gives the letter as [Letter.HTML] does, with its title as a heading of the level, from 1 to
// 5, for a page that has a heading of its own.
func (l *Letter) HTMLAt(level int) string {
	level = min(max(level, 1), 5)
	b := append([]byte(nil), `<article lang="`...)
	b = markup.AppendAttr(b, string(l.Language.Tag))
	b = append(b, "\">\n"...)
	b = appendHeading(b, level, l.Title)
	for i := range l.Parts {
		b = l.Parts[i].appendHTML(b, level+1)
	}
	return string(append(b, "</article>\n"...))
}

func appendHeading(b []byte, level int, words string) []byte {
	tag := string(rune('0' + level))
	b = append(b, "<h"+tag+">"...)
	b = markup.AppendText(b, words)
	return append(b, "</h"+tag+">\n"...)
}

func (p *Part) appendHTML(b []byte, level int) []byte {
	b = appendHeading(b, level, p.Heading)
	open, end := "<p>", "</p>\n"
	if p.List {
		b = append(b, "<ul>\n"...)
		open, end = "<li>", "</li>\n"
	}
	for _, line := range p.Lines {
		b = append(b, open...)
		b = markup.AppendText(b, line)
		b = append(b, end...)
	}
	if p.List {
		b = append(b, "</ul>\n"...)
	}
	return b
}
