package serve_test

import (
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/serve"
)

// A program is what a widget or another program knows of a form.
type program struct {
	Action, Stamp, Notice string
	Definition            json.RawMessage
	Values                map[string]string
}

// An answer is what it is told after it has sent the form.
type answer struct {
	Reference string
	Records   []struct{ Field, ID, Status, Withdraw string }
	Receipt   string
	Choices   string
	Dropped   []struct{ Field, Why string }
	Second    *program
}

// A refusal is what it is told otherwise.
type refusal struct {
	Title, Detail, Stamp string
	Status               int
	Problems             []struct{ Code, Field, Message string }
}

func read[T any](t testing.TB, w *httptest.ResponseRecorder) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("%d %s: %v in %s", w.Code, w.Header().Get("Content-Type"), err, w.Body)
	}
	return v
}

// fetch asks for a form as a program does, and waits as long as people need.
func (s *school) fetch(t testing.TB, target string) program {
	t.Helper()
	w := get(s, target, "Accept", "application/json")
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/json" || w.Header().Get("Cache-Control") != "no-store" {
		t.Fatalf("%s: %d %v", target, w.Code, w.Header())
	}
	s.now = s.now.Add(time.Minute)
	return read[program](t, w)
}

// with gives what is sent: right answers, and more by name.
func (p program) with(more map[string]any) map[string]any {
	sent := map[string]any{"lagrum-stamp": p.Stamp, "name": "Kim Alm", "email": "kim@example.com"}
	maps.Copy(sent, more)
	return sent
}

func sendJSON(t testing.TB, h http.Handler, target string, values map[string]any, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	body, err := json.Marshal(values)
	if err != nil {
		t.Fatal(err)
	}
	return send(h, target, "application/json", string(body), append([]string{"Accept", ""}, header...)...)
}

func TestFormAsJSON(t *testing.T) {
	s := newSchool(t, serve.Options{Address: "https://academy.example", Login: func(*http.Request) ([]form.Attribute, form.Converter) {
		return []form.Attribute{{Name: "mail", Value: []byte("ellen@example.com")}}, nil
	}})
	for _, target := range []string{signUp, signUp + "&format=json"} {
		p := read[program](t, get(s, target, "Accept", "application/json"))
		if p.Action != "https://academy.example"+signUp || p.Notice != "https://academy.example/academy?lang=en&event=day" || p.Stamp == "" || p.Values["email"] != "ellen@example.com" {
			t.Errorf("%s: %+v", target, p)
		}
		d, err := form.Read(p.Definition)
		if err != nil || d.Form != "sign-up" || d.Field("news") == nil || d.Field("diet") != nil {
			t.Errorf("%s: %v, %s", target, err, p.Definition)
		}
	}
	if w := get(s, signUp+"&format=html", "Accept", "application/json"); w.Header().Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("the address says HTML, and the answer is %s", w.Header().Get("Content-Type"))
	}
	if w := ask(s, http.MethodHead, signUp, "Accept", "application/json"); w.Code != http.StatusOK || w.Body.Len() > 0 {
		t.Errorf("HEAD: %d with %d bytes", w.Code, w.Body.Len())
	}
}

// What a program sends is received as what a person sends, and a yes by it
// counts like a tick.
func TestJSONIsReceived(t *testing.T) {
	reg := newRegistry(t)
	p := reg.fetch(t, signUp)
	w := sendJSON(t, reg, p.Action, p.with(map[string]any{"topics": []string{"a", "b"}, "level": nil, "news": true, "name": "Åsa"}))
	got := read[answer](t, w)
	if w.Code != http.StatusCreated || w.Header().Get("Content-Type") != "application/json" || w.Header().Get("Cache-Control") != "no-store" || len(reg.kept) != 1 {
		t.Fatalf("%d %v: %s", w.Code, w.Header(), w.Body)
	}
	const want = `{"name":"Åsa","email":"kim@example.com","topics":["a","b"],"news":true,"diet-yes":false}`
	if diff := cmp.Diff(want, string(reg.kept[0].Submission.AppendJSON(nil))); diff != "" {
		t.Errorf("received (-want +got):\n%s", diff)
	}
	if len(got.Records) != 2 || got.Records[0].Status != "given" || got.Records[1].Status != "refused" || got.Second != nil || got.Reference != reg.kept[0].Reference {
		t.Errorf("%+v", got)
	}
	if !withdrawal.MatchString(got.Records[0].Withdraw) || got.Records[1].Withdraw != "" {
		t.Errorf("taken back at %q and %q", got.Records[0].Withdraw, got.Records[1].Withdraw)
	}
	if got.Receipt != "https://academy.example"+w.Header().Get("Location") {
		t.Errorf("the receipt is at %s, Location %s", got.Receipt, w.Header().Get("Location"))
	}
	signed := get(reg, got.Receipt, "Accept", "application/json")
	if report, err := receipt.Verify(signed.Body.Bytes(), keysOf(t, reg)); err != nil || !report.Right() {
		t.Errorf("the receipt: %d, %v", signed.Code, err)
	}

	// The record is that of a tick, but for what showed the question.
	ticked := newRegistry(t)
	arrive(t, ticked, ticked.open(t, signUp).right().with("news", "yes"))
	one, other := reg.kept[0].Records[0], ticked.kept[0].Records[0]
	if one.Interface == other.Interface || one.Act != other.Act || len(one.Reasons) != len(other.Reasons) || one.Status != other.Status || one.Question.Sum != other.Question.Sum {
		t.Errorf("by a program %+v, by ticking %+v", one, other)
	}
	before := reg.size(t)
	if again := read[answer](t, sendJSON(t, reg, p.Action, p.with(map[string]any{"news": true}))); again.Reference != got.Reference || reg.size(t) != before {
		t.Error("sent again, it is another form")
	}
}

// The second part comes with the answer to the first, and is refused once its
// consent is taken back.
func TestSecondPartAsJSON(t *testing.T) {
	reg := newRegistry(t)
	p := reg.fetch(t, signUp)
	first := p.with(map[string]any{"lunch": "yes", "diet-yes": true, "diet": "no nuts"})
	w := sendJSON(t, reg, p.Action, first)
	got := read[answer](t, w)
	if w.Code != http.StatusCreated || got.Second == nil || len(got.Dropped) != 1 || strings.Contains(w.Body.String(), "no nuts") {
		t.Fatalf("%d: %s", w.Code, w.Body)
	}
	d, err := form.Read(got.Second.Definition)
	if err != nil || len(d.Fields) != 1 || d.Fields[0].Name != "diet" {
		t.Fatalf("%v: %s", err, got.Second.Definition)
	}
	reg.now = reg.now.Add(time.Minute)
	second := map[string]any{"diet": "no nuts"}
	w = sendJSON(t, reg, got.Second.Action, second, serve.StampHeader, got.Second.Stamp)
	if end := read[answer](t, w); w.Code != http.StatusCreated || end.Receipt != got.Receipt || len(reg.kept) != 2 || !reg.kept[1].Second || reg.kept[1].Submission.Text("diet") != "no nuts" {
		t.Errorf("second part: %d %s", w.Code, w.Body)
	}
	first["diet-yes"] = false
	if w := sendJSON(t, reg, p.Action, first); read[answer](t, w).Records[1].Status != string(consent.Withdrawn) {
		t.Errorf("a no after the yes: %s", w.Body)
	}
	w = sendJSON(t, reg, got.Second.Action, second, serve.StampHeader, got.Second.Stamp)
	if why := read[refusal](t, w); w.Code != http.StatusConflict || why.Status != 409 || !strings.Contains(why.Detail, "taken it back") {
		t.Errorf("second part after a no: %d %s", w.Code, w.Body)
	}
}

// Whatever is wrong is told as problem details, and with the stamp that came with
// them the form can be sent again.
func TestProblemsAsJSON(t *testing.T) {
	for name, c := range map[string]struct {
		change func(s *school, values map[string]any)
		header []string
		status int
		codes  []string
	}{
		"mistakes":       {func(_ *school, v map[string]any) { v["email"], v["level"] = "kim", "none" }, nil, 422, []string{"email", "choice"}},
		"nothing filled": {func(_ *school, v map[string]any) { delete(v, "name"); delete(v, "email") }, nil, 422, []string{"missing", "missing"}},
		"no stamp":       {func(_ *school, v map[string]any) { delete(v, "lagrum-stamp") }, nil, 422, []string{""}},
		"too old":        {func(s *school, _ map[string]any) { s.now = s.now.Add(25 * time.Hour) }, nil, 422, []string{""}},
		"the trap":       {func(_ *school, v map[string]any) { v["lagrum-website"] = "x" }, nil, 422, []string{""}},
		"the host fails": {func(s *school, _ map[string]any) { s.fail = errors.New("no room for kim@example.com") }, nil, 503, []string{""}},
		"another site":   {func(*school, map[string]any) {}, []string{"Sec-Fetch-Site", "cross-site"}, 403, nil},
		"another type":   {func(*school, map[string]any) {}, []string{"Content-Type", "application/cbor", "Accept", "application/json"}, 415, nil},
		"too much":       {func(_ *school, v map[string]any) { v["question"] = strings.Repeat("x", 2<<20) }, nil, 413, nil},
		"another shape":  {func(_ *school, v map[string]any) { v["name"] = map[string]any{"first": "Kim"} }, nil, 400, nil},
	} {
		s := newSchool(t, serve.Options{})
		p := s.fetch(t, signUp)
		values := p.with(nil)
		c.change(s, values)
		w := sendJSON(t, s, p.Action, values, c.header...)
		got := read[refusal](t, w)
		if w.Code != c.status || got.Status != c.status || w.Header().Get("Content-Type") != "application/problem+json" || got.Title == "" || got.Detail == "" || len(s.kept) > 0 {
			t.Errorf("%s: %d %s %+v", name, w.Code, w.Header().Get("Content-Type"), got)
		}
		if strings.Contains(w.Body.String(), "kim") || strings.Contains(w.Body.String(), "Kim") {
			t.Errorf("%s: it repeats what was sent: %s", name, w.Body)
		}
		var codes []string
		for _, p := range got.Problems {
			codes = append(codes, p.Code)
			if p.Message == "" {
				t.Errorf("%s: %s says nothing", name, p.Code)
			}
		}
		if !slices.Equal(codes, c.codes) || (got.Stamp != "") != (c.codes != nil) || (w.Header().Get("Retry-After") != "") != (c.status == 503) {
			t.Errorf("%s: %+v, Retry-After %q", name, got, w.Header().Get("Retry-After"))
		}
		if got.Stamp == "" {
			continue
		}
		s.fail = nil
		s.now = s.now.Add(2 * time.Second)
		p.Stamp = got.Stamp
		if w := sendJSON(t, s, p.Action, p.with(nil)); w.Code != http.StatusCreated || len(s.kept) != 1 {
			t.Errorf("%s: sent again it is %d: %s", name, w.Code, w.Body)
		}
	}
}

// The answer is JSON for whoever asks for it, also after an ordinary form, and a
// page for whoever asks for that.
func TestWhoGetsJSON(t *testing.T) {
	for name, c := range map[string]struct {
		kind, accept string
		json         bool
	}{
		"a browser":                     {urlencoded, "text/html,application/xhtml+xml,*/*;q=0.8", false},
		"a form by script":              {urlencoded, "application/json", true},
		"a form, and nothing is said":   {urlencoded, "", false},
		"JSON, and nothing is said":     {"application/json", "", true},
		"JSON, and anything will do":    {"application/json; charset=utf-8", "*/*", true},
		"JSON by somebody who reads":    {"application/json", "text/html", false},
		"a form, and problems are fine": {urlencoded, "application/problem+json", true},
	} {
		s := newSchool(t, serve.Options{FillTime: -1})
		p := s.fetch(t, signUp)
		body := `{"lagrum-stamp":"` + p.Stamp + `","name":"Kim","email":"kim@example.com"}`
		if c.kind == urlencoded {
			body = "lagrum-stamp=" + p.Stamp + "&name=Kim&email=kim@example.com"
		}
		for _, b := range []string{body, strings.ReplaceAll(body, "kim@", "")} {
			w := send(s, signUp, c.kind, b, "Accept", c.accept)
			if got := strings.Contains(w.Header().Get("Content-Type"), "json"); got != c.json {
				t.Errorf("%s: %d %s", name, w.Code, w.Header().Get("Content-Type"))
			}
		}
	}
}

// FuzzPostJSON sends anything at all as JSON.
func FuzzPostJSON(f *testing.F) {
	f.Add(`"name":"Kim","email":"kim@example.com","topics":["a","b"],"news":true,"question":"I am ill","keep.question":true`)
	f.Add(`"name":"\"><script>alert(1)</script>","email":"kim@example.com","level":"\u0000","lunch":null`)
	f.Add(`"diet":"x","diet-yes":true,"lunch":"yes","picture":{"name":"a.png","type":"image/png","size":9}`)
	f.Add(`"name":{"name":[]},"email":1e999,"":"","lagrum-website":"x"`)
	f.Add("\xff")
	doc := academyDoc(f)
	doc.Datum("question").FreeText = false // see FuzzPost
	h, err := serve.New([]serve.Policy{{Doc: doc}}, serve.Options{FillTime: -1, PerMinute: -1, Now: func() time.Time { return time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC) }})
	if err != nil {
		f.Fatal(err)
	}
	stamp := read[program](f, get(h, signUp, "Accept", "application/json")).Stamp
	f.Fuzz(func(t *testing.T, members string) {
		w := send(h, signUp, "application/json", `{"lagrum-stamp":"`+stamp+`",`+members+`}`, "Accept", "")
		if !slices.Contains([]int{201, 400, 413, 422}, w.Code) {
			t.Errorf("%d", w.Code)
		}
		read[map[string]any](t, w)
	})
}
