package accountability

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Context says which report is made of a policy. The zero Context is in the
// policy's first language, for the day from which it applies.
type Context struct {
	Language locale.Tag  // one of the policy's languages; empty for its first
	Party    string      // of a record: the id of the party that keeps it, empty for the first of [Keepers]; of the others: the controller they are limited to, empty for all
	At       date.Date   // the day on which law is looked up; zero for the day from which the policy applies
	Judged   []Judgement // what people have judged of the criteria of a screening
}

// A ContextError says that a policy has no report for a context.
type ContextError struct {
	Field string   // "language", "party", "activity", "criterion", "regime" or "kind"
	Value string   // what was asked for; of a regime, what the policy is under
	Known []string // what there is
}

// Error says what was asked for and what there is.
func (e *ContextError) Error() string {
	return "accountability: no " + e.Field + " " + e.Value + "; there is " + strings.Join(e.Known, ", ")
}

// regimes are the laws that know these documents. Earlier ones had others, such
// as the notification of PuL section 36.
var regimes = []law.ActID{law.GDPR, law.EUDPR}

// A writer writes about a policy in one language.
type writer struct {
	doc   *policy.Document
	lang  *text.Language
	words *text.Accountability
	law   cite.Writer
	at    date.Date
}

func newWriter(doc *policy.Document, c Context) (*writer, error) {
	if !slices.Contains(regimes, doc.Regime) {
		return nil, &ContextError{"regime", string(doc.Regime), []string{string(law.GDPR), string(law.EUDPR)}}
	}
	tag := c.Language
	if tag == "" && len(doc.Languages) > 0 {
		tag = doc.Languages[0]
	}
	lang := text.In(tag)
	if lang == nil || !slices.Contains(doc.Languages, tag) {
		known := make([]string, len(doc.Languages))
		for i, one := range doc.Languages {
			known[i] = string(one)
		}
		return nil, &ContextError{"language", string(tag), known}
	}
	w := &writer{doc: doc, lang: lang, words: &lang.Accountability, law: cite.In(doc.Regime, lang), at: c.At}
	if w.at.IsZero() {
		w.at = doc.EffectiveFrom
	}
	return w, nil
}

// in gives a text of the policy, with white space squeezed.
func (w *writer) in(t policy.Text) string {
	return strings.Join(strings.Fields(t.In(w.lang.Tag)), " ")
}

// number gives the regime's own number of a provision of the GDPR. Paragraphs
// and points of the record and of the assessment are the same in both laws, as
// far as this package cites them.
func number(regime law.ActID, gdpr string) string {
	n, ok := law.Article(regime, gdpr)
	article, rest, found := strings.Cut(gdpr, "(")
	if found && ok && (article == "30" || article == "35") && !strings.Contains(n, "(") {
		return n + "(" + rest
	}
	return n
}

// article writes a provision of the GDPR in words, in the regime's own number.
func (w *writer) article(gdpr string) string {
	if n := number(w.doc.Regime, gdpr); n != "" {
		return w.law.Article(n)
	}
	return ""
}

// fill puts arguments, given as name and value in turn, into a pattern.
func fill(pattern string, pairs ...string) string {
	args := make([]locale.Arg, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args = append(args, locale.Arg{Name: pairs[i], Value: pairs[i+1]})
	}
	return locale.Format(pattern, args...)
}

// sentence makes a phrase a sentence: a capital first, a full stop last.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") {
		return locale.Capital(s)
	}
	return locale.Capital(s) + "."
}

// together joins what is not empty.
func together(by string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), by)
}

// labelled puts a label before a text, if there is one.
func labelled(label, s string) string {
	if s == "" {
		return ""
	}
	return label + ": " + s
}

// place is the path of an entry of one of the policy's lists, and below it.
func place(list string, i int, keys ...string) diag.Path {
	path := diag.Path("").Key(list).Index(i)
	for _, key := range keys {
		path = path.Key(key)
	}
	return path
}

// index gives the position of the entry with the id, or -1.
func index[T any](list []T, id func(*T) string, want string) int {
	if want == "" {
		return -1
	}
	for i := range list {
		if id(&list[i]) == want {
			return i
		}
	}
	return -1
}

// add appends what is not there yet.
func add[T comparable](list []T, more ...T) []T {
	for _, one := range more {
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}

func datumID(d *policy.Datum) string         { return d.ID }
func partyID(p *policy.Party) string         { return p.ID }
func processorID(p *policy.Processor) string { return p.ID }
func recipientID(r *policy.Recipient) string { return r.ID }
func retentionID(r *policy.Retention) string { return r.ID }
func subjectID(s *policy.Subject) string     { return s.ID }
func contactID(c *policy.Contact) string     { return c.ID }
func (w *writer) party(id string) string     { return w.partyName(w.doc.Party(id)) }
func (w *writer) partyName(p *policy.Party) string {
	if p == nil {
		return ""
	}
	return w.in(p.Name)
}
