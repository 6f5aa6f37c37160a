package core

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
)

// AppendQuestions appends, as a JSON array, what a panel for choices needs of a form:
// of each of its questions of consent id, and by what a device judges answers to it, as
// [consent.Question.WriteAsked] writes it.
func AppendQuestions(dst []byte, d *form.Definition) []byte {
	w := wire.NewWriter(dst).BeginArray()
	for _, q := range consent.Asked(d) {
		w.BeginObject()
		w.Key("id").String(q.ID)
		q.WriteAsked(w)
		w.EndObject()
	}
	return w.EndArray().Bytes()
}
