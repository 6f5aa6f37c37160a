package serve_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

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
