package submission

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ident"
)

// explain counts a submission that the schema accepts and Check refuses by its
// first class, or says which problem has none.
func (t *Trial) explain(a *attempt, c *Count) string {
	for i := range a.problems {
		p := &a.problems[i]
		class := classOf(p, t.sentTo(a, p.Field))
		if class == "" {
			return "the schema accepts it, and Check says " + string(p.Code) + " of " + p.Field
		}
		if i == 0 {
			c.Differed[class]++
		}
	}
	return ""
}

func (t *Trial) sentTo(a *attempt, name string) string {
	text, _ := object(a.sent)[name].(string)
	return text
}

// classOf names why no schema can say what the problem says; nothing if one
// could.
func classOf(p *form.Problem, sent string) string {
	switch p.Code {
	case form.WrongIdent, form.FutureIdent, form.SeriesIdent, form.NotPostcode:
		// A schema sees length and characters. What figures mean, only who knows the register does.
		beyond := []ident.Reason{ident.Century, ident.Serial, ident.NotDate, ident.Future, ident.Checksum, ident.SeriesNotAccepted}
		if slices.ContainsFunc(beyond, func(r ident.Reason) bool { return p.Args[0].Value == r.Code() }) {
			return "check digits and dates of numbers"
		}
	case form.NotDate:
		if len(sent) == len("2026-02-30") {
			return "days in no calendar"
		}
	case form.TooEarly, form.TooLate:
		return "bounds of days"
	case form.TooSmall, form.TooGreat:
		return "bounds of numbers"
	case form.MayTell, form.MustNotTell:
		return "screening"
	case form.NotEmail, form.NotURL, form.NotTel:
		if strings.ContainsFunc(sent, func(r rune) bool { return r >= 0x80 }) {
			return "limits in bytes"
		}
	}
	return ""
}
