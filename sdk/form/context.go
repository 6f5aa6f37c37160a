package form

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Context says for whom a form is derived.
type Context struct {
	Language locale.Tag // one of the policy's languages; empty for its first
	Event    string     // the id of the event; empty for a form with all that any event asks for
	At       date.Date  // the day on which it is shown; zero for the day from which the policy applies

	// Sum hashes a text, such as SHA-256 in hexadecimal: the core has no hash. Without it the questions of
	// consent carry no fingerprint, and no answer to them can be proved.
	Sum func(text string) string
	// Earlier are older versions of the policy under which people may have consented. A yes that they gave
	// still counts if nothing has changed since but in words, or to less; package change tells.
	Earlier []*policy.Document
}

// A ContextError says that a policy has no form for a context.
type ContextError struct {
	Field string   // "form", "consent", "language" or "event"
	Value string   // what was asked for
	Known []string // what there is
}

// Error says what was asked for and what there is. All of it comes from the
// program or the policy.
func (e *ContextError) Error() string {
	msg := "form: the policy has no " + e.Field + " " + `"` + e.Value + `"`
	if len(e.Known) > 0 {
		msg += "; it has " + strings.Join(e.Known, ", ")
	}
	return msg
}

// language finds the words of the language, if the policy has it.
func (c *Context) language(doc *policy.Document) (*text.Language, error) {
	if c.Language == "" && len(doc.Languages) > 0 {
		c.Language = doc.Languages[0]
	}
	var known []string
	for _, tag := range doc.Languages {
		lang := text.In(tag)
		if lang != nil && tag == c.Language {
			return lang, nil
		}
		if lang != nil {
			known = append(known, string(tag))
		}
	}
	return nil, &ContextError{Field: "language", Value: string(c.Language), Known: known}
}

// circumstances gives those that hold for the event; nil stands for all.
func (c *Context) circumstances(doc *policy.Document) (map[string]bool, error) {
	if c.Event == "" {
		return nil, nil
	}
	var known []string
	for i := range doc.Scopes {
		s := &doc.Scopes[i]
		if s.Kind != policy.EventScope {
			continue
		}
		if s.ID == c.Event {
			holds := map[string]bool{}
			for _, id := range s.Has {
				holds[id] = true
			}
			return holds, nil
		}
		known = append(known, s.ID)
	}
	return nil, &ContextError{Field: "event", Value: c.Event, Known: known}
}
