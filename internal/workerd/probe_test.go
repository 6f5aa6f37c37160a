//go:build workerd

package workerd_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func read[T any](t testing.TB, text string) T {
	t.Helper()
	v, err := decode[T](text)
	if err != nil {
		t.Fatalf("%v: %.500s", err, text)
	}
	return v
}

func decode[T any](text string) (v T, err error) {
	err = json.Unmarshal([]byte(text), &v)
	return v, err
}

func TestEdge(t *testing.T) {
	dir := filepath.Join(root(t), "internal", "workerd", "probe")
	build(t, dir)
	w := start(t, dir)
	t.Run("Store", func(t *testing.T) { testStore(t, w) })
	t.Run("Panic", func(t *testing.T) { testPanic(t, w) })
	t.Run("Headers", func(t *testing.T) { testHeaders(t, w) })
	t.Run("Values", func(t *testing.T) { testValues(t, w) })
	t.Run("AfterTheAnswer", func(t *testing.T) { testAfter(t, w) })
	t.Run("Cron", func(t *testing.T) { testCron(t, w) })
	t.Run("Vectors", func(t *testing.T) { testVectors(t, w) })
	t.Run("Limit", func(t *testing.T) { testLimit(t, w) })
	t.Run("Missing", func(t *testing.T) {
		if _, text := w.send(t, "GET", "/kv", ""); text != "false <nil>" {
			t.Errorf("a key that is not there: %q", text)
		}
	})
}

func testStore(t *testing.T, w *worker) {
	w.try("GET", "/storetest", "") // the program ends, and the answer says so
	log := w.log.String()
	if !strings.Contains(log, "--- PASS: Store (") || strings.Contains(log, "--- FAIL") {
		t.Errorf("the suite for stores failed:\n%s", tail(w.log))
	}
	if n := strings.Count(log, "--- PASS: Store/"); n < 29 {
		t.Errorf("only %d tests of the suite passed", n)
	}
}

func testPanic(t *testing.T, w *worker) {
	for range 2 { // the next request is none the worse
		r, text := w.send(t, "GET", "/panic", "")
		if r.StatusCode != 500 || r.Header.Get("Content-Type") != "application/problem+json" || !strings.Contains(text, `"status":500`) {
			t.Errorf("status %d, %v: %.300s", r.StatusCode, r.Header, text)
		}
	}
	for range 100 { // what is logged takes its time
		if strings.Contains(w.log.String(), "type=string") {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if log := w.log.String(); !strings.Contains(log, "type=string") || strings.Contains(log, "Anna") {
		t.Errorf("the log of a panic: %s", tail(w.log))
	}
}

func testHeaders(t *testing.T, w *worker) {
	agent, since := "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)", "Sat, 31 Jan 2026 00:00:00 GMT"
	_, text := w.send(t, "GET", "/request?x=%C3%A5", "", "User-Agent", agent, "If-Modified-Since", since)
	got := read[struct {
		Header            map[string][]string
		Host, URI, Client string
	}](t, text)
	for name, want := range map[string]string{"User-Agent": agent, "If-Modified-Since": since} {
		if values := got.Header[name]; len(values) != 1 || values[0] != want {
			t.Errorf("%s: %q", name, values)
		}
	}
	if "http://"+got.Host != w.url || got.URI != "/request?x=%C3%A5" || !strings.HasSuffix(got.Client, ":0") {
		t.Errorf("%+v", got)
	}
	r, text := w.send(t, "GET", "/cookies", "")
	if cookies := r.Header.Values("Set-Cookie"); r.StatusCode != 204 || text != "" || len(cookies) != 2 || cookies[0] != "a=1, 2" {
		t.Errorf("status %d, cookies %q, body %q", r.StatusCode, cookies, text)
	}
}

func testValues(t *testing.T, w *worker) {
	_, text := w.send(t, "GET", "/values", "")
	got := read[map[string]string](t, text)
	for name, want := range map[string]string{
		"time": "error: edge: a statement takes no time.Time", "large": "error: edge: an integer of 2^53 or more cannot pass through JavaScript",
		"read":    "error: edge: an integer of 2^53 or more cannot pass through JavaScript",
		"largest": "int64 9007199254740991", "float": "float64 1.5", "text": "string å\x00\u2028", "bytes": "[]uint8 [0 255]",
		"nothing": "<nil> <nil>", "cancelled": "context canceled",
	} {
		if got[name] != want {
			t.Errorf("%s: %q, want %q", name, got[name], want)
		}
	}
	if m := got["mistake"]; !strings.HasPrefix(m, "error: ") || strings.Contains(m, "Anna") {
		t.Errorf("a mistake: %q", m)
	}
}

// until asks until the answer holds the text.
func until(t *testing.T, w *worker, path, want string) {
	t.Helper()
	text := ""
	for range 100 {
		if _, text = w.send(t, "GET", path, ""); strings.Contains(text, want) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Errorf("%s answers %q, never %q", path, text, want)
}

func testAfter(t *testing.T, w *worker) {
	w.send(t, "GET", "/after", "")
	until(t, w, "/notes", `["after","done"]`)
}

func testCron(t *testing.T, w *worker) {
	w.send(t, "GET", "/__scheduled?cron=17+2+*+*+*", "")
	until(t, w, "/notes", `["cron","17 2 * * * 20`)
}

func testLimit(t *testing.T, w *worker) {
	refused := 0
	for range 8 {
		r, text := w.send(t, "POST", "/limited", "x")
		if r.StatusCode == 429 {
			refused++
			if r.Header.Get("Retry-After") == "" || !strings.Contains(text, `"status":429`) {
				t.Errorf("refused by %v %q", r.Header, text)
			}
		}
	}
	if refused == 0 || refused > 3 {
		t.Errorf("%d of 8 were refused, where 5 are allowed", refused)
	}
	if r, _ := w.send(t, "GET", "/limited", ""); r.StatusCode != 200 {
		t.Errorf("to read is refused: %d", r.StatusCode)
	}
}
