package rights

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/text"
)

// JSON gives the answer for programs, with the reasons in words of the language.
// Days stand as 2026-01-31; what is empty is left out.
func (a *Answer) JSON(l *text.Language) []byte {
	w := jsonWriter{lang: l}
	w.BeginObject()
	w.string("right", string(a.Right))
	w.string("regime", string(a.Regime))
	w.string("article", a.Article)
	w.string("lang", string(l.Tag))
	w.string("outcome", string(a.Outcome))
	w.string("says", OutcomeIn(a.Outcome, l))
	w.reasons("bars", a.Bars)
	w.verdicts(a.Activities)
	w.reasons("who", a.Who)
	w.reasons("identity", a.Identity)
	w.reasons("fee", a.Fee)
	w.reasons("limits", a.Limits)
	w.reasons("contents", a.Contents)
	w.reasons("recourse", a.Recourse)
	w.deadline(&a.Deadline)
	w.EndObject()
	return w.Bytes()
}

type jsonWriter struct {
	wire.Writer
	lang *text.Language
}

func (w *jsonWriter) string(key, value string) {
	if value != "" {
		w.Key(key).String(value)
	}
}

func (w *jsonWriter) day(key string, d date.Date) { w.string(key, d.String()) }

func (w *jsonWriter) strings(key string, list []string) {
	if len(list) == 0 {
		return
	}
	w.Key(key).BeginArray()
	for _, s := range list {
		w.String(s)
	}
	w.EndArray()
}

func (w *jsonWriter) reasons(key string, list []Reason) {
	if len(list) == 0 {
		return
	}
	w.Key(key).BeginArray()
	for i := range list {
		r := &list[i]
		w.BeginObject()
		w.string("code", string(r.Code))
		w.string("provision", r.Provision)
		w.string("says", r.In(w.lang))
		w.EndObject()
	}
	w.EndArray()
}

func (w *jsonWriter) verdicts(list []Verdict) {
	w.Key("activities").BeginArray()
	for i := range list {
		v := &list[i]
		w.BeginObject()
		w.string("activity", v.Activity)
		w.string("basis", string(v.Basis))
		w.string("outcome", string(v.Outcome))
		w.strings("data", v.Data)
		w.strings("stays", v.Stays)
		w.reasons("reasons", v.Reasons)
		w.EndObject()
	}
	w.EndArray()
}

func (w *jsonWriter) deadline(d *Deadline) {
	w.Key("deadline").BeginObject()
	w.string("status", string(d.Status))
	w.string("provision", d.Provision)
	w.day("received", d.Received)
	w.day("counted", d.Counted)
	w.day("due", d.Due)
	w.day("countedExtended", d.CountedTo)
	w.day("dueExtended", d.Last)
	if !d.Due.IsZero() {
		w.Key("extended").Bool(d.Extended)
		w.Key("left").Int(int64(d.Left))
	}
	w.reasons("steps", d.Steps)
	w.EndObject()
}
