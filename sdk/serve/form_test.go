package serve_test

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/serve"
)

// academy has a form of two parts with one of everything, a form of one event,
// and one that nothing is asked in without an event.
const academy = `
id: academy
title: {en: How your data are used, sv: Så används dina uppgifter}
languages: [en, sv]
regime: EU-GDPR
circumstances:
  - {id: catering, text: {en: when food is served, sv: när det serveras mat}}
scopes:
  - {id: day, kind: event, title: {en: A day, sv: En dag}, has: [catering]}
  - {id: evening, kind: event, title: {en: An evening, sv: En kväll}}
parties:
  - {id: academy, name: Example Academy}
activities:
  - {id: mail, purposes: [news], controllers: [academy], basis: {article: 6(1)(a)}, data: [email], consents: [news]}
  - {id: food, purposes: [catering], controllers: [academy], basis: {article: 6(1)(a)}, specialGround: {article: 9(2)(a)}, data: [diet], consents: [diet-yes]}
data:
  - {id: name, label: {en: name, sv: namn}, term: "pd:Name"}
  - {id: email, label: {en: e-mail address, sv: e-postadress}, term: "pd:EmailAddress"}
  - {id: topics, label: {en: topics, sv: ämnen}}
  - {id: level, label: {en: level, sv: nivå}}
  - {id: question, label: {en: question, sv: fråga}, freeText: true}
  - {id: picture, label: {en: picture, sv: bild}}
  - {id: lunch, label: {en: lunch, sv: lunch}, when: catering}
  - {id: diet, label: {en: diet, sv: specialkost}, reveals: [{category: health, strength: strong}], when: catering}
consents:
  - id: news
    kind: ordinary
    purposes: [news]
    data: [email]
    text: {en: You may send me news., sv: Ni får skicka nyheter.}
    audienceText: {en: The academy., sv: Akademin.}
    withdraw: {en: With the link in your receipt., sv: Med länken i ditt kvitto.}
  - id: diet-yes
    kind: explicit
    purposes: [catering]
    data: [diet]
    text: {en: You may use what I say of my diet., sv: Ni får använda vad jag skriver om specialkost.}
    audienceText: {en: The academy., sv: Akademin.}
    withdraw: {en: With the link in your receipt., sv: Med länken i ditt kvitto.}
purposes:
  - {id: news, title: {en: News, sv: Nyheter}, text: {en: To tell you of new courses., sv: För att berätta om nya kurser.}}
  - {id: catering, title: {en: Food, sv: Mat}, text: {en: To serve food that you can eat., sv: För att ordna mat som du kan äta.}}
forms:
  - id: sign-up
    title: {en: Sign up, sv: Anmälan}
    received: {en: See you there!, sv: Vi ses!}
    fields:
      - {datum: name, required: true}
      - {datum: email, control: email, required: true, filledFrom: mail}
      - datum: topics
        control: checkboxes
        options: [{value: a, label: {en: A, sv: A}}, {value: b, label: {en: B, sv: B}}]
      - datum: level
        control: select
        options: [{value: low, label: {en: low, sv: låg}}, {value: high, label: {en: high, sv: hög}}]
      - {datum: question, control: long-text}
      - {datum: picture, control: file, accept: [image/png], maxBytes: 1000}
      - {datum: lunch, control: radio, options: [{value: "yes", label: {en: Yes, sv: Ja}}, {value: "no", label: {en: No, sv: Nej}}]}
      - {consent: news}
      - {consent: diet-yes, when: catering}
      - {datum: diet, if: {field: lunch, is: ["yes"]}}
  - id: evening-sign-up
    title: {en: For the evening, sv: Till kvällen}
    scope: evening
    fields: [{datum: name, required: true}]
`

func academyDoc(t testing.TB) *policy.Document {
	t.Helper()
	file := policyfile.Parse("academy.yaml", []byte(academy))
	if file.Findings.HasErrors() {
		t.Fatal(file.Findings)
	}
	return file.Doc
}

// A school is a handler at a time of its own that keeps what it receives.
type school struct {
	http.Handler
	now  time.Time
	kept []serve.Delivery
	fail error
	cry  any // what it panics with; nil if it does not
}

func newSchool(t testing.TB, o serve.Options) *school { return newSchoolWith(t, nil, o) }

// newSchoolWith keeps the academy's consents in a log; nil for none.
func newSchoolWith(t testing.TB, log *ledger.Log, o serve.Options) *school {
	t.Helper()
	s := &school{now: time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC)}
	o.Now = func() time.Time { return s.now }
	o.Receive = func(_ context.Context, d serve.Delivery) error {
		if s.cry != nil {
			panic(s.cry)
		}
		if s.fail == nil {
			s.kept = append(s.kept, d)
		}
		return s.fail
	}
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t), Ledger: log}, {Doc: courses(), Source: []byte(source)}}, o)
	if err != nil {
		t.Fatal(err)
	}
	s.Handler = h
	return s
}

// A filled is the form on a page, as a browser without script has it.
type filled struct {
	action, kind string
	values       url.Values
}

// formOn reads the form on a page that is sent by POST.
func formOn(t testing.TB, page []byte) filled {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Data == "form" && attribute(n, "method") == "post" {
			f := filled{action: attribute(n, "action"), kind: attribute(n, "enctype"), values: url.Values{}}
			for control := range n.Descendants() {
				f.take(control)
			}
			return f
		}
	}
	t.Fatalf("no form on the page: %.2000s", page)
	return filled{}
}

// take takes what a control sends.
func (f *filled) take(n *html.Node) {
	name := attribute(n, "name")
	switch {
	case n.Data == "textarea":
		text := ""
		if n.FirstChild != nil {
			text = n.FirstChild.Data
		}
		f.values.Add(name, text)
	case n.Data == "select":
		f.values.Set(name, "")
	case n.Data == "option" && has(n, "selected"):
		f.values.Set(attribute(n.Parent, "name"), attribute(n, "value"))
	case n.Data != "input", attribute(n, "type") == "file":
	case attribute(n, "type") == "checkbox" || attribute(n, "type") == "radio":
		if has(n, "checked") {
			f.values.Add(name, attribute(n, "value"))
		}
	default:
		f.values.Add(name, attribute(n, "value"))
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// with fills in more, by name and value in turn. An empty value takes away.
func (f filled) with(pairs ...string) filled {
	f.values = url.Values(http.Header(f.values).Clone())
	for i := 0; i+1 < len(pairs); i += 2 {
		if f.values.Del(pairs[i]); pairs[i+1] != "" {
			f.values.Set(pairs[i], pairs[i+1])
		}
	}
	return f
}

// typed gives what people typed or chose: all but what the page adds.
func (f filled) typed() url.Values {
	typed := url.Values{}
	for name, list := range f.values {
		if !strings.HasPrefix(name, "lagrum-") && strings.Join(list, "") != "" {
			typed[name] = list
		}
	}
	return typed
}

// post sends a form as a browser does.
func post(h http.Handler, f filled, header ...string) *httptest.ResponseRecorder {
	return send(h, f.action, "application/x-www-form-urlencoded", f.values.Encode(), header...)
}

func send(h http.Handler, target, kind, body string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, target, strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	r.Header.Set("Accept", "text/html")
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// open gets the form at an address and waits as long as people need.
func (s *school) open(t testing.TB, target string) filled {
	t.Helper()
	w := get(s, target)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d", target, w.Code)
	}
	s.now = s.now.Add(time.Minute)
	return formOn(t, w.Body.Bytes())
}

const signUp = "/academy/forms/sign-up?lang=en&event=day"

// right fills in the sign-up so that nothing is wrong with it.
func (f filled) right() filled { return f.with("name", "Kim Alm", "email", "kim@example.com") }

func TestFormsAreListed(t *testing.T) {
	s := newSchool(t, serve.Options{})
	for target, want := range map[string][]string{
		"/?lang=en":                       {"/academy/forms/sign-up?lang=en", "/academy/forms/evening-sign-up?lang=en"},
		"/academy?lang=sv":                {"/academy/forms/sign-up?lang=sv", "/academy/forms/evening-sign-up?lang=sv"},
		"/academy?lang=en&event=day":      {"/academy/forms/sign-up?lang=en&event=day"},
		"/academy?lang=en&event=evening":  {"/academy/forms/sign-up?lang=en&event=evening", "/academy/forms/evening-sign-up?lang=en&event=evening"},
		"/courses?lang=en":                nil,
		"/academy/forms/nothing?lang=en":  {"/academy/forms/sign-up?lang=en", "/academy/forms/evening-sign-up?lang=en"},
		"/academy?lang=en&layer=short":    {"/academy/forms/sign-up?lang=en", "/academy/forms/evening-sign-up?lang=en"},
		"/academy/forms/sign-up?event=no": {"/academy/forms/sign-up?lang=en", "/academy/forms/evening-sign-up?lang=en"},
	} {
		var got []string
		page := get(s, target, "Accept", "text/html").Body.Bytes()
		inspect(t, target, page)
		for _, link := range links(t, page) {
			if strings.Contains(link, "/forms/") && !slices.Contains(got, link) {
				got = append(got, link)
				if w := get(s, link); w.Code != http.StatusOK {
					t.Errorf("%s leads to %s: %d", target, link, w.Code)
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", target, diff)
		}
	}
}

func TestFormPage(t *testing.T) {
	s := newSchool(t, serve.Options{Base: "/privacy"})
	target := "/privacy" + signUp
	w := get(s, target)
	page := w.Body.String()
	inspect(t, target, w.Body.Bytes())
	for _, want := range []string{
		"<title>Sign up</title>", `<html lang="en">`, `action="/privacy/academy/forms/sign-up?lang=en&amp;event=day"`, `href="/privacy/academy?lang=en&amp;event=day"`,
		`<a href="/privacy/academy/forms/sign-up?lang=sv&amp;event=day" lang="sv" hreflang="sv">svenska</a>`,
		`<option value="day" selected>A day</option>`, "The form has two parts.", `>Sign up</h1>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, not := range []string{"Nothing that you fill in is stored", `name="diet"`} {
		if strings.Contains(page, not) {
			t.Errorf("the page has %s", not)
		}
	}
	for name, want := range map[string]string{"Cache-Control": "no-store", "Referrer-Policy": "same-origin", "Content-Language": "en", "Etag": "", "Set-Cookie": ""} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if csp := w.Header().Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';") {
		t.Errorf("Content-Security-Policy: %s", csp)
	}
	if w := ask(s, http.MethodHead, target); w.Code != 200 || w.Body.Len() > 0 || w.Header().Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("HEAD: %d with %d bytes", w.Code, w.Body.Len())
	}
	if w := get(s, target, "Accept-Language", "sv"); w.Header().Get("Vary") != "Accept" || len(w.Header().Values("Vary")) > 1 {
		t.Error("the address names the language, and the answer varies all the same")
	}
	if w := get(s, "/privacy/academy/forms/sign-up", "Accept-Language", "sv"); w.Header().Get("Content-Language") != "sv" || w.Header().Get("Vary") != "Accept-Language" {
		t.Errorf("asked for in Swedish: %v", w.Header())
	}
}

// A form of one event is shown for it, whether the address says so or not.
func TestFormOfAnEvent(t *testing.T) {
	s := newSchool(t, serve.Options{})
	f := s.open(t, "/academy/forms/evening-sign-up?lang=en")
	if f.action != "/academy/forms/evening-sign-up?lang=en&event=evening" {
		t.Errorf("sent to %s", f.action)
	}
	if w := post(s, f.with("name", "Kim")); w.Code != http.StatusOK || len(s.kept) != 1 || s.kept[0].Event != "evening" {
		t.Errorf("%d, %d received", w.Code, len(s.kept))
	}
}

func TestFormWithoutCatering(t *testing.T) {
	s := newSchool(t, serve.Options{})
	page := get(s, "/academy/forms/sign-up?lang=en&event=evening").Body.String()
	for _, not := range []string{"two parts", "diet", "lunch"} {
		if strings.Contains(page, not) {
			t.Errorf("where no food is served, the form says %q", not)
		}
	}
}

func TestWhatFormCannotBeHad(t *testing.T) {
	s := newSchool(t, serve.Options{})
	for name, c := range map[string]struct {
		method, target string
		status         int
	}{
		"no such policy":        {"GET", "/nothing/forms/sign-up", 404},
		"no such form":          {"GET", "/academy/forms/nothing", 404},
		"no form":               {"GET", "/academy/forms/", 404},
		"a policy without":      {"GET", "/courses/forms/sign-up", 404},
		"no such language":      {"GET", "/academy/forms/sign-up?lang=fi", 404},
		"no such event":         {"GET", "/academy/forms/sign-up?event=night", 404},
		"another event":         {"GET", "/academy/forms/evening-sign-up?event=day", 404},
		"not a query":           {"GET", "/academy/forms/sign-up?lang=%zz", 400},
		"another method":        {"PUT", signUp, 405},
		"sent to nothing":       {"POST", "/academy/forms/nothing", 404},
		"sent without a type":   {"POST", signUp, 415},
		"sent in no language":   {"POST", "/academy/forms/sign-up?lang=fi", 404},
		"more below":            {"GET", "/academy/forms/sign-up/more", 404},
		"forms of nobody":       {"GET", "/academy/forms", 404},
		"a path that goes back": {"GET", "/academy/forms/..", 307},
	} {
		w := ask(s, c.method, c.target, "Accept", "text/html")
		if w.Code != c.status {
			t.Errorf("%s: %d, want %d", name, w.Code, c.status)
		}
		if c.status == 405 && (w.Header().Get("Allow") != "GET, HEAD, POST" || strings.Contains(w.Body.String(), "Only for reading")) {
			t.Errorf("%s: Allow %q", name, w.Header().Get("Allow"))
		}
		if c.status != 307 {
			inspect(t, name, w.Body.Bytes())
		}
	}
}

// Without Receive a form can be tried: it says before and after that nothing is
// kept.
func TestDemo(t *testing.T) {
	now := time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC)
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t)}}, serve.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	w := get(h, signUp)
	now = now.Add(time.Minute)
	after := post(h, formOn(t, w.Body.Bytes()).right())
	for _, w := range []*httptest.ResponseRecorder{w, after} {
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Nothing that you fill in is stored.") {
			t.Errorf("%d: it does not say that nothing is kept", w.Code)
		}
	}
	for _, want := range []string{"<title>We have received your answers – Sign up</title>", "See you there!", "Kim Alm", `<a href="/academy/forms/sign-up?lang=en&amp;event=day">Fill in the form again</a>`} {
		if !strings.Contains(after.Body.String(), want) {
			t.Errorf("the answer lacks %s", want)
		}
	}
}

func TestLogin(t *testing.T) {
	mail := "ellen@example.com"
	s := newSchool(t, serve.Options{Login: func(r *http.Request) ([]form.Attribute, form.Converter) {
		if r.Header.Get("Authorization") == "" {
			return nil, nil
		}
		return []form.Attribute{{Name: "mail", Value: []byte(mail)}, {Name: "sn", Value: []byte("Alm")}}, nil
	}})
	w := get(s, signUp, "Authorization", "x")
	f := formOn(t, w.Body.Bytes())
	if diff := cmp.Diff(url.Values{"email": {mail}}, f.typed()); diff != "" || !strings.Contains(w.Body.String(), "From your log-in") {
		t.Errorf("filled in (-want +got):\n%s", diff)
	}
	if w := get(s, signUp); strings.Contains(w.Body.String(), mail) {
		t.Error("filled in for somebody who is not logged in")
	}
	s.now = s.now.Add(time.Minute)
	for text, want := range map[string]string{mail: "mail", "other@example.com": ""} {
		s.kept = nil
		if w := post(s, f.with("name", "Ellen", "email", text), "Authorization", "x"); w.Code != http.StatusOK {
			t.Fatal(w.Code)
		}
		if got := s.kept[0].Submission.From("email"); got != want {
			t.Errorf("%s comes from %q, want %q", text, got, want)
		}
	}
	if w := post(s, f.with("name", ""), "Authorization", "x"); !strings.Contains(w.Body.String(), "From your log-in") {
		t.Error("shown again, it no longer says where the answer comes from")
	}
}
