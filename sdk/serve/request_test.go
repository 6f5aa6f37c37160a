package serve_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/serve"
	"github.com/lagrum/lagrum/sdk/text"
)

// A counter takes requests at a time of its own.
type counter struct {
	http.Handler
	now  time.Time
	kept []serve.Request
	fail error
	log  bytes.Buffer
	docs []*policy.Document
}

func newCounter(t testing.TB, o serve.Options, docs ...*policy.Document) *counter {
	t.Helper()
	c := &counter{now: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC), docs: docs}
	o.Now = func() time.Time { return c.now }
	o.Logger = slog.New(slog.NewTextHandler(&c.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	o.PerMinute = -1
	o.Requested = func(_ context.Context, q serve.Request) error {
		if c.fail == nil {
			c.kept = append(c.kept, q)
		}
		return c.fail
	}
	var policies []serve.Policy
	for _, d := range docs {
		policies = append(policies, serve.Policy{Doc: d})
	}
	h, err := serve.New(policies, o)
	if err != nil {
		t.Fatal(err)
	}
	c.Handler = h
	return c
}

// exampleDocs reads the policies of the examples.
func exampleDocs(t testing.TB) []*policy.Document {
	t.Helper()
	files, err := filepath.Glob("../../examples/*/policy.yaml")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	var docs []*policy.Document
	for _, name := range files {
		f, err := policyfile.Load(name)
		if err != nil || f.Doc == nil {
			t.Fatal(name, err)
		}
		docs = append(docs, f.Doc)
	}
	return docs
}

// open gets the page of requests and waits as long as people need.
func (c *counter) open(t *testing.T, target string) filled {
	t.Helper()
	w := get(c, target, "Accept", "text/html")
	if w.Code != http.StatusOK || w.Header().Get("Cache-Control") != "no-store" {
		t.Fatalf("%s: %d", target, w.Code)
	}
	inspect(t, target, w.Body.Bytes())
	c.now = c.now.Add(time.Minute)
	return formOn(t, w.Body.Bytes())
}

// offered gives the values of the radio buttons with the name.
func offered(t testing.TB, page []byte, name string) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for n := range root.Descendants() {
		if n.Data == "input" && attribute(n, "name") == name {
			list = append(list, attribute(n, "value"))
		}
	}
	return list
}

// Every right of every example can be used, in each language, by whoever may ask; the page
// that follows says by when, by the law of the policy and in no other language's words.
func TestRequestsOfTheExamples(t *testing.T) {
	c := newCounter(t, serve.Options{}, exampleDocs(t)...)
	seen := map[law.Right]bool{}
	for _, doc := range c.docs {
		for _, tag := range doc.Languages {
			target := "/" + doc.ID + "/requests?lang=" + string(tag)
			page := get(c, target, "Accept", "text/html").Body.Bytes()
			for _, right := range offered(t, page, "right") {
				for _, by := range offered(t, page, "by") {
					seen[law.Right(right)] = true
					c.request(t, target, doc, text.In(tag), right, by)
				}
			}
		}
	}
	if len(seen) < 8 || len(c.kept) < 300 {
		t.Errorf("%d rights, %d requests", len(seen), len(c.kept))
	}
}

// request uses a right, and looks at what follows.
func (c *counter) request(t *testing.T, target string, doc *policy.Document, l *text.Language, right, by string) {
	t.Helper()
	f := c.open(t, target).with("right", right, "by", by, "name", "Kim Alm", "reach", "kim@example.com", "person", "Alva Alm",
		"age", "9", "died", "2026-02-03", "correct", "Alm, not Elm", "situation", "I sing in Xanadu")
	w := post(c, f)
	what := fmt.Sprint(target, " ", right, " by ", by)
	if w.Code != http.StatusOK || len(c.kept) == 0 {
		t.Fatalf("%s: %d %s", what, w.Code, w.Body)
	}
	inspect(t, what, w.Body.Bytes())
	q := &c.kept[len(c.kept)-1]
	words := visibleText(t, w.Body.Bytes())
	for _, needed := range []string{q.Number, q.Acknowledgement.Title, l.Ask.Foreseen} {
		if !strings.Contains(words, needed) {
			t.Errorf("%s: %q is missing in %s", what, needed, words)
		}
	}
	if d := &q.Answer.Deadline; !d.Due.IsZero() {
		if !strings.Contains(words, l.Rules.Date(d.Due)) || !strings.Contains(words, cite.In(doc.Regime, l).Article(d.Provision)) {
			t.Errorf("%s: no last day, or not by %s: %s", what, d.Provision, words)
		}
	}
	for _, secret := range []string{"Kim Alm", "Alva", "kim@", "Elm", "Xanadu"} {
		if strings.Contains(words, secret) || strings.Contains(fmt.Sprintf("%v %+v %#v", *q, *q, *q), secret) || strings.Contains(c.log.String(), secret) {
			t.Errorf("%s: %s got out", what, secret)
		}
	}
	for _, other := range text.Languages {
		if o := text.In(other); other != l.Tag && o.Ask.ForeseenIs != l.Ask.ForeseenIs && strings.Contains(words, o.Ask.ForeseenIs) {
			t.Errorf("%s: words of %s", what, other)
		}
	}
	if strings.ContainsAny(words, "{}") || q.Asked.Received.IsZero() || q.Policy != doc.ID || q.Language != l.Tag || q.Name != "Kim Alm" || q.Reach != "kim@example.com" {
		t.Errorf("%s: %s %+v", what, words, q.Asked)
	}
}

// visibleText gives what people read on a page.
func visibleText(t testing.TB, page []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			words = append(words, n.Data)
		}
	}
	return strings.Join(words, "\n")
}

// Of whoever asks, only what is needed is asked for and kept: what does not belong to the answers
// that were given is dropped.
func TestRequestKeepsWhatBelongs(t *testing.T) {
	c := newCounter(t, serve.Options{}, exampleDocs(t)...)
	base := []string{"right", "access", "name", "Kim Alm", "reach", "kim@example.com", "person", "Alva Alm", "age", "9", "died", "2026-02-03", "correct", "x", "details", "only the spring course"}
	f := c.open(t, "/hammarby/requests?lang=sv")
	for by, want := range map[string]rights.Request{
		"self": {}, "guardian": {By: rights.Guardian, Age: 9}, "child": {By: rights.Child}, "representative": {By: rights.Representative},
	} {
		w := post(c, f.with(append(base, "by", by)...))
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d", by, w.Code)
		}
		q := c.kept[len(c.kept)-1]
		person := "Alva Alm"
		if by == "self" || by == "child" {
			person = ""
		}
		if q.Asked.By != want.By || q.Asked.Age != want.Age || !q.Asked.Died.IsZero() || q.Person != person || q.Details != "only the spring course" || q.Asked.Right != law.Access {
			t.Errorf("%s: %+v, for %q, %q", by, q.Asked, q.Person, q.Details)
		}
	}
	page := get(c, "/hammarby/requests?lang=sv", "Accept", "text/html").Body.String()
	if regexp.MustCompile(`(?i)name="[^"]*(number|personnummer|birth|passport)`).MatchString(page) || strings.Contains(page, `type="file"`) {
		t.Error("the page asks for more than it needs")
	}
	if by := offered(t, get(c, "/lartorget/requests?lang=sv", "Accept", "text/html").Body.Bytes(), "by"); slices.Contains(by, "guardian") || slices.Contains(by, "relative") {
		t.Errorf("Lärtorget has no children, and Swedish law ends with death: %v", by)
	}
	if by := offered(t, get(c, "/studieskolen/requests?lang=da", "Accept", "text/html").Body.Bytes(), "by"); !slices.Contains(by, "relative") {
		t.Errorf("Danish law goes on after death: %v", by)
	}
}

// What is wrong comes back with all that was typed, and with a way to mend it.
func TestRequestComesBack(t *testing.T) {
	docs := exampleDocs(t)
	typed := []string{"right", "rectification", "by", "self", "name", "Kim Alm", "reach", "kim@example.com", "correct", "Alm, not Elm", "details", "thank you"}
	for name, tt := range map[string]struct {
		change func(*counter, filled) filled
		header []string
		status int
	}{
		"nothing chosen":       {func(_ *counter, f filled) filled { return f.with("right", "", "by", "") }, nil, 422},
		"no such right":        {func(_ *counter, f filled) filled { return f.with("right", "nothing") }, nil, 422},
		"no such use":          {func(_ *counter, f filled) filled { return f.with("about", "nothing") }, nil, 422},
		"nobody":               {func(_ *counter, f filled) filled { return f.with("name", "") }, nil, 422},
		"nothing is wrong":     {func(_ *counter, f filled) filled { return f.with("correct", "") }, nil, 422},
		"too fast":             {func(c *counter, f filled) filled { c.now = c.now.Add(-time.Minute); return f }, nil, 422},
		"too old":              {func(c *counter, f filled) filled { c.now = c.now.Add(48 * time.Hour); return f }, nil, 422},
		"a stamp of one's own": {func(_ *counter, f filled) filled { return f.with("lagrum-stamp", "x") }, nil, 422},
		"a filled trap":        {func(_ *counter, f filled) filled { return f.with(form.TrapName, "https://spam.example") }, nil, 422},
		"the host fails": {func(c *counter, f filled) filled {
			c.fail = errors.New("kim@example.com is not there")
			return f
		}, nil, 503},
		"another site": {func(_ *counter, f filled) filled { return f }, []string{"Sec-Fetch-Site", "cross-site"}, 403},
	} {
		t.Run(name, func(t *testing.T) {
			c := newCounter(t, serve.Options{}, docs...)
			f := tt.change(c, c.open(t, "/lartorget/requests?lang=sv").with(typed...))
			w := post(c, f, tt.header...)
			if w.Code != tt.status || len(c.kept) != 0 {
				t.Fatalf("%d, %d kept: %s", w.Code, len(c.kept), w.Body)
			}
			if strings.Contains(c.log.String(), "kim@") {
				t.Errorf("the log: %s", &c.log)
			}
			if tt.status == 403 {
				return
			}
			back := formOn(t, w.Body.Bytes())
			for field, values := range f.typed() {
				if field != "right" && field != "about" && !slices.Equal(back.values[field], values) {
					t.Errorf("%s comes back as %q", field, back.values[field])
				}
			}
			c.fail = nil
			c.now = c.now.Add(time.Minute)
			if w := post(c, back.with(typed...)); w.Code != http.StatusOK || len(c.kept) != 1 {
				t.Errorf("sent again: %d, %d kept: %s", w.Code, len(c.kept), w.Body)
			}
		})
	}
}

// A page that is sent twice is one request, with one number; two pages are two.
func TestRequestTwice(t *testing.T) {
	c := newCounter(t, serve.Options{}, exampleDocs(t)...)
	typed := []string{"right", "erasure", "by", "self", "name", "Kim Alm", "reach", "kim@example.com"}
	first := c.open(t, "/lartorget/requests?lang=sv").with(typed...)
	other := c.open(t, "/lartorget/requests?lang=sv").with(typed...)
	for _, f := range []filled{first, first, other} {
		if w := post(c, f); w.Code != http.StatusOK {
			t.Fatal(w.Code)
		}
	}
	a, b, x := c.kept[0], c.kept[1], c.kept[2]
	if a.Reference != b.Reference || a.Number != b.Number || a.Reference == x.Reference || a.Number == x.Number || !regexp.MustCompile(`^[2-9A-Z]{4}-[2-9A-Z]{4}$`).MatchString(a.Number) {
		t.Errorf("%s %s, %s %s, %s %s", a.Reference, a.Number, b.Reference, b.Number, x.Reference, x.Number)
	}
}

// Whoever is logged in has shown who they are, and nothing more is asked for.
func TestRequestAfterLogin(t *testing.T) {
	c := newCounter(t, serve.Options{Login: func(*http.Request) ([]form.Attribute, form.Converter) {
		return []form.Attribute{{Name: "mail", Value: []byte("kim@example.com")}, {Name: "displayName", Value: []byte("Kim Alm")}}, nil
	}}, exampleDocs(t)...)
	f := c.open(t, "/lartorget/requests?lang=sv")
	if f.values.Get("name") != "Kim Alm" || f.values.Get("reach") != "kim@example.com" {
		t.Errorf("filled in: %v", f.values)
	}
	if w := post(c, f.with("right", "access", "by", "self")); w.Code != http.StatusOK || c.kept[0].Asked.Channel != policy.ByLogin {
		t.Errorf("%d %+v", w.Code, c.kept)
	}
}

// Without somebody to take requests there is no page for them, and no link.
func TestNoRequests(t *testing.T) {
	s := newSchool(t, serve.Options{})
	if w := get(s, "/academy/requests", "Accept", "text/html"); w.Code != http.StatusNotFound {
		t.Errorf("%d", w.Code)
	}
	if page := get(s, "/academy?lang=en", "Accept", "text/html").Body.String(); strings.Contains(page, "/requests") {
		t.Error("the notice leads there")
	}
	c := newCounter(t, serve.Options{Base: "/privacy"}, exampleDocs(t)...)
	for target, want := range map[string]int{
		"/privacy/lartorget/requests": 200, "/privacy/nothing/requests": 404, "/privacy/rules/requests": 404, "/privacy/lartorget/requests?lang=xx": 404,
	} {
		if w := get(c, target, "Accept", "text/html"); w.Code != want {
			t.Errorf("%s: %d, want %d", target, w.Code, want)
		}
	}
	for _, page := range []string{"/privacy/?lang=sv", "/privacy/lartorget?lang=sv"} {
		if !strings.Contains(get(c, page, "Accept", "text/html").Body.String(), `href="/privacy/lartorget/requests?lang=sv"`) {
			t.Errorf("%s does not lead to requests", page)
		}
	}
	if w := send(c, "/privacy/lartorget", "text/plain", ""); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("a notice takes %d", w.Code)
	}
	r := httptest.NewRequest(http.MethodDelete, "/privacy/lartorget/requests", nil)
	w := httptest.NewRecorder()
	if c.ServeHTTP(w, r); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD, POST" {
		t.Errorf("%d, %s", w.Code, w.Header().Get("Allow"))
	}
}

// Programs do the same by JSON, as the description says.
func TestRequestAsJSON(t *testing.T) {
	c := newCounter(t, serve.Options{Address: "https://rights.example"}, exampleDocs(t)...)
	d := described(t, c)
	for _, doc := range c.docs {
		path := "/" + doc.ID + "/requests"
		item, ok := d.Paths[path]
		if !ok || item.Post == nil {
			t.Fatalf("%s is not described", path)
		}
		for _, target := range targets(path, item.Parameters) {
			p := read[program](t, get(c, target, "Accept", "application/json"))
			if p.Action == "" || p.Stamp == "" {
				t.Fatalf("%s: %+v", target, p)
			}
			c.now = c.now.Add(time.Minute)
			place := "paths/" + escaped(path) + "/post/responses/%d/content/%s/schema"
			values := map[string]any{"lagrum-stamp": p.Stamp, "right": "access", "by": "self", "name": "Kim Alm", "reach": "kim@example.com"}
			w := sendJSON(t, c, p.Action, values)
			if err := d.follows(t, fmt.Sprintf(place, 201, "application~1json"), w.Body.Bytes()); err != nil || w.Code != http.StatusCreated {
				t.Errorf("%s: %d %v in %s", target, w.Code, err, w.Body)
			}
			values["name"] = ""
			w = sendJSON(t, c, p.Action, values)
			if err := d.follows(t, fmt.Sprintf(place, 422, "application~1problem+json"), w.Body.Bytes()); err != nil || w.Code != http.StatusUnprocessableEntity {
				t.Errorf("%s: %d %v", target, w.Code, err)
			}
			if strings.Contains(w.Body.String(), "kim@") {
				t.Errorf("%s: the problem repeats what was typed", target)
			}
		}
	}
}
