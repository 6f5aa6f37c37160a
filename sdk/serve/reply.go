package serve

import (
	"net/http"
	"strconv"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
)

// A returned form is one that comes back with everything that was typed, since it
// could not be received.
type returned struct {
	part     *form.Definition // the form, or the part of it that was sent
	stamp    stamp            // to send it with again
	values   []form.Value
	status   int
	problems []form.Problem
}

func (b returned) with(status int, problems ...form.Problem) returned {
	b.status, b.problems = status, problems
	return b
}

// giveBack shows a form again, or tells a program what is wrong with what it sent.
func (s *site) giveBack(w http.ResponseWriter, r *http.Request, a *asked, b returned) {
	seal := s.seal(a, b.stamp)
	if wantsJSON(r) {
		s.fail(w, r, a.lang, problem{
			status: b.status, title: a.lang.Form.NotReceived, detail: counted(a.lang, a.lang.Form.SummaryTitle, len(b.problems)),
			form: &turned{b.problems, seal},
		})
		return
	}
	s.show(w, r, a, b.status, s.partPage(a, b.part, seal, form.State{Values: b.values, Problems: b.problems}))
}

// thank answers to a form that has been received: with the second part, if there
// is one, or else with the receipt, or where there is none with what was received.
//
// With a receipt a browser is led on, so that a reload sends nothing again. What
// was typed is nowhere then, and cannot be shown any more.
func (s *site) thank(w http.ResponseWriter, r *http.Request, a *asked, d *Delivery, second *form.Definition) {
	next := stamp{use: ofForm, at: s.Now(), reference: d.Reference, fields: namesOf(second)}
	onRecord := a.e.Ledger != nil && (d.Second || len(d.Records) > 0)
	switch {
	case wantsJSON(r):
		if onRecord {
			w.Header().Set("Location", s.receiptAddress(a, d.Reference))
		}
		s.sendJSON(w, r, a, http.StatusCreated, s.receivedJSON(r, a, d, second, next, onRecord))
	case second != nil && onRecord:
		http.Redirect(w, r, s.secondAddress(a, next), http.StatusSeeOther)
	case second != nil:
		state := form.State{Values: s.fromLogin(a, second, r)}
		s.show(w, r, a, http.StatusOK, s.secondPage(a, second, s.seal(a, next), state, d.Submission))
	case onRecord:
		http.Redirect(w, r, s.arrivalAddress(a, d), http.StatusSeeOther)
	default:
		s.show(w, r, a, http.StatusOK, s.receivedPage(a, d))
	}
}

// namesOf gives the names of the fields of a part; none for none.
func namesOf(part *form.Definition) []string {
	if part == nil {
		return nil
	}
	var names []string
	for i := range part.Fields {
		names = append(names, part.Fields[i].Name)
	}
	return names
}

// sendJSON answers with JSON that is for nobody else and is kept nowhere.
func (s *site) sendJSON(w http.ResponseWriter, r *http.Request, a *asked, status int, body []byte) {
	h := w.Header()
	h.Set("Content-Type", jsonType)
	h.Set("Content-Language", string(a.q.lang))
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

// formJSON is a form for a program: what to ask, where to send the answers, and
// the stamp to send with them.
func (s *site) formJSON(r *http.Request, a *asked, part *form.Definition, seal string, values []form.Value) []byte {
	var w wire.Writer
	w.BeginObject()
	s.writePart(&w, r, a, part, seal)
	w.Key("notice").String(s.absolute(r, s.address(a.e, a.q)))
	if len(values) > 0 {
		w.Key("values").BeginObject()
		for _, v := range values {
			w.Key(v.Name).String(v.Text)
		}
		w.EndObject()
	}
	w.EndObject()
	return append(w.Bytes(), '\n')
}

func (s *site) writePart(w *wire.Writer, r *http.Request, a *asked, part *form.Definition, seal string) {
	w.Key("action").String(s.absolute(r, s.addressOf(a)))
	w.Key("stamp").String(seal)
	w.Key("definition").Raw(string(part.AppendJSON(nil)))
}

// receivedJSON tells a program what has become of what it sent.
func (s *site) receivedJSON(r *http.Request, a *asked, d *Delivery, second *form.Definition, next stamp, onRecord bool) []byte {
	var w wire.Writer
	w.BeginObject()
	w.Key("reference").String(d.Reference)
	w.Key("records").BeginArray()
	for i := range d.Records {
		s.writeRecord(&w, r, a, &d.Records[i], onRecord)
	}
	w.EndArray()
	if onRecord {
		w.Key("receipt").String(s.absolute(r, s.receiptAddress(a, d.Reference)))
		w.Key("choices").String(s.absolute(r, s.choicesAddress(a, d.Reference)))
	}
	w.Key("dropped").Raw(string(form.AppendDrops(nil, d.Submission.Dropped())))
	if second != nil {
		w.Key("second").BeginObject()
		s.writePart(&w, r, a, second, s.seal(a, next))
		w.EndObject()
	}
	w.EndObject()
	return append(w.Bytes(), '\n')
}

func (s *site) writeRecord(w *wire.Writer, r *http.Request, a *asked, record *consent.Record, onRecord bool) {
	w.BeginObject()
	w.Key("field").String(record.Question.Field)
	w.Key("id").String(record.ID)
	w.Key("status").String(string(record.Status))
	if onRecord && record.Status.Counts() {
		w.Key("withdraw").String(s.absolute(r, s.withdrawAddress(a.e, record.ID)))
	}
	w.EndObject()
}
