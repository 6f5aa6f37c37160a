package serve_test

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/serve"
)

// Whoever goes back and says no, and then sends the second page that is still
// open, is told that it has not been received.
func TestConsentTakenBackBetweenTheParts(t *testing.T) {
	var log bytes.Buffer
	s := newSchool(t, serve.Options{Logger: slog.New(slog.NewTextHandler(&log, nil)), FillTime: -1})
	f := s.open(t, signUp).right().with("lunch", "yes", "diet-yes", "yes")
	second := formOn(t, post(s, f).Body.Bytes())
	post(s, f.with("diet-yes", ""))
	if len(s.kept) != 2 || s.kept[0].Reference != s.kept[1].Reference || s.kept[1].Submission.Text("diet-yes") != form.No {
		t.Fatalf("%d received", len(s.kept))
	}
	s.fail = errors.Join(errors.New("reference known"), serve.ErrWithdrawn)
	w := post(s, second.with("diet", "no nuts"), "Accept", "text/html")
	page := w.Body.String()
	if w.Code != http.StatusConflict || !strings.Contains(page, "you have since taken it back") || strings.Contains(page, "no nuts") || !strings.Contains(page, "/forms/sign-up") || log.Len() > 0 {
		t.Errorf("%d, logged %s: %s", w.Code, &log, page)
	}
	inspect(t, "taken back", w.Body.Bytes())
	// To a first part it is an error as any other.
	if w := post(s, f); w.Code != http.StatusServiceUnavailable {
		t.Errorf("first part: %d", w.Code)
	}
}

// A panic of the host loses no form, and nothing that it holds is logged.
func TestReceivePanics(t *testing.T) {
	for _, cry := range []any{"no room for kim@example.com", errors.New("kim@example.com"), http.ErrAbortHandler} {
		var log bytes.Buffer
		s := newSchool(t, serve.Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
		s.cry = cry
		f := s.open(t, signUp).right()
		w := post(s, f)
		if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
			t.Errorf("%T: %d", cry, w.Code)
		}
		if strings.Contains(log.String(), "kim") || !strings.Contains(log.String(), "panic of type ") {
			t.Errorf("%T: the log says %s", cry, &log)
		}
		s.cry = nil
		if w := post(s, formOn(t, w.Body.Bytes())); w.Code != http.StatusOK || len(s.kept) != 1 || s.kept[0].Submission.Text("name") != "Kim Alm" {
			t.Errorf("%T: sent again it is %d", cry, w.Code)
		}
	}
}

// A log-in that fails, in whatever way, leaves a form that can be filled in by
// hand, and the log says why without a word of the host's.
func TestLoginFails(t *testing.T) {
	const source = `
id: academy
languages: [en]
data:
  - id: number
    nationalNumber: se.personnummer
    sources: [{kind: third-party, channel: login, attribute: norEduPersonNIN}]
    transient: {becomes: account}
  - {id: account, label: {en: account}}
  - {id: name, label: {en: name}}
forms:
  - id: sign-up
    fields: [{datum: account, numbers: [se.hsaid], filledFrom: norEduPersonNIN}, {datum: name, required: true, filledFrom: cn}]
`
	const address = "/academy/forms/sign-up"
	number := "196408233234"
	login := func(convert form.Converter) func(*http.Request) ([]form.Attribute, form.Converter) {
		return func(*http.Request) ([]form.Attribute, form.Converter) {
			return []form.Attribute{{Name: "norEduPersonNIN", Value: []byte(number)}, {Name: "cn", Value: []byte("Kim")}}, convert
		}
	}
	for name, c := range map[string]struct {
		login func(*http.Request) ([]form.Attribute, form.Converter)
		says  string
		fills bool // what the log-in has beside the number
	}{
		"the log-in panics":    {func(*http.Request) ([]form.Attribute, form.Converter) { panic(number) }, `panic of type string`, false},
		"the converter panics": {login(func(string, []byte) (string, error) { panic(number) }), "could not be converted: panic of type string", true},
		"the converter fails":  {login(func(string, []byte) (string, error) { return "", errors.New(number) }), "could not be converted: *errors.errorString", true},
		"no converter":         {login(nil), "there is no converter", true},
		"it gives nonsense":    {login(func(string, []byte) (string, error) { return number, nil }), "is not valid: ident.Reason", true},
	} {
		var log bytes.Buffer
		h, err := serve.New([]serve.Policy{{Doc: policyfile.Parse("p.yaml", []byte(source)).Doc}}, serve.Options{
			Login: c.login, FillTime: -1, Logger: slog.New(slog.NewTextHandler(&log, nil)),
		})
		if err != nil {
			t.Fatal(err)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
		f := formOn(t, w.Body.Bytes())
		if w.Code != http.StatusOK || f.values.Get("account") != "" || (f.values.Get("name") == "Kim") != c.fills {
			t.Errorf("%s: %d, filled in %v", name, w.Code, f.values)
		}
		if w := post(h, f.with("name", "Kim Alm")); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Kim Alm") {
			t.Errorf("%s: sent, it is %d", name, w.Code)
		}
		if strings.Contains(log.String(), number) || !strings.Contains(log.String(), c.says) {
			t.Errorf("%s: the log says %s", name, &log)
		}
	}
}
