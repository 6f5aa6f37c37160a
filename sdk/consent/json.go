package consent

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// AppendJSON appends the record as JSON. The same record gives the same bytes,
// so that a hash of them proves it.
func (r *Record) AppendJSON(dst []byte) []byte {
	w := wire.NewWriter(dst)
	w.BeginObject()
	w.Key("id").String(r.ID)
	w.Key("version").Int(int64(r.Version))
	w.Key("status").String(string(r.Status))
	w.Key("subject").String(r.Subject)
	w.Key("at").String(r.At)
	writeText(w, "answered", r.Answered)
	w.Key("question").Raw(string(r.Question.AppendJSON(nil)))
	writeText(w, "said", r.Said)
	writeText(w, "act", string(r.Act))
	writeText(w, "interface", r.Interface)
	writeText(w, "by", string(r.By))
	if r.Staff != (Noted{}) {
		w.Key("staff").BeginObject()
		writeText(w, "channel", string(r.Staff.Channel))
		writeText(w, "by", r.Staff.By)
		writeText(w, "proof", r.Staff.Proof)
		w.EndObject()
	}
	writeText(w, "guardianVerified", r.Guardian.Verified)
	if !r.Until.IsZero() {
		w.Key("until").String(r.Until.String())
	}
	writeReasons(w, r.Reasons)
	writeText(w, "token", r.Token)
	return w.EndObject().Bytes()
}

// AppendJSON appends the question as JSON, as a record holds it.
func (q *Question) AppendJSON(dst []byte) []byte {
	w := wire.NewWriter(dst)
	w.BeginObject()
	writeText(w, "policy", q.Policy)
	writeText(w, "version", q.Version)
	writeText(w, "form", q.Form)
	writeText(w, "language", string(q.Language))
	writeText(w, "field", q.Field)
	writeText(w, "label", q.Label)
	writeTexts(w, "purposes", q.Purposes)
	writeTexts(w, "kept", q.Kept)
	w.Key("consent").Raw(string(q.Consent.AppendJSON(nil)))
	return w.EndObject().Bytes()
}

func writeText(w *wire.Writer, name, value string) {
	if value != "" {
		w.Key(name).String(value)
	}
}

func writeTexts(w *wire.Writer, name string, list []string) {
	if len(list) == 0 {
		return
	}
	w.Key(name).BeginArray()
	for _, s := range list {
		w.String(s)
	}
	w.EndArray()
}

func writeReasons(w *wire.Writer, list []Reason) {
	if len(list) == 0 {
		return
	}
	w.Key("reasons").BeginArray()
	for _, r := range list {
		w.BeginObject().Key("code").String(string(r.Code))
		if r.Voids {
			w.Key("voids").Bool(true)
		}
		for _, a := range r.Args {
			w.Key(a.Name).String(a.Value)
		}
		w.EndObject()
	}
	w.EndArray()
}

// ReadRecord reads what [Record.AppendJSON] wrote. It skips members that it does
// not know, and takes what is missing for empty. The error holds nothing of what
// was read.
func ReadRecord(data []byte) (Record, error) {
	n, err := wire.Read(data, wire.Limits{})
	if err != nil {
		return Record{}, err
	}
	return ReadRecordNode(n), nil
}

// ReadRecordNode is [ReadRecord] for a record inside a larger document.
func ReadRecordNode(n wire.Node) Record {
	version, _ := n.Get("version").Int()
	if version < 0 || version > 1<<31-1 { // what every host can count
		version = 0
	}
	staff := n.Get("staff")
	r := Record{
		ID: n.StrOf("id"), Version: int(version), Status: Status(n.StrOf("status")), Subject: n.StrOf("subject"), At: n.StrOf("at"), Answered: n.StrOf("answered"),
		Question: ReadQuestionNode(n.Get("question")), Said: n.StrOf("said"), Act: policy.ConsentAct(n.StrOf("act")),
		Interface: n.StrOf("interface"), By: Actor(n.StrOf("by")),
		Staff:    Noted{Channel: policy.Channel(staff.StrOf("channel")), By: staff.StrOf("by"), Proof: staff.StrOf("proof")},
		Guardian: Guardian{Verified: n.StrOf("guardianVerified")}, Token: n.StrOf("token"),
	}
	r.Until, _ = date.Parse(n.StrOf("until"))
	for _, c := range n.Get("reasons").Children {
		r.Reasons = append(r.Reasons, readReason(c))
	}
	return r
}

func readReason(n wire.Node) Reason {
	x := Reason{Code: Code(n.StrOf("code"))}
	x.Voids, _ = n.Get("voids").Bool()
	for _, a := range n.Children {
		if value, ok := a.Str(); ok && a.Name != "code" {
			x.Args = append(x.Args, arg(a.Name, value))
		}
	}
	return x
}

// ReadQuestionNode reads what [Question.AppendJSON] wrote, inside a larger
// document. It skips members that it does not know, and takes what is missing for
// empty.
func ReadQuestionNode(n wire.Node) Question {
	q := Question{
		Policy: n.StrOf("policy"), Version: n.StrOf("version"), Form: n.StrOf("form"), Language: locale.Tag(n.StrOf("language")),
		Field: n.StrOf("field"), Label: n.StrOf("label"), Purposes: strs(n, "purposes"), Kept: strs(n, "kept"),
	}
	if c := form.ReadConsent(n.Get("consent")); c != nil {
		q.Consent = *c
	}
	return q
}

func strs(n wire.Node, name string) []string {
	var list []string
	for _, c := range n.Get(name).Children {
		if s, ok := c.Str(); ok {
			list = append(list, s)
		}
	}
	return list
}
