package serve

import (
	"cmp"
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Delivery is a form that has been sent and found right, or one of the two
// parts of one: a form that asks for what may tell of a special category asks
// for the explicit consent first (GDPR Article 9(2)(a)), and for the rest on a
// page of its own once Receive has taken the consent.
type Delivery struct {
	// Submission holds the answers. Its Form tells the policy, its version, the form and the language.
	Submission *form.Submission
	// Event is the id of the event that the form was shown for; empty for none.
	Event string
	// Reference ties the two parts of a form together. It is the same again where a page is sent twice: after
	// a double click, a reload, or going back to change an answer. So keep the last one of each Reference
	// and Second.
	Reference string
	// Second is true for the second part. Keep one only if the last first part with that Reference says yes
	// to all of Consents, and else answer [ErrWithdrawn]: its page may still be open when the person goes back and
	// says no, and a consent that is taken back is no ground (GDPR Article 7(3)). A no that comes after a
	// second part that you have kept is a withdrawal too.
	Second bool
	// Consents are the fields of the first part, by name, whose yes a second part rests on; empty for a first
	// part.
	Consents []string
	// Records are the answers to the questions of consent, as they now stand; on record already where the
	// policy has a Ledger. Of a second part they are none: see those of the first.
	Records []consent.Record
	// More is true for a first part after which the person is asked for a second. It may never come.
	More bool
}

// take takes a form that has been filled in. Whatever is wrong with it, it
// comes back with everything that was typed.
func (s *site) take(w http.ResponseWriter, r *http.Request, a *asked) {
	in, ok := s.unpack(w, r, a)
	if !ok {
		return
	}
	st, problems := s.judge(a, &in)
	part := a.first
	if second := a.def.SecondOf(st.fields); second != nil {
		part = second
	}
	s.credit(a, part, r, in.values)
	var sub form.Submission
	problems = append(problems, part.Check(in.values, a.day, &sub)...)
	status := http.StatusUnprocessableEntity
	if in.cut != "" {
		status, problems = http.StatusRequestEntityTooLarge, ofFile(&a.lang.Form, problems, in.cut)
	}
	if len(problems) == 0 {
		if s.deliver(w, r, a, &sub, st) {
			return
		}
		w.Header().Set("Retry-After", "120")
		status, problems = http.StatusServiceUnavailable, []form.Problem{{Message: a.lang.Form.NotNow}}
	}
	state := form.State{Values: in.values, Problems: problems}
	if part != a.first {
		s.show(w, r, a, status, s.secondPage(a, part, s.seal(a, st), state, nil))
		return
	}
	s.show(w, r, a, status, s.formPage(a, s.seal(a, st), state))
}

// unpack reads what was sent, or answers that it is no form that could be shown
// again.
func (s *site) unpack(w http.ResponseWriter, r *http.Request, a *asked) (sent, bool) {
	var in sent
	status, detail := http.StatusForbidden, a.lang.Form.OtherSite
	if s.crossOrigin.Check(r) == nil {
		in, status = readSent(w, r, a.def)
		detail = a.lang.Form.Unreadable
	}
	switch status {
	case 0:
		return in, true
	case http.StatusRequestEntityTooLarge:
		detail = a.lang.Form.TooLarge
	case http.StatusUnsupportedMediaType:
		w.Header().Set("Accept-Post", urlencodedType+", "+multipartType) // Linked Data Platform 1.0, 7.1
	}
	s.fail(w, r, a.lang, problem{status: status, title: a.lang.Form.NotReceived, detail: detail, there: s.formThere(a)})
	return in, false
}

// judge reads the stamp and says what speaks against a person having sent the
// form just now. The stamp that it gives is for the form as it is shown again:
// the same if it will do, so that whoever was too fast need not wait anew.
//
// A filled trap is not answered with thanks, as is often done: autofill and
// screen readers can lead people into it, and then an enrolment would be lost
// and nobody would know. The form comes back with the trap empty, so that a
// person only has to send it again. It does not say why, and a program that
// reads no answers goes away.
func (s *site) judge(a *asked, in *sent) (stamp, []form.Problem) {
	t := &a.lang.Form
	now := s.now()
	st, genuine := s.unseal(a, in.stamp)
	switch age := now.Sub(st.at); {
	case !genuine:
		// Perhaps the policy has changed since; nobody has agreed to what it says now.
		in.values = slices.DeleteFunc(in.values, func(v form.Value) bool {
			f := a.def.Field(v.Name)
			return f != nil && f.Control == policy.ConsentControl
		})
		return stamp{at: now, reference: newReference()}, []form.Problem{{Message: t.Renewed}}
	case age > oldest:
		st.at = now.Add(-max(s.fillTime, 0))
		return st, []form.Problem{{Message: t.TooOld}}
	case s.fillTime > 0 && age < s.fillTime:
		return st, []form.Problem{{Message: t.TooFast}}
	case form.IsTrapped(in.values):
		return st, []form.Problem{{Message: t.SendAgain}}
	}
	return st, nil
}

// ofFile gives the problems of the file at which reading ended: what came after
// it is not known.
func ofFile(t *text.Form, problems []form.Problem, name string) []form.Problem {
	list := slices.DeleteFunc(problems, func(p form.Problem) bool { return p.Field != name })
	if len(list) == 0 {
		return []form.Problem{{Message: t.TooLarge}}
	}
	return list
}

// deliver puts the consents on record, hands the answers to the host and reports
// whether both went well, or the host knows that it must not take them; then it
// answers to the person.
func (s *site) deliver(w http.ResponseWriter, r *http.Request, a *asked, sub *form.Submission, st stamp) bool {
	d := Delivery{Submission: sub, Event: a.q.event, Reference: st.reference, Second: len(st.fields) > 0, Consents: needed(a, st)}
	var second *form.Definition
	err := s.record(r, a, &d, st)
	if err == nil && !d.Second {
		second = a.def.Second(sub)
		d.More = second != nil
	}
	if err == nil && s.receive != nil {
		err = s.callReceive(r.Context(), d)
	}
	switch {
	case d.Second && errors.Is(err, ErrWithdrawn):
		s.fail(w, r, a.lang, problem{status: http.StatusConflict, title: a.lang.Form.NotReceived, detail: a.lang.Form.Withdrawn, there: s.formThere(a)})
		return true
	case err != nil:
		s.log.Error("a form was not received", "policy", a.e.Doc.ID, "form", a.form.ID, "type", kind(err))
		return false
	case second == nil:
		s.show(w, r, a, http.StatusOK, s.receivedPage(a, sub, s.receiptBelow(r, a, st.reference)))
		return true
	}
	next := stamp{at: s.now(), reference: st.reference}
	for i := range second.Fields {
		next.fields = append(next.fields, second.Fields[i].Name)
	}
	s.show(w, r, a, http.StatusOK, s.secondPage(a, second, s.seal(a, next), form.State{Values: s.fromLogin(a, second, r)}, sub))
	return true
}

// needed names the consents that the fields of a second part rest on.
func needed(a *asked, st stamp) []string {
	var names []string
	for _, name := range st.fields {
		for _, consent := range a.def.Field(name).NeedsYes {
			if !slices.Contains(names, consent) {
				names = append(names, consent)
			}
		}
	}
	return names
}

// record puts the consents of a first part on record, and looks whether those of
// a second part still count; the error is then ErrWithdrawn if they do not.
func (s *site) record(r *http.Request, a *asked, d *Delivery, st stamp) error {
	if d.Second {
		if still, err := s.allowed(r.Context(), a, st, d.Consents); err != nil || !still {
			return cmp.Or(err, ErrWithdrawn)
		}
		return nil
	}
	var err error
	if d.Records, err = s.settle(r, a, d.Submission, st); err != nil {
		return err
	}
	return s.keep(r.Context(), a.e, d.Records)
}

// usualFillTime is how fast nobody fills in a form.
const usualFillTime = 2 * time.Second
