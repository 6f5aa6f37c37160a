package serve

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
)

// choicesAddress is the address of the page on which the answers on the page with
// the reference are changed.
func (s *site) choicesAddress(a *asked, reference string) string {
	return s.personalAddress(a, "/choices/"+a.form.ID+".", reference)
}

// preferences answers with the page on which answers are changed, or changes them.
func (s *site) preferences(w http.ResponseWriter, r *http.Request) {
	personal(w.Header())
	w.Header().Set("Referrer-Policy", "same-origin") // see form
	id, code, _ := strings.Cut(r.PathValue("code"), ".")
	a := s.askedOf(w, r, id)
	if a == nil {
		return
	}
	if s.own.Check(r) != nil {
		s.otherSite(w, r, a.lang)
		return
	}
	counts := s.looks
	if !readsOnly(r) {
		counts = s.sends
	}
	if s.crowded(w, r, counts, a.lang) {
		return
	}
	var list []standing
	var err error
	reference, right := s.referenceIn(a, code)
	if right {
		list, err = s.standings(r.Context(), a, reference)
	}
	switch {
	case err != nil:
		s.internal(w, r, a.lang, a.e, err)
	case !slices.ContainsFunc(list, standing.answered):
		s.noReceipt(w, r, a)
	case readsOnly(r):
		s.show(w, r, a, http.StatusOK, s.preferencesPage(a, reference, list, ""))
	case r.Method == http.MethodPost:
		s.choose(w, r, a, reference, list)
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		s.refuse(w, r, a, http.StatusMethodNotAllowed, a.lang.Form.Unreadable)
	}
}

// A standing is how one question of consent stands for the person.
type standing struct {
	question consent.Question
	hint     string         // what the form says below it; may be empty
	last     consent.Record // zero if it has not been put
	answer   string         // form.Yes or form.No; empty if it is to be answered, for the first time or again
	reasons  []string       // why it is put again
}

func (x standing) answered() bool { return x.last.Version > 0 }

// standings gives how the questions of a form stand. One that depends on other
// answers is among them only if it was put: the other answers are not known here.
func (s *site) standings(ctx context.Context, a *asked, reference string) ([]standing, error) {
	var list []standing
	for _, q := range consent.Asked(a.def) {
		h, err := a.e.Ledger.History(ctx, s.recordID(reference, q.Field))
		if err != nil {
			return nil, err
		}
		x := standing{question: q, hint: a.def.Field(q.Field).Hint}
		if last, any := h.Last(); any {
			x.last = last.Record
			x.stand(a)
		} else if depends(a.def, q.Field) {
			continue
		}
		list = append(list, x)
	}
	return list, nil
}

// stand works out what the last answer is worth today. One that is to be given
// anew is not chosen beforehand (GDPR recital 32).
func (x *standing) stand(a *asked) {
	switch x.last.Status {
	case consent.Refused, consent.Withdrawn:
		x.answer = form.No
		return
	case consent.Requested:
		return
	}
	now := consent.Stands(x.last, x.question, a.day, date.Date{})
	if !now.Ask {
		x.answer = form.Yes
		return
	}
	for i := range now.Reasons {
		if now.Reasons[i].Code != consent.NotGiven {
			x.reasons = append(x.reasons, now.Reasons[i].In(a.lang))
		}
	}
}

// depends reports whether the field is asked for after certain other answers only.
func depends(d *form.Definition, field string) bool {
	f := d.Field(field)
	return f.If != nil || slices.ContainsFunc(d.Groups, func(g form.Group) bool { return g.ID == f.Group && g.If != nil })
}

// choose puts the answers on record, tells the host of what was taken back, and
// leads to the receipt, which says how they now stand.
func (s *site) choose(w http.ResponseWriter, r *http.Request, a *asked, reference string, list []standing) {
	if isJSON(r) { // the page is for people, and its records say so
		s.refuse(w, r, a, http.StatusUnsupportedMediaType, a.lang.Form.Unreadable)
		return
	}
	in, ok := s.unpack(w, r, a, nil) // the visit is counted
	if !ok {
		return
	}
	st, genuine := s.unseal(a, ofChoices, in.stamp)
	sub, right := s.chosen(a, list, in.values)
	switch {
	case !genuine || st.reference != reference:
		s.show(w, r, a, http.StatusUnprocessableEntity, s.preferencesPage(a, reference, list, a.lang.Form.Renewed))
		return
	case s.Now().Sub(st.at) > oldest:
		s.show(w, r, a, http.StatusUnprocessableEntity, s.preferencesPage(a, reference, list, a.lang.Form.TooOld))
		return
	case !right:
		s.refuse(w, r, a, http.StatusBadRequest, a.lang.Form.Unreadable)
		return
	case !slices.Equal(st.fields, versions(list)) && differs(sub, list): // to save twice what is so already does no harm
		s.show(w, r, a, http.StatusUnprocessableEntity, s.preferencesPage(a, reference, list, a.lang.Form.Renewed))
		return
	}
	if err := s.change(r, a, reference, list, sub); err != nil {
		s.complain(r, "choices could not be changed", "policy", a.e.Doc.ID, "form", a.form.ID, "type", kind(err))
		w.Header().Set("Retry-After", "120")
		s.fail(w, r, a.lang, problem{status: http.StatusServiceUnavailable, title: a.lang.Serve.Failed, detail: a.lang.Serve.TryLater})
		return
	}
	http.Redirect(w, r, s.receiptAddress(a, reference), http.StatusSeeOther)
}

// versions names the record that each answer on the page is from: whoever saves a
// page that is no longer as things are would give again, without a thought, what has
// been taken back since (GDPR recital 32).
func versions(list []standing) []string {
	var names []string
	for _, x := range list {
		names = append(names, x.question.Field+":"+strconv.Itoa(x.last.Version))
	}
	return names
}

// differs reports whether the answers say anything else than what stands.
func differs(sub *form.Submission, list []standing) bool {
	return slices.ContainsFunc(list, func(x standing) bool {
		return sub.Has(x.question.Field) && sub.Text(x.question.Field) != x.answer
	})
}

// chosen checks the answers to the questions of the list: as a form of those that
// were answered.
func (s *site) chosen(a *asked, list []standing, values []form.Value) (*form.Submission, bool) {
	var sub form.Submission
	part, err := questions(a.def, func(name string) bool {
		return slices.ContainsFunc(list, func(x standing) bool { return x.question.Field == name }) &&
			slices.ContainsFunc(values, func(v form.Value) bool { return v.Name == name && v.Text != "" })
	})
	return &sub, err == nil && len(part.Check(values, a.day, &sub)) == 0
}

// questions gives the form of those questions of consent that are kept, each to
// be answered by itself.
func questions(d *form.Definition, keep func(name string) bool) (*form.Definition, error) {
	part := *d
	part.Groups, part.Fields, part.Lexicon.Sections = nil, nil, nil
	for _, f := range d.Fields {
		if f.Consent != nil && keep(f.Name) {
			f.Required, f.If, f.Group, f.NeedsYes, f.OneOf = true, nil, "", nil, ""
			part.Fields = append(part.Fields, f)
		}
	}
	return form.Read(part.AppendJSON(nil))
}

// change puts the answers on record, under the pseudonym of the earlier ones, and
// tells the host of each consent that now stands as taken back.
func (s *site) change(r *http.Request, a *asked, reference string, list []standing, sub *form.Submission) error {
	from, err := s.callSender(r, sub)
	if err != nil {
		return err
	}
	for _, x := range list {
		if x.answered() {
			from.Person.Subject = x.last.Subject
		}
	}
	records := s.settle(sub, from, reference, onChoices)
	if err := s.keep(r.Context(), a, records); err != nil {
		return err
	}
	return s.tellWithdrawn(r.Context(), records)
}
