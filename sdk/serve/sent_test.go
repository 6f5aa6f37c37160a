package serve_test

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/serve"
)

const (
	urlencoded = "application/x-www-form-urlencoded"
	boundary   = "----boundary"
	parts      = "multipart/form-data; boundary=" + boundary
)

// A file is one that somebody attaches.
type file struct {
	field, name, kind string
	content           io.Reader
}

// inParts writes a form as a browser does where it has files.
func inParts(t testing.TB, f filled, files ...file) io.Reader {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	if err := w.SetBoundary(boundary); err != nil {
		t.Fatal(err)
	}
	for name := range keys(f.values) {
		for _, text := range f.values[name] {
			if err := w.WriteField(name, text); err != nil {
				t.Fatal(err)
			}
		}
	}
	readers := []io.Reader{}
	flush := func() {
		readers = append(readers, bytes.NewReader(bytes.Clone(body.Bytes())))
		body.Reset()
	}
	for _, a := range files {
		header := textproto.MIMEHeader{}
		header.Set("Content-Disposition", fmt.Sprintf(`form-data; name=%q; filename=%q`, a.field, a.name))
		header.Set("Content-Type", a.kind)
		if _, err := w.CreatePart(header); err != nil {
			t.Fatal(err)
		}
		flush()
		readers = append(readers, a.content)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	flush()
	return io.MultiReader(readers...)
}

func sendBody(h http.Handler, target, kind string, body io.Reader) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, target, body)
	r.Header.Set("Content-Type", kind)
	r.Header.Set("Accept", "text/html")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestFiles(t *testing.T) {
	content := func(n int) io.Reader { return io.LimitReader(zeros{}, int64(n)) }
	for name, c := range map[string]struct {
		files  []file
		status int
		says   string
		kept   form.File
	}{
		"a picture":           {[]file{{"picture", "A\u030asa.png", "image/png", content(999)}}, 200, "Åsa.png", form.File{Name: "Åsa.png", Type: "image/png", Size: 999}},
		"none":                {[]file{{"picture", "", "application/octet-stream", content(0)}}, 200, "", form.File{}},
		"an empty one":        {[]file{{"picture", "a.png", "image/png", content(0)}}, 422, "is an empty file", form.File{}},
		"too large":           {[]file{{"picture", "a.png", "image/png", content(5_000_000)}}, 422, "must be smaller than 1\u00a0kB", form.File{}},
		"of the wrong type":   {[]file{{"picture", "a.exe", "application/x-msdownload", content(9)}}, 422, "must be a file of type PNG", form.File{}},
		"of no type":          {[]file{{"picture", "a.png", "//;", content(9)}}, 422, "must be a file of type PNG", form.File{}},
		"where none is asked": {[]file{{"name", "a.png", "image/png", content(9)}, {"other", "b.png", "image/png", content(9)}}, 200, "", form.File{}},
		"two":                 {[]file{{"picture", "a.png", "image/png", content(9)}, {"picture", "b.png", "image/png", content(9)}}, 422, "Give one answer only", form.File{}},
	} {
		s := newSchool(t, serve.Options{})
		f := s.open(t, signUp).right()
		if f.kind != "multipart/form-data" {
			t.Fatalf("the form is sent as %q", f.kind)
		}
		w := sendBody(s, f.action, parts, inParts(t, f, c.files...))
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: %d, and lacks %q", name, w.Code, c.says)
		}
		if c.status != 200 {
			if diff := cmp.Diff(f.typed(), formOn(t, w.Body.Bytes()).typed()); diff != "" {
				t.Errorf("%s: typed (-want +got):\n%s", name, diff)
			}
			continue
		}
		if got, _ := s.kept[0].Submission.File("picture"); got != c.kept {
			t.Errorf("%s: kept %v, want %v", name, got, c.kept)
		}
	}
}

// zeros is a file without end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// However large a file is, it is not kept in memory, and what was typed before
// it is not lost.
func TestFileWithoutEnd(t *testing.T) {
	s := newSchool(t, serve.Options{})
	f := s.open(t, signUp).right()
	body := inParts(t, f, file{"picture", "a.png", "image/png", zeros{}})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	w := sendBody(s, f.action, parts, body)
	runtime.ReadMemStats(&after)
	if w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(w.Body.String(), "must be smaller than") {
		t.Errorf("%d", w.Code)
	}
	if diff := cmp.Diff(f.typed(), formOn(t, w.Body.Bytes()).typed()); diff != "" {
		t.Errorf("typed (-want +got):\n%s", diff)
	}
	if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 16 {
		t.Errorf("%d MB were allocated", mb)
	}
}

func TestHostileBodies(t *testing.T) {
	many := func(n int, one string) string { return strings.Repeat(one, n) }
	part := "--" + boundary + "\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nKim\r\n"
	for name, c := range map[string]struct {
		kind, body string
		status     int
	}{
		"nothing at all":            {urlencoded, "", 422},
		"2 MB of text":              {urlencoded, "name=" + many(2<<20, "x"), 413},
		"10,000 values":             {urlencoded, many(10_000, "name=x&"), 413},
		"10,000 empty ones":         {urlencoded, many(10_000, "&"), 413},
		"10,000 names":              {urlencoded, many(500, "a&b&c&d&"), 413},
		"many values that may be":   {urlencoded, many(900, "name=x&"), 422},
		"names that are none":       {urlencoded, "=x&%00=y&lagrum-stamp=z&keep.=yes&keep.name=yes&" + many(900, "&"), 422},
		"half an escape":            {urlencoded, "name=%f", 400},
		"half an escape in a name":  {urlencoded, "na%zme=x", 400},
		"no UTF-8":                  {urlencoded, "name=%ff%fe&email=%c3", 422},
		"control characters":        {urlencoded, "name=a%00b%1b%5b31m&email=%0d%0aBcc:x", 422},
		"UTF-16":                    {urlencoded, "n\x00a\x00m\x00e\x00=\x00x\x00", 422},
		"a type of another sort":    {"application/xml", `<name>Kim</name>`, 415},
		"JSON":                      {"application/json", `{"name":"Kim"}`, 422},
		"JSON that is none":         {"application/json", `{"name":`, 400},
		"JSON of another shape":     {"application/json", `["name","Kim"]`, 400},
		"JSON within JSON":          {"application/json", many(50, `{"name":`) + many(50, "}"), 400},
		"a name twice":              {"application/json", `{"name":"Kim","name":"Kim"}`, 400},
		"JSON of 2 MB":              {"application/json", `{"name":"` + many(2<<20, "x") + `"}`, 413},
		"10,000 values in JSON":     {"application/json", `{"topics":[` + many(10_000, `"a",`) + `"a"]}`, 413},
		"plain text":                {"text/plain", "name=Kim", 415},
		"no type":                   {"", "name=Kim", 415},
		"a type that is none":       {";;;", "name=Kim", 415},
		"a type that is too long":   {many(100_000, "a"), "name=Kim", 415},
		"parts of another sort":     {"multipart/mixed; boundary=x", part, 415},
		"parts without a boundary":  {"multipart/form-data", part, 400},
		"another boundary":          {"multipart/form-data; boundary=x", part, 400},
		"a boundary that is empty":  {`multipart/form-data; boundary=""`, part, 400},
		"no parts":                  {parts, "", 400},
		"a part that breaks off":    {parts, part, 400},
		"a header that breaks off":  {parts, "--" + boundary + "\r\nContent-Disposition: form-da", 422},
		"a header that is none":     {parts, "--" + boundary + "\r\n\xff\xff\r\n\r\nKim\r\n--" + boundary + "--", 400},
		"a part without a name":     {parts, "--" + boundary + "\r\n\r\nKim\r\n--" + boundary + "--", 422},
		"parts within parts":        {parts, "--" + boundary + "\r\nContent-Disposition: form-data; name=name\r\nContent-Type: " + parts + "\r\n\r\n" + part + "--" + boundary + "--", 422},
		"quoted-printable":          {parts, "--" + boundary + "\r\nContent-Disposition: form-data; name=name\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=FF=\r\n--" + boundary + "--", 422},
		"many parts":                {parts, many(5000, part) + "--" + boundary + "--", 413},
		"many headers":              {parts, "--" + boundary + "\r\n" + many(20_000, "A: b\r\n") + "\r\nKim\r\n--" + boundary + "--", 400},
		"2 MB of text in a part":    {parts, "--" + boundary + "\r\nContent-Disposition: form-data; name=name\r\n\r\n" + many(2<<20, "x") + "\r\n--" + boundary + "--", 413},
		"2 MB of text in two parts": {parts, many(2, "--"+boundary+"\r\nContent-Disposition: form-data; name=name\r\n\r\n"+many(600_000, "x")+"\r\n") + "--" + boundary + "--", 413},
		"a file name of 1 MB":       {parts, "--" + boundary + "\r\nContent-Disposition: form-data; name=picture; filename=" + many(1<<20, "x") + "\r\n\r\nx\r\n--" + boundary + "--", 422},
		"a path for a file name":    {parts, "--" + boundary + "\r\nContent-Disposition: form-data; name=picture; filename=\"../../etc/passwd\"\r\n\r\nx\r\n--" + boundary + "--", 422},
	} {
		var log bytes.Buffer
		s := newSchool(t, serve.Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		w := send(s, signUp, c.kind, c.body)
		runtime.ReadMemStats(&after)
		if w.Code != c.status || len(s.kept) > 0 || log.Len() > 0 {
			t.Errorf("%s: %d, want %d; %d received; log %q", name, w.Code, c.status, len(s.kept), log.String())
		}
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 32 {
			t.Errorf("%s: %d MB were allocated", name, mb)
		}
		if w.Header().Get("Cache-Control") != "no-store" || !utf8.Valid(w.Body.Bytes()) {
			t.Errorf("%s: %v", name, w.Header())
		}
		if (w.Header().Get("Accept-Post") != "") != (c.status == 415) {
			t.Errorf("%s: Accept-Post %q", name, w.Header().Get("Accept-Post"))
		}
		inspect(t, name, w.Body.Bytes())
	}
}

// FuzzPost sends anything at all to a form.
func FuzzPost(f *testing.F) {
	f.Add(urlencoded, "name=Kim&email=kim%40example.com&topics=a&topics=b&news=yes&question=I+am+ill&keep.question=yes")
	f.Add(urlencoded, "name=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&level=%3C%2Foption%3E&question=%0A%3C%2Ftextarea%3E")
	f.Add(urlencoded, "lagrum-stamp=a.b.c.d&lagrum-website=x&diet=x&diet-yes=yes&lunch=yes")
	f.Add(parts, "--"+boundary+"\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nx\r\n--"+boundary+"--")
	f.Add("multipart/form-data; boundary=x", "--x\r\n\r\n--x--")
	f.Add("", "\xff")
	doc := academyDoc(f)
	doc.Datum("question").FreeText = false // to look for words takes most of the time, and has a fuzz test of its own
	h, err := serve.New([]serve.Policy{{Doc: doc}}, serve.Options{FillTime: -1, PerMinute: -1, Now: func() time.Time { return time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC) }})
	if err != nil {
		f.Fatal(err)
	}
	stamp := formOn(f, get(h, signUp).Body.Bytes()).values.Get("lagrum-stamp")
	f.Fuzz(func(t *testing.T, kind, body string) {
		if strings.HasPrefix(kind, urlencoded) { // else nothing would ever be right
			body = "lagrum-stamp=" + stamp + "&" + body
		}
		w := send(h, signUp, kind, body)
		if !slices.Contains([]int{200, 400, 413, 415, 422}, w.Code) {
			t.Errorf("%d", w.Code)
		}
		inspect(t, "page", w.Body.Bytes())
	})
}
