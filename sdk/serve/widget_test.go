package serve_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lagrum/lagrum/sdk/serve"
)

func widgets() fstest.MapFS {
	file := func(content string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(content)} }
	return fstest.MapFS{
		"choices.js":              file("plain"),
		"choices-5f3a9c01.js":     file("hashed"),
		"choices-5f3a9c01.js.br":  file("brotli"),
		"choices-5f3a9c01.js.gz":  file("gzip"),
		"dist/signup.wasm":        file("wasm"),
		"dist/signup.wasm.gz":     file("packed"),
		"dist/chunk-ABCD2345.mjs": file("chunk"),
		"style.css":               file("css"),
		"alone.br":                file("a file of its own"),
		".hidden/a.js":            file("hidden"),
		".secret":                 file("hidden"),
	}
}

func TestWidgets(t *testing.T) {
	h := handler(t, serve.Options{Base: "/privacy", Widgets: widgets()})
	const script, constant = "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"
	for name, c := range map[string]struct {
		target, accepts                string
		kind, cache, coding, body, and string
	}{
		"a script":                     {"choices.js", "br, gzip", script, "no-cache", "", "plain", ""},
		"with a hash":                  {"choices-5f3a9c01.js", "", script, constant, "", "hashed", "Accept-Encoding"},
		"the smallest":                 {"choices-5f3a9c01.js", "gzip, deflate, br, zstd", script, constant, "br", "brotli", "Accept-Encoding"},
		"what is taken":                {"choices-5f3a9c01.js", "gzip;q=0.5, br;q=0", script, constant, "gzip", "gzip", "Accept-Encoding"},
		"whatever":                     {"choices-5f3a9c01.js", "*", script, constant, "br", "brotli", "Accept-Encoding"},
		"whatever but that":            {"choices-5f3a9c01.js", "br;q=0, *", script, constant, "gzip", "gzip", "Accept-Encoding"},
		"what is liked better":         {"choices-5f3a9c01.js", "br;q=0.5, gzip", script, constant, "gzip", "gzip", "Accept-Encoding"},
		"a weight in capitals":         {"choices-5f3a9c01.js", "br;Q=0, gzip;Q=0.1", script, constant, "gzip", "gzip", "Accept-Encoding"},
		"rather as it is":              {"choices-5f3a9c01.js", "identity, br;q=0.5", script, constant, "", "hashed", "Accept-Encoding"},
		"a weight that is none":        {"choices-5f3a9c01.js", "br;q=much", script, constant, "", "hashed", "Accept-Encoding"},
		"nothing packed":               {"choices-5f3a9c01.js", "identity", script, constant, "", "hashed", "Accept-Encoding"},
		"a module in a folder":         {"dist/signup.wasm", "br", "application/wasm", "no-cache", "", "wasm", "Accept-Encoding"},
		"a module, packed":             {"dist/signup.wasm", "GZIP", "application/wasm", "no-cache", "gzip", "packed", "Accept-Encoding"},
		"a hash of base 32":            {"dist/chunk-ABCD2345.mjs", "", script, constant, "", "chunk", ""},
		"a stylesheet":                 {"style.css", "", "text/css; charset=utf-8", "no-cache", "", "css", ""},
		"what is no sibling of a file": {"alone.br", "", "application/octet-stream", "no-cache", "", "a file of its own", ""},
	} {
		w := get(h, "/privacy/widgets/"+c.target, "Accept-Encoding", c.accepts)
		head := w.Header()
		if w.Code != 200 || head.Get("Content-Type") != c.kind || head.Get("Cache-Control") != c.cache || head.Get("Content-Encoding") != c.coding || w.Body.String() != c.body || head.Get("Vary") != c.and {
			t.Errorf("%s: %d %v %s", name, w.Code, head, w.Body)
		}
		if head.Get("Cross-Origin-Resource-Policy") != "cross-origin" {
			t.Errorf("%s: other sites may not load it", name)
		}
		if w := get(h, "/privacy/widgets/"+c.target, "Accept-Encoding", c.accepts, "If-None-Match", head.Get("ETag")); w.Code != http.StatusNotModified {
			t.Errorf("%s: sent again: %d", name, w.Code)
		}
	}
	for _, target := range []string{"", "nothing.js", ".secret", ".hidden/a.js", "choices-5f3a9c01.js.br", "../policy", "dist", "dist/"} {
		if w := get(h, "/privacy/widgets/"+target); w.Code == http.StatusOK {
			t.Errorf("%s: %s", target, w.Body)
		}
	}
	if w := ask(h, http.MethodPost, "/privacy/widgets/choices.js"); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
	if w := get(handler(t, serve.Options{}), "/widgets/choices.js"); w.Code != http.StatusNotFound {
		t.Errorf("without widgets: %d", w.Code)
	}
}

func TestNewRefusesWidgetsAndOrigins(t *testing.T) {
	for name, c := range map[string]struct {
		o    serve.Options
		says string
	}{
		"a name with a brace":    {serve.Options{Widgets: fstest.MapFS{"a{b}.js": {}}}, "cannot stand in an address"},
		"a name with a space":    {serve.Options{Widgets: fstest.MapFS{"a b.js": {}}}, "cannot stand in an address"},
		"an origin with a path":  {serve.Options{Origins: []string{"https://www.school.example/"}}, "is not one such as"},
		"an origin without name": {serve.Options{Origins: []string{"*"}}, "is not one such as"},
	} {
		if _, err := serve.New([]serve.Policy{{Doc: courses()}}, c.o); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
