package serve_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/serve"
)

const school1, evil = "https://www.school.example", "https://evil.example"

func TestOriginsMaySendForms(t *testing.T) {
	reg := newRegistryWith(t, serve.Options{Origins: []string{school1}})
	p := reg.fetch(t, signUp)
	f := reg.open(t, signUp).right().with("news", "yes")
	for name, c := range map[string]struct {
		header []string
		status int // of JSON; of HTML it is 303 instead of 201
	}{
		"the listed origin":        {[]string{"Origin", school1, "Sec-Fetch-Site", "cross-site"}, 201},
		"in old browsers":          {[]string{"Origin", school1}, 201},
		"another origin":           {[]string{"Origin", evil, "Sec-Fetch-Site", "cross-site"}, 403},
		"another, in old browsers": {[]string{"Origin", evil}, 403},
		"another port":             {[]string{"Origin", school1 + ":8443", "Sec-Fetch-Site", "cross-site"}, 403},
		"without encryption":       {[]string{"Origin", "http://www.school.example", "Sec-Fetch-Site", "cross-site"}, 403},
		"a longer name":            {[]string{"Origin", school1 + ".evil.example", "Sec-Fetch-Site", "cross-site"}, 403},
		"nobody knows":             {[]string{"Origin", "null", "Sec-Fetch-Site", "cross-site"}, 403},
	} {
		reg.kept = nil
		w := sendJSON(t, reg, p.Action, p.with(nil), c.header...)
		allowed := w.Header().Get("Access-Control-Allow-Origin")
		if w.Code != c.status || (len(reg.kept) == 1) != (c.status == 201) || (allowed == school1) != (c.status == 201) || allowed != "" && allowed != school1 {
			t.Errorf("%s: %d, %d received, allowed %q", name, w.Code, len(reg.kept), allowed)
		}
		if w.Header().Get("Access-Control-Allow-Credentials") != "" || !slices.Contains(w.Header().Values("Vary"), "Origin") {
			t.Errorf("%s: %v", name, w.Header())
		}
		if w := post(reg, f, c.header...); (w.Code == http.StatusSeeOther) != (c.status == 201) {
			t.Errorf("%s, as HTML: %d", name, w.Code)
		}
	}
}

// Other sites may ask for forms and receipts and load widgets; all else they are
// refused, as everything is to origins that are not listed.
func TestWhatOriginsMayAsk(t *testing.T) {
	reg := newRegistryWith(t, serve.Options{Origins: []string{school1}, Widgets: fstest.MapFS{"a.js": {Data: []byte("1")}}})
	to := reg.enrolled(t, "news", "yes")
	receipt := strings.Replace(strings.Replace(to, "/choices/sign-up.", "/forms/sign-up/receipts/", 1), "&amp;", "&", 1)
	token := withdrawal.FindStringSubmatch(get(reg, receipt).Body.String())[1]
	preflight := func(origin, target string) (int, http.Header) {
		w := ask(reg, http.MethodOptions, target, "Origin", origin, "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
		return w.Code, w.Header()
	}
	for target, open := range map[string]bool{
		signUp: true, receipt: true, "/widgets/a.js": true,
		"/": false, "/academy": false, "/academy/policy": false, "/openapi.json": false, to: false, token: false, "/nothing": false,
	} {
		code, h := preflight(school1, target)
		if (code == http.StatusNoContent) != open || (h.Get("Access-Control-Allow-Origin") == school1) != open || (h.Get("Access-Control-Allow-Headers") != "") != open {
			t.Errorf("%s: %d %v", target, code, h)
		}
		if w := get(reg, target, "Origin", school1); (w.Header().Get("Access-Control-Allow-Origin") == school1) != open {
			t.Errorf("%s: %v", target, w.Header())
		}
		code, h = preflight(evil, target)
		w := get(reg, target, "Origin", evil)
		if code < 400 || h.Get("Access-Control-Allow-Origin") != "" || h.Get("Access-Control-Allow-Methods") != "" || w.Header().Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s, from elsewhere: %d %v", target, code, h)
		}
	}
	for _, target := range []string{to, token} {
		f := formOn(t, get(reg, target).Body.Bytes()).with("news", "no")
		f.action = target
		if w := post(reg, f, "Origin", school1, "Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden {
			t.Errorf("%s can be changed by another site: %d", target, w.Code)
		}
	}
	if len(reg.withdrawn) > 0 {
		t.Error("a consent was taken back by another site")
	}
	// A question for methods that is no preflight request is none that is answered.
	if w := ask(reg, http.MethodOptions, signUp, "Origin", school1); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("OPTIONS: %d", w.Code)
	}
}

// What a browser knows of the person says nothing where another site sends the form.
func TestNobodyIsLoggedInFromElsewhere(t *testing.T) {
	asked := 0
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t)}}, serve.Options{
		Origins: []string{school1}, FillTime: -1, Receive: func(context.Context, serve.Delivery) error { return nil },
		Login:  func(*http.Request) ([]form.Attribute, form.Converter) { asked++; return nil, nil },
		Sender: func(*http.Request, *form.Submission) serve.Sender { asked++; return serve.Sender{} },
	})
	if err != nil {
		t.Fatal(err)
	}
	f := formOn(t, get(h, signUp).Body.Bytes()).right()
	for name, headers := range map[string][]string{
		"a form of another site":      {"Origin", school1, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"},
		"a script of another site":    {"Origin", school1, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "cors"},
		"a browser that says no more": {"Origin", school1},
		"a script of a kindred site":  {"Origin", school1, "Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors"},
	} {
		asked = 0
		if w := post(h, f, headers...); w.Code >= 400 || asked > 0 {
			t.Errorf("%s: %d, the host was asked %d times who it is", name, w.Code, asked)
		}
	}
	for name, headers := range map[string][]string{
		"its own page": {"Origin", "http://example.com", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate"}, "a program": nil,
	} {
		asked = 0
		if w := post(h, f, headers...); w.Code >= 400 || asked != 2 {
			t.Errorf("%s: %d, the host was asked %d times who it is", name, w.Code, asked)
		}
	}
	asked = 0
	if get(h, signUp, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"); asked != 1 {
		t.Errorf("whoever follows a link is asked about %d times", asked)
	}
}

// An origin that no browser sends, and an address that is none, are refused at once.
func TestOriginsAreSpelledAsBrowsersDo(t *testing.T) {
	for _, bad := range []string{
		"HTTPS://www.school.example", "https://www.School.example", "https://www.school.example:443", "http://www.school.example:80", "https://www.school.example/",
		"https://*.school.example", "ftp://school.example", "https://user@school.example", "null", "*", "", "school.example", "https://", "https://a b",
	} {
		for name, o := range map[string]serve.Options{"origin": {Origins: []string{bad}}, "frame ancestor": {FrameAncestors: []string{bad}}} {
			if _, err := serve.New([]serve.Policy{{Doc: academyDoc(t)}}, o); err == nil || !strings.Contains(err.Error(), "is not an origin") {
				t.Errorf("the %s %q: %v", name, bad, err)
			}
		}
	}
	for _, bad := range []string{"https://x.example/", "https://x.example/privacy", "x.example", "javascript:alert(1)"} {
		if _, err := serve.New([]serve.Policy{{Doc: academyDoc(t)}}, serve.Options{Address: bad}); err == nil {
			t.Errorf("the address %q is taken", bad)
		}
	}
	good := serve.Options{
		Origins: []string{school1, "http://localhost:3000", "https://xn--bcher-kva.example", "http://[::1]:8080"}, FrameAncestors: []string{"'self'", school1},
		Address: "https://Privacy.school.example",
	}
	if _, err := serve.New([]serve.Policy{{Doc: academyDoc(t)}}, good); err != nil {
		t.Error(err)
	}
}
