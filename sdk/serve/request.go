package serve

import (
	"context"
	"crypto/sha256"
	"net/http"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Request is a request to use a right that has been sent and found right, with what the law
// and the policy say of it on the day of receipt. Of who asks it holds what they typed: nothing of
// that is in Answer, and Letter holds none of it either.
type Request struct {
	// Reference is the same again where a page is sent twice: keep the last one of each.
	Reference string
	// Number is what the person was told to call the request by: eight letters and digits with a hyphen. It
	// follows from the reference.
	Number string
	// Policy is the id of the policy.
	Policy string
	// Language is that of the page, and so of the letters.
	Language locale.Tag
	// Asked is what is asked for, received today.
	Asked rights.Request
	// Answer is what follows from the policy and the law today.
	Answer rights.Answer
	// Acknowledgement is the letter that the person has been shown.
	Acknowledgement rights.Letter
	// Name is who asks.
	Name string
	// Person is the name of the person whom the data are about; empty if that is who asks.
	Person string
	// Reach is where an answer reaches whoever asks.
	Reach string
	// Details is what was added in free text; may be empty.
	Details string
}

// String says nothing of who asks, so that nothing of it reaches a log by accident.
func (q Request) String() string { return "a request" }

// GoString says as little as String.
func (q Request) GoString() string { return "serve.Request{}" }

// requestPage answers with the page on which people use a right, or takes a request.
func (s *site) requestPage(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Referrer-Policy", "same-origin") // see form
	a := s.askedRequest(w, r)
	if a == nil {
		return
	}
	s.allow(w, signupScript, a.q)
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		vary(h, a.explicit, r.URL.Query().Has("format"))
		s.offer(w, r, a)
	case http.MethodPost:
		s.takeRequest(w, r, a)
	default:
		h.Set("Allow", "GET, HEAD, POST")
		s.refuse(w, r, a, http.StatusMethodNotAllowed, a.lang.Form.Unreadable)
	}
}

// askedRequest finds the page of requests of the policy that is asked for. Without
// one it answers itself.
func (s *site) askedRequest(w http.ResponseWriter, r *http.Request) *asked {
	e := s.byID[r.PathValue("policy")]
	if e == nil || e.requests == nil {
		s.noPage(w, r)
		return nil
	}
	a := &asked{e: e, form: &e.requests.Forms[0]}
	p := s.readForm(a, r)
	a.lang = text.In(a.q.lang)
	a.q.event = "" // what is asked for is not tied to one
	if p == nil {
		if err := s.deriveForm(a); err != nil {
			s.internal(w, r, a.lang, e, err)
			return nil
		}
		return a
	}
	s.fail(w, r, a.lang, *p)
	return nil
}

// takeRequest takes a request that has been filled in. Whatever is wrong with it,
// it comes back with everything that was typed.
func (s *site) takeRequest(w http.ResponseWriter, r *http.Request, a *asked) {
	in, ok := s.unpack(w, r, a, s.sends)
	if !ok {
		return
	}
	st, problems := s.judge(a, &in)
	s.credit(a, a.def, r, in.values)
	back := returned{part: a.def, stamp: st, values: in.values}
	if s.wait(w, r, s.sends) > 0 {
		s.giveBack(w, r, a, back.with(http.StatusTooManyRequests, form.Problem{Message: a.lang.Form.Crowded}))
		return
	}
	var sub form.Submission
	if problems = append(problems, a.def.Check(in.values, a.day, &sub)...); len(problems) > 0 {
		s.giveBack(w, r, a, back.with(http.StatusUnprocessableEntity, problems...))
		return
	}
	q, err := s.requestOf(r, a, &sub, st.reference)
	if err == nil {
		err = s.callRequested(r.Context(), q)
	}
	if err != nil {
		s.complain(r, "a request was not received", "policy", a.e.Doc.ID, "type", kind(err))
		w.Header().Set("Retry-After", "120")
		s.giveBack(w, r, a, back.with(http.StatusServiceUnavailable, form.Problem{Message: a.lang.Form.NotNow}))
		return
	}
	if wantsJSON(r) {
		s.sendJSON(w, r, a, http.StatusCreated, requestJSON(a, &q))
		return
	}
	s.show(w, r, a, http.StatusOK, s.acknowledgedPage(a, &q))
}

// requestOf makes the request of what was sent, and assesses it.
func (s *site) requestOf(r *http.Request, a *asked, sub *form.Submission, reference string) (Request, error) {
	q := Request{
		Reference: reference, Number: s.requestNumber(a, reference), Policy: a.e.Doc.ID, Language: a.q.lang,
		Asked: rights.Request{Right: law.Right(sub.Text(fieldRight)), Received: a.day, By: rights.Asker(sub.Text(fieldBy)), Activities: sub.Texts(fieldAbout)},
		Name:  sub.Text(fieldName), Person: sub.Text(fieldPerson), Reach: sub.Text(fieldReach),
	}
	if q.Asked.By == bySelf {
		q.Asked.By = rights.Self
	}
	if age, err := strconv.Atoi(sub.Text(fieldAge)); err == nil {
		q.Asked.Age = age
	}
	q.Asked.Died, _ = date.Parse(sub.Text(fieldDied))
	if s.Login != nil {
		if attributes, _, err := s.callLogin(r); err == nil && len(attributes) > 0 {
			q.Asked.Channel = policy.ByLogin
		}
	}
	for _, name := range []string{fieldCorrect, fieldSituation, fieldDetails} {
		q.Details = strings.TrimSpace(q.Details + "\n" + sub.Text(name))
	}
	var err error
	if q.Answer, err = rights.Assess(a.e.Doc, q.Asked, a.day); err != nil {
		return Request{}, err
	}
	q.Acknowledgement, _ = q.Answer.Letter(a.e.Doc, rights.Acknowledgement, a.lang, "")
	return q, nil
}

// requestNumber is what people call a request by: easy to say and to type, without
// letters that look like figures.
func (s *site) requestNumber(a *asked, reference string) string {
	const signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
	sum := sha256.Sum256([]byte(s.derive("request number", a.e.Doc.ID+" "+reference)))
	number := ""
	for i := range 8 {
		if i == 4 {
			number += "-"
		}
		number += string(signs[int(sum[i])%len(signs)])
	}
	return number
}

func (s *site) callRequested(ctx context.Context, q Request) (err error) {
	defer recovered(&err)
	return s.Requested(ctx, q)
}

// requestJSON tells a program what follows from a request.
func requestJSON(a *asked, q *Request) []byte {
	var w wire.Writer
	w.BeginObject()
	w.Key("reference").String(q.Reference)
	w.Key("number").String(q.Number)
	w.Key("answer").Raw(string(q.Answer.JSON(a.lang)))
	w.Key("letter").String(q.Acknowledgement.Text())
	w.EndObject()
	return append(w.Bytes(), '\n')
}

// acknowledgedPage is what the person reads once a request has been received: the
// letter, and what follows from policy and law, as far as a program can tell.
func (s *site) acknowledgedPage(a *asked, q *Request) []byte {
	t := &a.lang.Ask
	h := s.beginForm(a, q.Acknowledgement.Title, nil)
	s.endTools(h, a, "")
	h.raw("<article class=\"lagrum-letter\">\n")
	h.heading("h1", q.Acknowledgement.Title)
	h.raw(`<p class="lagrum-summary">`).text(locale.Format(t.Number, locale.Arg{Name: "number", Value: q.Number})).raw("</p>\n")
	for i := range q.Acknowledgement.Parts {
		h.letterPart(&q.Acknowledgement.Parts[i])
	}
	h.heading("h2", t.Foreseen)
	h.paragraph(t.ForeseenIs)
	h.list(q.Answer.Grounds(a.e.Doc, a.lang))
	for _, part := range []struct {
		heading string
		reasons []rights.Reason
	}{{a.lang.Rights.Limits, q.Answer.Limits}, {a.lang.Notice.Recourse, q.Answer.Recourse}} {
		if len(part.reasons) == 0 {
			continue
		}
		h.heading("h2", part.heading)
		for i := range part.reasons {
			h.paragraph(part.reasons[i].In(a.lang))
		}
	}
	h.raw("</article>\n")
	return h.end()
}

func (h *html) letterPart(p *rights.Part) {
	h.heading("h2", p.Heading)
	if p.List {
		h.list(p.Lines)
		return
	}
	for _, line := range p.Lines {
		h.paragraph(line)
	}
}

func (h *html) list(items []string) {
	h.raw("<ul>\n")
	for _, item := range items {
		h.raw("<li>").text(item).raw("</li>\n")
	}
	h.raw("</ul>\n")
}
