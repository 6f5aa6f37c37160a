package serve

import (
	"errors"
	"net/http"
	"slices"
	"strings"

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
	// Second is true for the second part. Where the policy has a Ledger, one comes only while all of Consents
	// count, and a no that comes later, from somebody who has gone back, is told to [Options.Withdrawn] like any
	// other. Without a Ledger nobody here knows: keep a second part only if the last first part with that
	// Reference says yes to all of Consents, else answer [ErrWithdrawn], and let a later no erase it (GDPR Article
	// 7(3)).
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
	if a.lacksEvent() {
		s.askEvent(w, r, a)
		return
	}
	in, ok := s.unpack(w, r, a, s.sends)
	if !ok {
		return
	}
	st, problems := s.judge(a, &in)
	part := a.first
	if second := a.def.SecondOf(st.fields); second != nil {
		part = second
	}
	s.credit(a, part, r, in.values)
	back := returned{part: part, stamp: st, values: in.values}
	if s.wait(w, r, s.sends) > 0 {
		s.giveBack(w, r, a, back.with(http.StatusTooManyRequests, form.Problem{Message: a.lang.Form.Crowded}))
		return
	}
	var sub form.Submission
	problems = append(problems, part.Check(in.values, a.day, &sub)...)
	switch {
	case in.cut != "":
		s.giveBack(w, r, a, back.with(http.StatusRequestEntityTooLarge, ofFile(&a.lang.Form, problems, in.cut)...))
	case len(problems) > 0:
		s.giveBack(w, r, a, back.with(http.StatusUnprocessableEntity, problems...))
	default:
		s.deliver(w, r, a, &sub, back)
	}
}

// unpack reads what was sent, or answers that it is no form that could be shown
// again; that counts as a visit.
func (s *site) unpack(w http.ResponseWriter, r *http.Request, a *asked, visits *limiter) (sent, bool) {
	if s.shared.Check(r) != nil {
		s.refuse(w, r, a, http.StatusForbidden, a.lang.Form.OtherSite)
		return sent{}, false
	}
	in, status := readSent(w, r, a.def)
	if status == 0 {
		return in, true
	}
	if s.crowded(w, r, visits, a.lang) {
		return sent{}, false
	}
	switch status {
	case http.StatusRequestEntityTooLarge:
		s.refuse(w, r, a, status, a.lang.Form.TooLarge)
	case http.StatusRequestTimeout:
		s.refuse(w, r, a, status, a.lang.Form.TooSlow)
	case http.StatusUnsupportedMediaType:
		w.Header().Set("Accept-Post", strings.Join(formTypes, ", ")) // Linked Data Platform 1.0, 7.1
		w.Header().Set("Accept-Encoding", "identity")                // RFC 9110, 12.5.3
		fallthrough
	default:
		s.refuse(w, r, a, status, a.lang.Form.Unreadable)
	}
	return sent{}, false
}

// refuse answers that nothing of a form has been received, and leads to it.
func (s *site) refuse(w http.ResponseWriter, r *http.Request, a *asked, status int, why string) {
	s.fail(w, r, a.lang, problem{status: status, title: a.lang.Form.NotReceived, detail: why, there: s.formThere(a)})
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
	now := s.Now()
	st, genuine := s.unseal(a, ofForm, in.stamp)
	switch age := now.Sub(st.at); {
	case !genuine:
		// Perhaps the policy has changed since; nobody has agreed to what it says now.
		in.values = slices.DeleteFunc(in.values, func(v form.Value) bool {
			f := a.def.Field(v.Name)
			return f != nil && f.Control == policy.ConsentControl
		})
		return stamp{use: ofForm, at: now, reference: newReference()}, []form.Problem{{Message: t.Renewed}}
	case age > oldest:
		st.at = now.Add(-s.FillTime)
		return st, []form.Problem{{Message: t.TooOld}}
	case s.FillTime > 0 && age < s.FillTime:
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

// deliver puts the consents on record and hands the answers to the host; then it
// answers to the person.
func (s *site) deliver(w http.ResponseWriter, r *http.Request, a *asked, sub *form.Submission, back returned) {
	st := back.stamp
	d := Delivery{Submission: sub, Event: a.q.event, Reference: st.reference, Second: len(st.fields) > 0, Consents: needed(a, st)}
	var second *form.Definition
	err := s.record(r, a, &d)
	if err == nil && !d.Second {
		second = a.def.Second(sub)
		d.More = second != nil
	}
	if err == nil && s.Receive != nil {
		err = s.callReceive(r.Context(), d)
	}
	if err == nil && d.Second {
		err = s.stillStand(r.Context(), a, &d)
	}
	if err == nil { // whoever has gone back and said no has taken it back
		err = s.tellWithdrawn(r.Context(), d.Records)
	}
	switch {
	case err == nil:
		s.thank(w, r, a, &d, second)
	case d.Second && errors.Is(err, ErrWithdrawn):
		s.refuse(w, r, a, http.StatusConflict, a.lang.Form.Withdrawn)
	default:
		s.complain(r, "a form was not received", "policy", a.e.Doc.ID, "form", a.form.ID, "type", kind(err))
		w.Header().Set("Retry-After", "120")
		s.giveBack(w, r, a, back.with(http.StatusServiceUnavailable, form.Problem{Message: a.lang.Form.NotNow}))
	}
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
func (s *site) record(r *http.Request, a *asked, d *Delivery) error {
	if d.Second {
		list, err := s.lapsed(r.Context(), a, d.Reference, d.Consents)
		if err == nil && len(list) > 0 {
			err = ErrWithdrawn
		}
		return err
	}
	from, err := s.callSender(r, d.Submission)
	if err != nil {
		return err
	}
	how := onForm
	if isJSON(r) {
		how = byProgram
	}
	d.Records = s.settle(d.Submission, from, d.Reference, how)
	if err := s.keep(r.Context(), a, d.Records); err != nil {
		return err
	}
	consent.Enforce(d.Submission, d.Records)
	return nil
}
