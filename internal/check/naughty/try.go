package main

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/serve"
)

var today = date.Date{Year: 2026, Month: 11, Day: 22}

// tryPolicy tries every string in every form of a policy and counts how often
// one was typed. The languages take turns.
func tryPolicy(doc *policy.Document, list []string) (int, error) {
	var log bytes.Buffer
	handler, err := serve.New([]serve.Policy{{Doc: doc}}, serve.Options{Logger: slog.New(slog.NewTextHandler(&log, nil)), FillTime: -1, PerMinute: -1})
	if err != nil {
		return 0, err
	}
	typed := 0
	for i := range doc.Forms {
		for l, lang := range doc.Languages {
			t, err := openForm(handler, doc, doc.Forms[i].ID, lang)
			if err != nil {
				return typed, err
			}
			for k := l; k < len(list); k += len(doc.Languages) {
				n, err := t.try(list[k])
				typed += n
				if err == nil && log.Len() > 0 {
					err = errors.New("something was logged")
				}
				if err != nil {
					return typed, fmt.Errorf("form %s in %s, string %d: %w", t.def.Form, lang, k, err)
				}
			}
		}
	}
	return typed, nil
}

// openForm opens a form, for no event in particular if it can be. One that must
// know the event first is opened for the event that asks for most.
func openForm(handler http.Handler, doc *policy.Document, id string, lang locale.Tag) (trial, error) {
	best, err := openFor(handler, doc, id, form.Context{Language: lang, At: today})
	if err == nil {
		return best, nil
	}
	for i := range doc.Scopes {
		if doc.Scopes[i].Kind != policy.EventScope {
			continue
		}
		t, failed := openFor(handler, doc, id, form.Context{Language: lang, At: today, Event: doc.Scopes[i].ID})
		if failed == nil && (best.def == nil || len(t.def.Fields) > len(best.def.Fields)) {
			best, err = t, nil
		}
	}
	return best, err
}

func openFor(handler http.Handler, doc *policy.Document, id string, c form.Context) (trial, error) {
	d, err := form.Derive(doc, id, c)
	if err != nil {
		return trial{}, err
	}
	t := trial{handler: handler, def: d, address: "/" + doc.ID + "/forms/" + id + "?lang=" + string(c.Language)}
	if c.Event != "" {
		t.address += "&event=" + c.Event
	}
	if err := t.open(); err != nil {
		return trial{}, err
	}
	return t, nil
}

// A trial is one form in one language.
type trial struct {
	handler http.Handler
	def     *form.Definition // with the fields of both parts
	address string
	stamp   string // the hidden value that the page brings back
}

// try types a string into all fields at once and sends them, and into each
// alone and checks it.
func (t *trial) try(text string) (int, error) {
	normal := norm.NFC.String(text)
	if err := t.send(text, normal); err != nil {
		return 0, err
	}
	typed := 0
	for i := range t.def.Fields {
		f := &t.def.Fields[i]
		if err := t.check(f, normal); err != nil {
			return typed, fmt.Errorf("field %s: %w", f.Name, err)
		}
		typed++
	}
	return typed, t.second(normal)
}

// check types into one field, after whatever answers it takes to be asked for.
func (t *trial) check(f *form.Field, text string) error {
	values := append(t.leading(f, 0), t.value(f, text))
	var s form.Submission
	for _, p := range t.def.Check(values, today, &s) {
		if p.Field != f.Name && !has(p.Others, f.Name) {
			continue
		}
		if p.Message == "" {
			return fmt.Errorf("refused as %s without a message", p.Code)
		}
		return nil
	}
	kept := s.Text(f.Name)
	var again form.Submission
	t.def.Check(append(t.leading(f, 0), t.value(f, kept)), today, &again)
	switch {
	case again.Text(f.Name) != kept:
		return errors.New("what is kept is not kept as it is when it is sent again")
	case isFree(f) && bare(kept) != bare(text):
		return errors.New("neither kept nor refused")
	}
	return nil
}

// value is an answer to the field.
func (t *trial) value(f *form.Field, text string) form.Value {
	v := form.Value{Name: f.Name, Text: text}
	if f.Control == policy.FileControl {
		v.Size = 9
		if len(f.Accept) > 0 {
			v.Type = f.Accept[0]
		}
	}
	return v
}

// leading gives the answers after which the field is asked for.
func (t *trial) leading(f *form.Field, depth int) []form.Value {
	var values []form.Value
	for _, name := range f.NeedsYes {
		values = append(values, form.Value{Name: name, Text: form.Yes})
	}
	conditions := []*form.Condition{f.If}
	for i := range t.def.Groups {
		if t.def.Groups[i].ID == f.Group {
			conditions = append(conditions, t.def.Groups[i].If)
		}
	}
	for _, c := range conditions {
		if c == nil || depth > len(t.def.Fields) {
			continue
		}
		if other := t.def.Field(c.Field); other != nil {
			values = append(values, t.leading(other, depth+1)...)
			values = append(values, t.value(other, append(c.Is, "x")[0]))
		}
	}
	return values
}

// second types into the fields that come on a page of their own.
func (t *trial) second(text string) error {
	var names []string
	for i := range t.def.Fields {
		names = append(names, t.def.Fields[i].Name)
	}
	d := t.def.SecondOf(names)
	if d == nil {
		return nil
	}
	var values []form.Value
	for i := range d.Fields {
		values = append(values, t.value(&d.Fields[i], text))
	}
	var s form.Submission
	problems := d.Check(values, today, &s)
	p := form.Printer{Stylesheet: "/form.css"}
	return errors.Join(
		sound(p.Page(d, form.State{Values: values, Problems: problems}), d, text),
		sound(p.ReceivedPage(d, &s), nil, text))
}

// isFree reports whether the field takes any text.
func isFree(f *form.Field) bool {
	return f.Control == policy.TextControl || f.Control == policy.LongTextControl
}

// bare leaves out spaces: a form tidies them.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
}

// isSpace has the spaces of Unicode and those without width.
func isSpace(r rune) bool {
	return strings.ContainsRune(" \t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff", r) || 0x2000 <= r && r <= 0x200b
}

func has(list []string, s string) bool {
	for _, one := range list {
		if one == s {
			return true
		}
	}
	return false
}
