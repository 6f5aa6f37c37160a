package form

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/locale"
)

// A Code says what is wrong with an answer. Codes never change.
type Code string

// The codes.
const (
	Missing       Code = "missing"       // nothing was filled in
	TooShort      Code = "too-short"     // args: min
	TooLong       Code = "too-long"      // args: max
	WrongPattern  Code = "pattern"       // args: example
	WrongSigns    Code = "characters"    // control characters, or no UTF-8
	NotEmail      Code = "email"         // no e-mail address
	NotTel        Code = "tel"           // no telephone number
	NotURL        Code = "url"           // no web address
	NotNumber     Code = "number"        // no number
	TooSmall      Code = "too-small"     // args: min
	TooGreat      Code = "too-great"     // args: max
	NotDate       Code = "date"          // no day of the calendar
	TooEarly      Code = "too-early"     // args: min
	TooLate       Code = "too-late"      // args: max
	NotOffered    Code = "choice"        // none of the choices
	WrongIdent    Code = "ident"         // args: reason, as package ident gives it
	FutureIdent   Code = "ident-future"  // a date of birth in the future
	SeriesIdent   Code = "ident-series"  // a number of a series that is not accepted
	NotPostcode   Code = "postal-code"   // no postal code
	WrongFileType Code = "file-type"     // args: types
	FileTooLarge  Code = "file-size"     // args: size
	EmptyFile     Code = "file-empty"    // a file without content
	OneOf         Code = "one-of"        // args: labels; one of them is needed
	OnlyOne       Code = "only-one"      // args: labels; only one of them may be filled in
	TooOften      Code = "repeated"      // several answers where one is asked for
	TooMany       Code = "too-many"      // more answers than any form has
	MayTell       Code = "may-tell"      // args: class; the text may say too much. It can be kept all the same
	MustNotTell   Code = "must-not-tell" // args: class; the text says what it must not
)

// A Problem says what must be mended before the form can be received. It holds
// nothing of what was typed.
type Problem struct {
	Code    Code         // what is wrong
	Field   string       // the field's name; empty for the form as a whole
	Args    []locale.Arg // the figures and names in the message; days and numbers as they are kept
	Message string       // what to do, in the language of the form
	// True if it is a question: the person may send the text as it is, with the value "yes" under the
	// name that [KeepName] gives.
	Asks bool
	// The other fields that the problem is about, by name.
	Others []string
	// Where in the answer it is, in bytes; both 0 for the whole of it.
	Start, End int
}

// KeepName is the name under which a person says that a text that may tell too
// much is to be sent as it is.
func KeepName(field string) string { return keepPrefix + field }

const keepPrefix = "keep."

// problem makes a Problem of a field. The message begins with a capital letter.
func (d *Definition) problem(f *Field, code Code, w word, args ...locale.Arg) Problem {
	label := f.Label
	switch {
	case d.begins(w):
		label = locale.Capital(label)
	case !f.isConsent(): // a statement keeps its capital: Danish "I" is a word of its own
		label = locale.Small(label)
	}
	message := d.say(w, append([]locale.Arg{{Name: "label", Value: label}}, d.argWords(code, args)...)...)
	return Problem{Code: code, Field: f.Name, Args: args, Message: locale.Capital(message)}
}

// Refuse gives the Problem of a field as [Definition.Check] would tell it, for a
// host that knows more than the form: that a course is full on the day, or that
// a program takes whole numbers only. The arguments are those of the code. The
// codes that are about one answer have a message; for others, and for a field
// that the form does not have, it is empty.
func (d *Definition) Refuse(field string, code Code, args ...locale.Arg) Problem {
	if f := d.Field(field); f != nil && code == Missing {
		return d.missing(f)
	} else if w, ok := wordOf(code); f != nil && ok {
		return d.problem(f, code, w, args...)
	}
	return Problem{Code: code, Field: field, Args: args}
}

// wordOf gives the word of a code, for those that are about one answer.
func wordOf(code Code) (word, bool) {
	switch code {
	case TooShort:
		return wordTooShort, true
	case TooLong:
		return wordTooLong, true
	case WrongPattern:
		return wordLooks, true
	case NotEmail:
		return wordEmail, true
	case NotTel:
		return wordTel, true
	case NotURL:
		return wordURL, true
	case NotNumber:
		return wordNumber, true
	case TooSmall:
		return wordLeast, true
	case TooGreat:
		return wordMost, true
	case NotDate:
		return wordDate, true
	case TooEarly:
		return wordEarliest, true
	case TooLate:
		return wordLatest, true
	case NotOffered:
		return wordOffered, true
	case WrongIdent:
		return wordWrong, true
	case FutureIdent:
		return wordUnborn, true
	case SeriesIdent:
		return wordSeries, true
	}
	return 0, false
}

// begins reports whether the word begins with the label.
func (d *Definition) begins(w word) bool {
	const label = "{label}"
	return len(d.words[w]) >= len(label) && d.words[w][:len(label)] == label
}

// missing is the Problem of an answer that is not there.
func (d *Definition) missing(f *Field) Problem {
	w := wordEnter
	switch {
	case f.isConsent():
		w = wordAnswerIt
	case f.isFile():
		w = wordAttach
	case f.isChoice():
		w = wordChoose
	}
	p := d.problem(f, Missing, w)
	if f.Missing != "" {
		p.Message = f.Missing
	}
	return p
}

// AppendProblems appends the problems as a JSON array.
func AppendProblems(dst []byte, problems []Problem) []byte {
	w := wire.NewWriter(dst)
	w.BeginArray()
	for i := range problems {
		writeProblem(w, &problems[i])
	}
	w.EndArray()
	return w.Bytes()
}

// ReadProblems reads what [AppendProblems] wrote, inside a larger document. It
// skips members that it does not know, and takes what is missing for empty.
func ReadProblems(n wire.Node) []Problem {
	var list []Problem
	for i := range n.Children {
		c := &n.Children[i]
		p := Problem{
			Code: Code(c.StrOf("code")), Field: c.StrOf("field"), Message: c.StrOf("message"), Asks: c.Is("asks"),
			Others: strs[string](c, "others"), Start: count(c, "start"), End: count(c, "end"),
		}
		for _, a := range c.Get("args").Children {
			p.Args = append(p.Args, locale.Arg{Name: a.Name, Value: a.Text})
		}
		list = append(list, p)
	}
	return list
}

func writeProblem(w *wire.Writer, p *Problem) {
	w.BeginObject()
	w.Key("code").String(string(p.Code))
	w.Key("field").String(p.Field)
	w.Key("args").BeginObject()
	for _, arg := range p.Args {
		w.Key(arg.Name).String(arg.Value)
	}
	w.EndObject()
	w.Key("message").String(p.Message)
	w.Key("asks").Bool(p.Asks)
	w.Key("others").BeginArray()
	for _, name := range p.Others {
		w.String(name)
	}
	w.EndArray()
	if p.End > 0 {
		w.Key("start").Int(int64(p.Start))
		w.Key("end").Int(int64(p.End))
	}
	w.EndObject()
}
