package notice

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Layer is a version of a notice for a reader with some time (WP260 rev.01
// points 35 to 37).
type Layer string

// The layers. The empty Layer is Full.
const (
	Full  Layer = "full"  // everything that Articles 13 and 14 want
	Short Layer = "short" // who, why, rights, what may surprise, where to read more
	Child Layer = "child" // the same in words for children
)

// A Context says for whom a notice is made.
type Context struct {
	Language locale.Tag // one of the policy's languages; empty for its first
	Layer    Layer      // empty for Full
	Scope    string     // the id of the part of the site, or of the system; may be empty
	Event    string     // the id of the event; may be empty
	At       date.Date  // the day on which it is read; zero for the day from which the policy applies
	FullURL  string     // where the full notice is, for the link in the other layers; may be empty
}

// A ContextError says that a policy has no notice for a context.
type ContextError struct {
	Field string   // "language", "layer", "scope" or "event"
	Value string   // what was asked for
	Known []string // what there is
}

// Error says what was asked for and what there is.
func (e *ContextError) Error() string {
	msg := "notice: the policy has no " + e.Field + " " + `"` + e.Value + `"`
	if len(e.Known) > 0 {
		msg += "; it has " + strings.Join(e.Known, ", ")
	}
	return msg
}

// builder holds what the parts of a notice share.
type builder struct {
	doc   *policy.Document
	ctx   Context
	lang  *text.Language
	t     *text.Notice
	w     *text.Data
	words cite.Writer // provisions of the policy's regime
	at    date.Date
	scope *policy.Scope // resolved from Scope, else from Event
	has   map[string]bool

	find   index
	reader reader
}

func newBuilder(doc *policy.Document, c Context) (*builder, error) {
	if c.Language == "" && len(doc.Languages) > 0 {
		c.Language = doc.Languages[0]
	}
	lang := text.In(c.Language)
	if lang == nil || !declares(doc, c.Language) {
		return nil, &ContextError{Field: "language", Value: string(c.Language), Known: known(doc.Languages)}
	}
	if c.Layer == "" {
		c.Layer = Full
	}
	b := &builder{doc: doc, ctx: c, lang: lang, t: &lang.Notice, w: &lang.Data, words: cite.In(doc.Regime, lang), at: c.At, find: newIndex(doc)}
	if b.at.IsZero() {
		b.at = doc.EffectiveFrom
	}
	if err := b.resolve(); err != nil {
		return nil, err
	}
	b.meet()
	return b, nil
}

// resolve finds the scopes that the context names.
func (b *builder) resolve() error {
	if b.ctx.Event != "" {
		s := b.find.scopes[b.ctx.Event]
		if s == nil || s.Kind != policy.EventScope {
			return &ContextError{Field: "event", Value: b.ctx.Event, Known: scopeIDs(b.doc, true)}
		}
		b.scope = s
		b.has = map[string]bool{}
		for _, id := range s.Has {
			b.has[id] = true
		}
	}
	if b.ctx.Scope != "" {
		s := b.find.scopes[b.ctx.Scope]
		if s == nil {
			return &ContextError{Field: "scope", Value: b.ctx.Scope, Known: scopeIDs(b.doc, false)}
		}
		b.scope = s
	}
	return nil
}

func declares(doc *policy.Document, tag locale.Tag) bool {
	for _, t := range doc.Languages {
		if t == tag {
			return true
		}
	}
	return false
}

// known lists the declared languages that there are texts for.
func known(tags []locale.Tag) []string {
	var list []string
	for _, t := range tags {
		if text.In(t) != nil {
			list = append(list, string(t))
		}
	}
	return list
}

func scopeIDs(doc *policy.Document, events bool) []string {
	var list []string
	for i := range doc.Scopes {
		if s := &doc.Scopes[i]; !events || s.Kind == policy.EventScope {
			list = append(list, s.ID)
		}
	}
	return list
}

// asksFor reports whether the reader's event asks for a datum, by its id.
func (b *builder) asksFor(id string) bool {
	d := b.find.data[id]
	return d == nil || b.asked(d.When)
}

// asked reports whether a datum, field or rule that depends on a circumstance
// is relevant: without an event everything is.
func (b *builder) asked(circumstance string) bool {
	return circumstance == "" || b.has == nil || b.has[circumstance]
}

// concerns reports whether something that activities name is there for this
// reader: one of the reader's activities names it, or none at all does.
func (b *builder) concerns(named map[string]bool, id string) bool {
	mine, anybody := named[id]
	return mine || !anybody
}

// applies reports whether an activity concerns the reader.
func (b *builder) applies(a *policy.Activity) bool { return b.reader.applies[a] }

// isFor works out whether an activity concerns the reader: its scopes include
// the reader's, its circumstance holds, and the event asks for some of its data.
func (b *builder) isFor(a *policy.Activity) bool {
	if !b.asked(a.When) || len(a.Data) > 0 && !slices.ContainsFunc(a.Data, b.asksFor) {
		return false
	}
	if b.scope == nil || len(a.Scopes) == 0 {
		return true
	}
	for _, id := range a.Scopes {
		if id == b.scope.ID {
			return true
		}
	}
	return false
}
