package serve_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/serve"
)

// What every answer says to the browser, whatever it is. None allows a script, or
// anything inline.
var everywhere = map[string]string{
	"Content-Security-Policy":    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	"Cross-Origin-Opener-Policy": "same-origin",
	"X-Content-Type-Options":     "nosniff",
	"Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), publickey-credentials-get=(), " +
		"usb=(), browsing-topics=()",
	"Set-Cookie": "", "Access-Control-Allow-Origin": "", "Server": "",
}

func TestHeadersOfEveryRoute(t *testing.T) {
	const keptForGood, asked, nowhere = "public, max-age=31536000, immutable", "no-cache", "no-store"
	var seen serve.Observation
	reg := newRegistryWith(t, serve.Options{Observe: func(o serve.Observation) { seen = o }, Widgets: fstest.MapFS{"a.js": {}, "a-0123456789ab.js": {}}})
	toChoices := reg.enrolled(t, "news", "yes")
	toReceipt := strings.Replace(toChoices, "/choices/sign-up.", "/forms/sign-up/receipts/", 1)
	toWithdraw := withdrawal.FindStringSubmatch(get(reg, toReceipt).Body.String())[1]
	f := reg.open(t, signUp)
	for _, c := range []struct {
		route, method, target string
		status                int
		cache, referrer       string
		secret                bool // no search engine may list it
	}{
		{"/{$}", "GET", "/", 200, asked, "no-referrer", false},
		{"/openapi.json", "GET", "/openapi.json", 200, asked, "no-referrer", false},
		{"/{policy}", "GET", "/academy", 200, asked, "no-referrer", false},
		{"/{policy}", "GET", "/academy?format=json", 200, asked, "no-referrer", false},
		{"/{policy}/{$}", "GET", "/academy/", 308, "", "no-referrer", false},
		{"/{policy}/{page}", "GET", "/courses/policy", 200, asked, "no-referrer", false},
		{"/{policy}/{page}", "GET", "/courses/policy.yaml", 200, asked, "no-referrer", false},
		{"/{policy}/{page}", "GET", "/courses/nothing", 404, nowhere, "no-referrer", false},
		{"/rules/{code}", "GET", "/rules/text-missing", 200, asked, "no-referrer", false},
		{"/", "GET", "/no/such/page/at/all", 404, nowhere, "no-referrer", false},
		{"/assets/", "GET", stylesheet(t, reg), 200, keptForGood, "no-referrer", false},
		{"/widgets/a.js", "GET", "/widgets/a.js", 200, asked, "no-referrer", false},
		{"/widgets/a-0123456789ab.js", "GET", "/widgets/a-0123456789ab.js", 200, keptForGood, "no-referrer", false},
		{"/{policy}/forms/{form}", "GET", signUp, 200, nowhere, "same-origin", false},
		{"/{policy}/forms/{form}", "GET", signUp + "&format=json", 200, nowhere, "same-origin", false},
		{"/{policy}/forms/{form}", "POST", signUp, 422, nowhere, "same-origin", false},
		{"/{policy}/forms/{form}", "SEND", signUp, 303, nowhere, "same-origin", false},
		{"/{policy}/forms/{form}/receipts/{code}", "GET", toReceipt, 200, nowhere, "no-referrer", true},
		{"/{policy}/forms/{form}/receipts/{code}", "GET", toReceipt + "&format=json", 200, nowhere, "no-referrer", true},
		{"/{policy}/forms/{form}/receipts/{code}", "GET", toReceipt[:len(toReceipt)-20], 404, nowhere, "no-referrer", true},
		{"/{policy}/forms/{form}/receipts/{code}", "POST", toReceipt, 405, nowhere, "no-referrer", true},
		{"/{policy}/choices/{code}", "GET", toChoices, 200, nowhere, "same-origin", true},
		{"/{policy}/choices/{code}", "POST", toChoices, 422, nowhere, "same-origin", true},
		{"/{policy}/consents/{token}", "GET", toWithdraw, 200, nowhere, "same-origin", true},
		{"/{policy}/consents/{token}", "GET", toWithdraw + "x", 404, nowhere, "same-origin", true},
		{"/{policy}/consents/{token}", "POST", toWithdraw, 200, nowhere, "same-origin", true},
	} {
		var h http.Header
		var code int
		switch c.method {
		case "SEND":
			w := post(reg, f.right().with("news", "yes"))
			h, code = w.Header(), w.Code
		case "POST":
			w := post(reg, filled{action: c.target})
			h, code = w.Header(), w.Code
		default:
			w := get(reg, c.target)
			h, code = w.Header(), w.Code
		}
		name := c.method + " " + c.target
		if code != c.status {
			t.Errorf("%s: %d, want %d", name, code, c.status)
		}
		want := map[string]string{"Cache-Control": c.cache, "Referrer-Policy": c.referrer, "X-Robots-Tag": "", "Cross-Origin-Resource-Policy": "same-origin"}
		if c.secret {
			want["X-Robots-Tag"] = "noindex"
		}
		if strings.HasPrefix(c.target, "/widgets/") {
			want["Cross-Origin-Resource-Policy"] = "cross-origin"
		}
		for key, value := range everywhere {
			want[key] = value
		}
		got := map[string]string{}
		for key := range want {
			got[key] = h.Get(key)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if route := strings.TrimSuffix(seen.Route, strings.TrimPrefix(seen.Route, "/assets/")); seen.Route != c.route && route != c.route {
			t.Errorf("%s: the route is %s, want %s", name, seen.Route, c.route)
		}
	}
}
