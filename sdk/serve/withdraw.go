package serve

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// withdrawPage shows the consent that a token leads to, and takes it back. Only
// pressing the button does: programs that open the links in a mail to look at
// them change nothing.
func (s *site) withdrawPage(w http.ResponseWriter, r *http.Request) {
	personal(w.Header())
	// The page posts to itself; see form.
	w.Header().Set("Referrer-Policy", "same-origin")
	e := s.byID[r.PathValue("policy")]
	if e == nil {
		s.noPage(w, r)
		return
	}
	lang := text.In(e.languages.Match(header(r, "Accept-Language")))
	if s.own.Check(r) != nil {
		s.otherSite(w, r, lang)
		return
	}
	counts := s.looks
	if r.Method == http.MethodPost {
		counts = s.sends
	}
	if s.crowded(w, r, counts, lang) {
		return
	}
	if e.Ledger == nil {
		s.fail(w, r, lang, *s.missing(&lang.Serve, lang.Consent.NoSuch, nil))
		return
	}
	h, err := e.Ledger.ByToken(r.Context(), sum(r.PathValue("token")))
	if err != nil {
		s.internal(w, r, lang, e, err)
		return
	}
	last, any := h.Last()
	if !any || last.Record.Question.Policy != e.Doc.ID { // several policies may share a log
		s.fail(w, r, lang, *s.missing(&lang.Serve, lang.Consent.NoSuch, nil))
		return
	}
	lang = spokenIn(e, r, last.Record.Question.Language, lang)
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		s.showWithdrawal(w, r, e, &last.Record, lang)
	case http.MethodPost:
		s.withdraw(w, r, e, h, lang)
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		s.fail(w, r, lang, problem{status: http.StatusMethodNotAllowed, title: lang.Serve.NotAllowed, detail: lang.Form.Unreadable})
	}
}

// spokenIn is the language of the page: the one in the address, or that of the
// question.
func spokenIn(e *entry, r *http.Request, asked locale.Tag, otherwise *text.Language) *text.Language {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return otherwise
	}
	if tag, ok := declared(e.Doc.Languages, values.Get("lang")); ok {
		asked = tag
	}
	if l := text.In(asked); l != nil {
		return l
	}
	return otherwise
}

// withdraw takes a consent back, tells the host, and shows what follows.
func (s *site) withdraw(w http.ResponseWriter, r *http.Request, e *entry, h ledger.History, lang *text.Language) {
	record, err := s.takeBack(r.Context(), e, h)
	if err != nil {
		w.Header().Set("Retry-After", "120")
		s.complain(r, "a consent could not be taken back", "policy", e.Doc.ID, "type", kind(err))
		s.fail(w, r, lang, problem{status: http.StatusServiceUnavailable, title: lang.Serve.Failed, detail: lang.Serve.TryLater})
		return
	}
	if record.Status == consent.Withdrawn {
		if err := s.callWithdrawn(r.Context(), record); err != nil {
			w.Header().Set("Retry-After", "120")
			s.fail(w, r, lang, problem{status: http.StatusServiceUnavailable, title: lang.Consent.WithdrawDone, detail: lang.Serve.TryLater})
			return
		}
	}
	s.showWithdrawal(w, r, e, &record, lang)
}

// takeBack puts on record that a consent is taken back, and gives the record as it
// then stands. Where another request came in between, it looks again: mostly that one
// has taken it back already.
func (s *site) takeBack(ctx context.Context, e *entry, h ledger.History) (consent.Record, error) {
	last, _ := h.Last()
	for attempt := 1; ; attempt++ {
		next, open := last.Record.Withdraw(s.Now().Format(time.RFC3339), cmp.Or(last.Record.By, consent.Self)) // whoever has the link got the receipt
		if !open {
			return last.Record, nil
		}
		next.Interface = byLink
		_, err := e.Ledger.Append(ctx, versionKey(&next), next)
		if err == nil {
			return next, nil
		}
		if !isLate(err) || attempt == attempts {
			return next, err
		}
		if h, err = e.Ledger.History(ctx, next.ID); err != nil {
			return next, err
		}
		last, _ = h.Last()
	}
}

// tellWithdrawn tells the host of each consent that now stands as taken back, or that
// counts no more since the person answered otherwise: also of one that it was told of
// before, since that may have failed.
func (s *site) tellWithdrawn(ctx context.Context, records []consent.Record) error {
	for i := range records {
		r := &records[i]
		if r.Status != consent.Withdrawn && (r.Status != consent.Invalidated || r.Version == 1) {
			continue
		}
		if err := s.callWithdrawn(ctx, *r); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) showWithdrawal(w http.ResponseWriter, r *http.Request, e *entry, record *consent.Record, lang *text.Language) {
	if wantsJSON(r) {
		var one wire.Writer
		s.writeRecord(&one, r, &asked{e: e}, record, true)
		s.sendJSON(w, r, &asked{q: query{lang: lang.Tag}}, http.StatusOK, append(one.Bytes(), '\n'))
		return
	}
	title := lang.Consent.WithdrawTitle
	if record.Status == consent.Withdrawn {
		title = lang.Consent.WithdrawDone
	}
	h := s.beginIn(&s.formStyle, lang, title, nil)
	s.bar(h, lang.Serve.Overview, nil)
	h.beginTools(serviceName(e.Doc, lang.Tag))
	h.endTools()
	h.main("lagrum-filling")
	p := consent.Printer{Form: s.formOf(e, &record.Question, lang.Tag)}
	h.out = append(h.out, p.Withdrawal(record, consent.EffectOf(e.Doc, record.Question.ID, record.Question.Form, lang), lang)...)
	page := h.end()
	w.Header().Set("Content-Type", htmlType)
	w.Header().Set("Content-Language", string(lang.Tag))
	w.Header().Set("Content-Length", strconv.Itoa(len(page)))
	if r.Method != http.MethodHead {
		w.Write(page)
	}
}

// formOf is the address of the form that asked the question; empty if it asks it no
// more.
func (s *site) formOf(e *entry, q *consent.Question, lang locale.Tag) string {
	f := e.Doc.Form(q.Form)
	if f == nil || !slices.ContainsFunc(f.Fields, func(field policy.Field) bool { return field.Consent == q.ID }) {
		return ""
	}
	return s.formAddress(e, f, query{lang: lang})
}
