package serve_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/serve"
)

// scripted gives widgets as package wasm has them.
func scripted() fstest.MapFS {
	file := func(content string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(content)} }
	return fstest.MapFS{
		"signup-0123456789abcdef.js": file("signup"), "notice-0123456789abcdef.js": file("notice"),
		"manifest.json": file(`[{"name":"signup.js","file":"signup-0123456789abcdef.js","integrity":"sha384-AAAA"},` +
			`{"name":"notice.js","file":"notice-0123456789abcdef.js"},{"name":"choices.js","file":"gone.js"}]`),
	}
}

const (
	plainPolicy  = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	strictScript = "; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lagrum"
)

func TestPagesUseTheScripts(t *testing.T) {
	h := academySite(t, serve.Options{Base: "/privacy", Widgets: scripted(), Compare: true})
	for name, c := range map[string]struct{ target, script, element, csp string }{
		"a form": {
			"/privacy/academy/forms/sign-up?lang=en", `<script type="module" src="/privacy/widgets/signup-0123456789abcdef.js" integrity="sha384-AAAA"></script>`,
			`<lagrum-signup definition="/privacy/academy/forms/sign-up/definition.json?lang=en"`, plainPolicy + "; script-src 'self' 'wasm-unsafe-eval'" + strictScript,
		},
		"a notice": {
			"/privacy/academy?lang=en&layer=short", `<script type="module" src="/privacy/widgets/notice-0123456789abcdef.js"></script>`,
			`<lagrum-notice print="Print" link="Copy a link to" copied="The link is copied" full="/privacy/academy?lang=en">`, plainPolicy + "; script-src 'self'" + strictScript,
		},
	} {
		w := get(h, c.target)
		if body := w.Body.String(); !strings.Contains(body, c.script) || !strings.Contains(body, c.element) || !strings.Contains(body, "script=off") {
			t.Errorf("%s: %s", name, body)
		}
		if got := w.Header().Get("Content-Security-Policy"); got != c.csp {
			t.Errorf("%s: may %s", name, got)
		}
		w = get(h, c.target+"&script=off")
		if body := w.Body.String(); strings.Contains(body, "<script") || strings.Contains(body, "<lagrum-") || w.Header().Get("Content-Security-Policy") != plainPolicy {
			t.Errorf("%s without scripts: %v %s", name, w.Header(), body)
		}
	}
	// Where there are none, an address cannot leave any out, and none are offered.
	h = academySite(t, serve.Options{Widgets: widgets(), Compare: true})
	for _, target := range []string{"/academy/forms/sign-up?lang=en", "/academy?lang=en"} {
		w := get(h, target+"&script=off")
		if body := w.Body.String(); strings.Contains(body, "<script") || strings.Contains(body, "script=off") || w.Header().Get("Content-Security-Policy") != plainPolicy {
			t.Errorf("%s: %v %s", target, w.Header(), body)
		}
	}
}

// Whoever fills in a form without scripts gets it back without, too.
func TestWithoutScriptsStays(t *testing.T) {
	h := academySite(t, serve.Options{Widgets: scripted()})
	w := get(h, "/academy/forms/sign-up?lang=en&script=off")
	if w = post(h, formOn(t, w.Body.Bytes())); w.Code != http.StatusUnprocessableEntity || strings.Contains(w.Body.String(), "<script") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestDefinitionsAreServed(t *testing.T) {
	h := academySite(t, serve.Options{})
	d := derived(t)
	for name, c := range map[string]struct{ target, body string }{
		"the definition": {"/academy/forms/sign-up/definition.json?lang=en", string(d.AppendUnscreened(nil))},
		"the screening":  {"/academy/forms/sign-up/screening.json?lang=en", string(d.AppendScreening(nil))},
	} {
		w := get(h, c.target)
		head := w.Header()
		if w.Code != http.StatusOK || w.Body.String() != c.body || head.Get("Content-Type") != "application/json" || head.Get("Cache-Control") != "no-cache" || head.Get("Content-Language") != "en" {
			t.Errorf("%s: %d %v %s", name, w.Code, head, w.Body)
		}
		if w := get(h, c.target, "If-None-Match", head.Get("ETag")); w.Code != http.StatusNotModified {
			t.Errorf("%s: sent again: %d", name, w.Code)
		}
		if w := ask(h, http.MethodPost, c.target); w.Code != http.StatusMethodNotAllowed {
			t.Errorf("%s: POST: %d", name, w.Code)
		}
	}
	for _, target := range []string{"/academy/forms/nothing/definition.json", "/nothing/forms/sign-up/definition.json", "/academy/forms/sign-up/other.json", "/academy/requests/definition.json"} {
		if w := get(h, target); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
}

func academySite(t *testing.T, o serve.Options) http.Handler {
	t.Helper()
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t)}}, o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func derived(t *testing.T) *form.Definition {
	t.Helper()
	d, err := form.Derive(academyDoc(t), "sign-up", form.Context{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestNewRefusesBrokenManifest(t *testing.T) {
	for name, content := range map[string]string{"no JSON": "[", "no list": "{}"} {
		files := fstest.MapFS{"manifest.json": &fstest.MapFile{Data: []byte(content)}}
		if _, err := serve.New([]serve.Policy{{Doc: courses()}}, serve.Options{Widgets: files}); err == nil || !strings.Contains(err.Error(), "manifest") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
