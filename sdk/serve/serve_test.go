package serve_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/serve"
)

const source = "id: courses # <the file>\nlanguages: [sv, en]\n"

// courses has two languages, an event, a part of the service and a layer for
// children.
func courses() *policy.Document {
	both := func(sv, en string) policy.Text { return policy.Text{locale.SV: sv, locale.EN: en} }
	return &policy.Document{
		ID:         "courses",
		Service:    policy.Text{locale.Any: "Kursplatsen"},
		Title:      both("Så används dina uppgifter", "How your data are used"),
		Summary:    both("Kurser för alla.", "Courses for everybody."),
		Languages:  []locale.Tag{locale.SV, locale.EN},
		Regime:     law.GDPR,
		Parties:    []policy.Party{{ID: "north", Name: policy.Text{locale.Any: "Skola Norr"}}},
		Activities: []policy.Activity{{ID: "enrol", Title: both("Anmälan", "Enrolment"), ControllerPer: policy.EventScope}},
		Scopes: []policy.Scope{
			{ID: "spring", Kind: policy.EventScope, Title: both("Vårkursen", "Spring course"), Controllers: []string{"north"}},
			{ID: "shop", Kind: policy.PathScope, Title: both("Butiken", "The shop"), Path: "/shop"},
		},
		Children: &policy.ChildNotice{Intro: both("Hej!", "Hello!")},
	}
}

// evening has one language and nothing to choose; its file is private.
func evening() *policy.Document {
	return &policy.Document{ID: "evening", Service: policy.Text{locale.Any: "Kveldsskolen"}, Languages: []locale.Tag{locale.NB}}
}

func handler(t testing.TB, o serve.Options) http.Handler {
	t.Helper()
	if o.Now == nil {
		o.Now = func() time.Time { return time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC) }
	}
	h, err := serve.New([]serve.Policy{{Doc: courses(), Source: []byte(source), Published: former()}, {Doc: evening()}}, o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// get asks for a target with headers given as name and value in turn.
func get(h http.Handler, target string, header ...string) *httptest.ResponseRecorder {
	return ask(h, http.MethodGet, target, header...)
}

func ask(h http.Handler, method, target string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestNegotiation(t *testing.T) {
	const (
		page, plain, markdown = "text/html; charset=utf-8", "text/plain; charset=utf-8", "text/markdown; charset=utf-8"
		browser               = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	)
	h := handler(t, serve.Options{})
	for name, c := range map[string]struct {
		target, accept, languages string
		kind, lang, begins        string
	}{
		"nothing asked for":             {"/courses", "", "", page, "sv", "<!DOCTYPE html>\n<html lang=\"sv\">"},
		"a browser in English":          {"/courses", browser, "en-GB,en;q=0.9,sv;q=0.5", page, "en", "<!DOCTYPE html>\n<html lang=\"en\">"},
		"a language that there is not":  {"/courses", "", "fi", page, "sv", "<!DOCTYPE html>"},
		"the address wins over headers": {"/courses?lang=en&format=txt", "application/json", "sv", plain, "en", "How your data are used\n==="},
		"a region counts as its base":   {"/courses?lang=sv-FI", "", "", page, "sv", "<!DOCTYPE html>"},
		"Markdown by header":            {"/courses", "text/markdown, text/html;q=0.5", "en", markdown, "en", "# How your data are used"},
		"Markdown by address":           {"/courses?format=md", browser, "", markdown, "sv", "# Så används dina uppgifter"},
		"JSON by header":                {"/courses?lang=en", "application/json", "", "application/json", "en", `{"policy":"courses","language":"en","layer":"full"`},
		"plain text by header":          {"/courses?lang=en", "text/plain", "", plain, "en", "How your data are used"},
		"the short layer":               {"/courses?lang=en&layer=short&format=md", "", "", markdown, "en", "# How your data are used: the short version"},
		"the layer for children":        {"/courses?lang=en&layer=child&format=md", "", "", markdown, "en", "# How your data are used: for children"},
		"an empty choice is none":       {"/courses?lang=&event=&scope=&as-of=&format=&layer=", "", "en", page, "en", "<!DOCTYPE html>"},
		"the start page":                {"/", browser, "nb", page, "nb", "<!DOCTYPE html>\n<html lang=\"nb\">"},
		"the start page by address":     {"/?lang=sv", browser, "nb", page, "sv", "<!DOCTYPE html>\n<html lang=\"sv\">"},
		"the start page for a stranger": {"/", "", "de", page, "en", "<!DOCTYPE html>\n<html lang=\"en\">"},
		"the page of the file":          {"/courses/policy", "", "en", page, "en", "<!DOCTYPE html>\n<html lang=\"en\">"},
	} {
		w := get(h, c.target, "Accept", c.accept, "Accept-Language", c.languages)
		if w.Code != http.StatusOK {
			t.Errorf("%s: status %d", name, w.Code)
		}
		want := []string{c.kind, c.lang}
		if diff := cmp.Diff(want, []string{w.Header().Get("Content-Type"), w.Header().Get("Content-Language")}); diff != "" {
			t.Errorf("%s: type and language (-want +got):\n%s", name, diff)
		}
		if !strings.HasPrefix(w.Body.String(), c.begins) {
			t.Errorf("%s: begins with %.80q, want %q", name, w.Body, c.begins)
		}
	}
}

func TestWhatCannotBeHad(t *testing.T) {
	h := handler(t, serve.Options{})
	for name, c := range map[string]struct {
		target string
		status int
		says   string   // the detail
		there  []string // the addresses of what there is instead
	}{
		"no such page":            {"/nothing", 404, "There is no page at this address.", []string{"/courses?lang=en", "/evening?lang=nb"}},
		"no page below":           {"/courses/more", 404, "There is no page at this address.", []string{"/courses?lang=en", "/evening?lang=nb"}},
		"a private file":          {"/evening/policy.yaml", 404, "There is no page at this address.", []string{"/courses?lang=en", "/evening?lang=nb"}},
		"the page of it":          {"/evening/policy", 404, "There is no page at this address.", []string{"/courses?lang=en", "/evening?lang=nb"}},
		"no such language":        {"/courses?lang=de", 404, "This notice does not exist in that language.", []string{"/courses?lang=sv", "/courses?lang=en"}},
		"a language that is none": {"/courses?lang=../x", 404, "This notice does not exist in that language.", []string{"/courses?lang=sv", "/courses?lang=en"}},
		"no such start page":      {"/?lang=is", 404, "This notice does not exist in that language.", []string{"/?lang=sv", "/?lang=nb", "/?lang=en"}},
		"no such layer": {"/courses?layer=long", 404, "This notice does not exist in that version.",
			[]string{"/courses?lang=en", "/courses?lang=en&layer=short", "/courses?lang=en&layer=child"}},
		"no such format": {"/courses?format=pdf", 404, "This notice does not exist in that format.",
			[]string{"/courses?lang=en&format=html", "/courses?lang=en&format=md", "/courses?lang=en&format=txt", "/courses?lang=en&format=json"}},
		"no such event":      {"/courses?event=autumn", 404, "This notice knows no such course or event.", []string{"/courses?lang=en&event=spring"}},
		"a part is no event": {"/courses?event=shop", 404, "This notice knows no such course or event.", []string{"/courses?lang=en&event=spring"}},
		"no such part":       {"/courses?scope=bar", 404, "This notice knows no such part of the service.", []string{"/courses?lang=en&scope=shop", "/courses?lang=en&event=spring"}},
		"no day":             {"/courses?as-of=tomorrow", 400, "Write the day as year, month and day, such as 2026-01-31.", nil},
		"a day that is not":  {"/courses?as-of=2026-02-30", 400, "Write the day as year, month and day, such as 2026-01-31.", nil},
		"not a query":        {"/courses?lang=%zz", 400, "The part of the address after the question mark cannot be read.", nil},
	} {
		w := get(h, c.target, "Accept", "application/json", "Accept-Language", "en")
		var got struct {
			Title, Detail string
			Status        int
			Choices       []struct{ Name, Href string }
		}
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
			t.Errorf("%s: %v in %q", name, err, w.Body)
		}
		if w.Code != c.status || got.Status != c.status || w.Header().Get("Content-Type") != "application/problem+json" || got.Title == "" {
			t.Errorf("%s: %d %s: %s", name, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
		var there []string
		for _, choice := range got.Choices {
			there = append(there, choice.Href)
			if back := get(h, choice.Href); back.Code != http.StatusOK {
				t.Errorf("%s: what there is instead, %s, is %d", name, choice.Href, back.Code)
			}
		}
		if diff := cmp.Diff(c.says, got.Detail) + cmp.Diff(c.there, there); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}

		// The same for people, and for programs that read text.
		page := get(h, c.target, "Accept", "text/html", "Accept-Language", "en")
		plain := get(h, c.target, "Accept", "text/plain", "Accept-Language", "en")
		for kind, w := range map[string]*httptest.ResponseRecorder{"text/html; charset=utf-8": page, "text/plain; charset=utf-8": plain} {
			if w.Code != c.status || w.Header().Get("Content-Type") != kind || !strings.Contains(w.Body.String(), c.says) {
				t.Errorf("%s: %s is %d %s", name, kind, w.Code, w.Body)
			}
		}
	}
}

func TestNoFormatIsAcceptable(t *testing.T) {
	w := get(handler(t, serve.Options{}), "/courses?lang=en", "Accept", "image/png, audio/*")
	want := "Not in that format\n\nThe notice does not exist in any of the formats that your program accepts.\n\n" +
		"- HTML </courses?lang=en&format=html>\n- Markdown </courses?lang=en&format=md>\n" +
		"- Plain text </courses?lang=en&format=txt>\n- JSON </courses?lang=en&format=json>\n"
	if diff := cmp.Diff(want, w.Body.String()); w.Code != http.StatusNotAcceptable || diff != "" {
		t.Errorf("status %d, body (-want +got):\n%s", w.Code, diff)
	}
}

func TestMethods(t *testing.T) {
	h := handler(t, serve.Options{})
	for _, target := range []string{"/", "/courses", "/courses/policy", "/courses/policy.yaml", stylesheet(t, h)} {
		for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"} {
			w := ask(h, method, target)
			if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d, Allow %q", method, target, w.Code, w.Header().Get("Allow"))
			}
		}
		full, head := ask(h, "GET", target), ask(h, "HEAD", target)
		if diff := cmp.Diff(full.Header(), head.Header()); head.Code != 200 || head.Body.Len() > 0 || diff != "" {
			t.Errorf("HEAD %s: %d with %d bytes; headers (-GET +HEAD):\n%s", target, head.Code, head.Body.Len(), diff)
		}
	}
	if w := ask(h, "HEAD", "/nothing"); w.Code != 404 || w.Body.Len() > 0 {
		t.Errorf("HEAD of nothing: %d with %d bytes", w.Code, w.Body.Len())
	}
	if w := ask(h, "POST", "/no/such/page"); w.Code != 404 {
		t.Errorf("POST to nothing: %d", w.Code)
	}
}

// An answer that has not changed is not sent again; one that has is.
func TestRevalidation(t *testing.T) {
	h := handler(t, serve.Options{})
	tags := map[string]string{}
	for _, target := range []string{
		"/", "/?lang=sv", "/courses?lang=sv", "/courses?lang=en", "/courses?lang=en&layer=short", "/courses?lang=en&format=md",
		"/courses?lang=en&event=spring", "/courses/policy", "/courses/policy.yaml", stylesheet(t, h),
	} {
		tag := get(h, target).Header().Get("ETag")
		if other, ok := tags[tag]; ok || len(tag) < 10 {
			t.Errorf("%s and %s share the tag %s", target, other, tag)
		}
		tags[tag] = target
		w := get(h, target, "If-None-Match", `"other", `+tag)
		if w.Code != http.StatusNotModified || w.Body.Len() > 0 || w.Header().Get("ETag") != tag {
			t.Errorf("%s: %d with %d bytes", target, w.Code, w.Body.Len())
		}
		if w := get(h, target, "If-None-Match", `"other"`); w.Code != http.StatusOK || w.Body.Len() == 0 {
			t.Errorf("%s: %d for another tag", target, w.Code)
		}
	}
}

func TestHeaders(t *testing.T) {
	h := handler(t, serve.Options{})
	for name, c := range map[string]struct {
		target, header string
		want           []string
	}{
		"all depends on headers":         {"/courses", "Vary", []string{"Accept-Language", "Accept"}},
		"not if the address decides":     {"/courses?lang=en&format=md", "Vary", nil},
		"on one of them":                 {"/courses?lang=en", "Vary", []string{"Accept"}},
		"other languages":                {"/courses?lang=en&layer=short", "Link", []string{`</courses?lang=sv&layer=short>; rel="alternate"; hreflang="sv"`}},
		"a notice is asked about":        {"/courses", "Cache-Control", []string{"no-cache"}},
		"a problem is not kept":          {"/nothing", "Cache-Control", []string{"no-store"}},
		"a stylesheet is kept for good":  {stylesheet(t, h), "Cache-Control", []string{"public, max-age=31536000, immutable"}},
		"the file is YAML":               {"/courses/policy.yaml", "Content-Type", []string{"text/yaml; charset=utf-8"}},
		"the file has a name":            {"/courses/policy.yaml", "Content-Disposition", []string{`inline; filename="courses.yaml"`}},
		"a slash at the end leads on":    {"/courses/?lang=en", "Location", []string{"/courses?lang=en"}},
		"a slash leads nowhere else":     {"/nothing/", "Location", nil},
		"two slashes do not leave":       {"//elsewhere.example/courses", "Location", []string{"/elsewhere.example/courses"}},
		"no guessing at types":           {"/nothing", "X-Content-Type-Options", []string{"nosniff"}},
		"nobody is told where one reads": {"/courses", "Referrer-Policy", []string{"no-referrer"}},
		"nothing from elsewhere": {"/courses", "Content-Security-Policy", []string{
			"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"}},
		"nothing is set in the browser": {"/courses", "Set-Cookie", nil},
	} {
		if diff := cmp.Diff(c.want, get(h, c.target).Header().Values(c.header)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	framed := handler(t, serve.Options{FrameAncestors: []string{"https://www.school.example", "'self'"}})
	if got := get(framed, "/").Header().Get("Content-Security-Policy"); !strings.HasSuffix(got, "; frame-ancestors https://www.school.example 'self'") {
		t.Errorf("framed: %s", got)
	}
}

func TestFileIsPublishedAsItStands(t *testing.T) {
	h := handler(t, serve.Options{})
	if diff := cmp.Diff(source, get(h, "/courses/policy.yaml").Body.String()); diff != "" {
		t.Errorf("file (-want +got):\n%s", diff)
	}
	page := get(h, "/courses/policy?lang=en").Body.String()
	for _, want := range []string{`<li id="line-1"><code>id: courses # &lt;the file&gt;</code></li>`, `<li id="line-2">`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(page, "What the check found") || strings.Contains(page, "line-3") {
		t.Error("the page tells of a check that was not made, or of a line that there is not")
	}
}

func TestFindingsLeadToTheirLines(t *testing.T) {
	h, err := serve.New([]serve.Policy{{Doc: courses(), Source: []byte(source), Checked: true, Findings: diag.List{
		{Code: "text-missing", Severity: diag.Warning, Message: "<b> is missing", Position: diag.Position{Line: 2, Column: 1}},
		{Code: "id-missing", Severity: diag.Error, Message: "no id"},
	}}}, serve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	page := get(h, "/courses/policy?lang=en").Body.String()
	for _, want := range []string{
		"<p>1 error, 1 warning, 0 hints.</p>",
		`<li class="lagrum-warning"><a href="#line-2">Line 2</a> <span lang="en"><strong>warning:</strong> &lt;b&gt; is missing</span> <code><a href="/rules/text-missing" hreflang="en">text-missing</a></code></li>`,
		`<li class="lagrum-error"><span lang="en">`,
		"That nothing is found does not mean that everything is lawful",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// The day on which a notice is read decides whether its law applies.
func TestDayIsTheClocksUnlessTheAddressNamesOne(t *testing.T) {
	doc := courses()
	doc.Regime = "SE-PUL"
	h, err := serve.New([]serve.Policy{{Doc: doc}}, serve.Options{Now: func() time.Time { return time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	const warning = "stopped applying"
	if got := get(h, "/courses?lang=en&format=txt").Body.String(); !strings.Contains(got, warning) {
		t.Errorf("today: no warning in %.300s", got)
	}
	if got := get(h, "/courses?lang=en&format=txt&as-of=2017-05-01").Body.String(); strings.Contains(got, warning) {
		t.Errorf("then: a warning in %.300s", got)
	}
}

func TestEventDecidesWhoIsController(t *testing.T) {
	h := handler(t, serve.Options{})
	if got := get(h, "/courses?lang=en&event=spring&format=txt").Body.String(); !strings.Contains(got, "Skola Norr") {
		t.Errorf("no controller in %.400s", got)
	}
	page := get(h, "/courses?lang=en&layer=short&event=spring&as-of=2026-09-01").Body.String()
	for _, want := range []string{
		`<form class="lagrum-chooser" method="get" action="/courses">`,
		`<option value="spring" selected>Spring course</option>`, `<option value="shop">The shop</option>`,
		`<input type="hidden" name="lang" value="en">`, `<input type="hidden" name="layer" value="short">`, `<input type="hidden" name="as-of" value="2026-09-01">`,
		`<a href="/courses?lang=sv&amp;layer=short&amp;event=spring&amp;as-of=2026-09-01" lang="sv" hreflang="sv">svenska</a>`,
		`<a href="/courses?lang=en&amp;layer=short&amp;event=spring&amp;as-of=2026-09-01" aria-current="page">Short version</a>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if page := get(h, "/evening").Body.String(); strings.Contains(page, "<form") {
		t.Error("a form without anything to choose")
	}
}

func TestBaseStandsBeforeEveryAddress(t *testing.T) {
	h := handler(t, serve.Options{Base: "/privacy"})
	for _, target := range []string{"/privacy/", "/privacy/courses", "/privacy/courses/policy", "/privacy/nothing"} {
		for _, link := range links(t, get(h, target, "Accept", "text/html").Body.Bytes()) {
			if !strings.HasPrefix(link, "/privacy/") && !strings.HasPrefix(link, "#") {
				t.Errorf("%s leads to %s", target, link)
			}
		}
	}
	if w := get(h, "/courses"); w.Code != http.StatusNotFound {
		t.Errorf("outside the base: %d", w.Code)
	}
	if w := get(h, "/privacy"); w.Header().Get("Location") != "/privacy/" {
		t.Errorf("the base without a slash: %d %s", w.Code, w.Header().Get("Location"))
	}
}

func TestNewRefuses(t *testing.T) {
	with := func(change func(*policy.Document)) []serve.Policy {
		doc := courses()
		change(doc)
		return []serve.Policy{{Doc: doc}}
	}
	for name, c := range map[string]struct {
		policies []serve.Policy
		options  serve.Options
		says     string
	}{
		"nothing to show":       {nil, serve.Options{}, "there is no policy to show"},
		"no document":           {[]serve.Policy{{}}, serve.Options{}, "policy 1: there is no document"},
		"no id":                 {with(func(d *policy.Document) { d.ID = "" }), serve.Options{}, `the id "" is not made of`},
		"an id with a slash":    {with(func(d *policy.Document) { d.ID = "../a" }), serve.Options{}, `the id "../a" is not made of`},
		"an id with a brace":    {with(func(d *policy.Document) { d.ID = "{x}" }), serve.Options{}, `the id "{x}" is not made of`},
		"one id twice":          {append(with(func(*policy.Document) {}), with(func(*policy.Document) {})...), serve.Options{}, `policy 2: the id "courses" is taken`},
		"no languages":          {with(func(d *policy.Document) { d.Languages = nil }), serve.Options{}, "courses has no languages"},
		"an unknown language":   {with(func(d *policy.Document) { d.Languages = []locale.Tag{"de"} }), serve.Options{}, `courses is to be shown in "de"`},
		"a base without slash":  {with(func(*policy.Document) {}), serve.Options{Base: "privacy"}, `the base "privacy" is not a path`},
		"a base with slash":     {with(func(*policy.Document) {}), serve.Options{Base: "/privacy/"}, `the base "/privacy/" is not a path`},
		"a base that is none":   {with(func(*policy.Document) {}), serve.Options{Base: "/{x}"}, `the base "/{x}" is not a path`},
		"a base at a host":      {with(func(*policy.Document) {}), serve.Options{Base: "//elsewhere.example"}, `is not a path`},
		"an ancestor with more": {with(func(*policy.Document) {}), serve.Options{FrameAncestors: []string{"https://a.example; script-src *"}}, `is not an origin`},
	} {
		_, err := serve.New(c.policies, c.options)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got %v, want %s", name, err, c.says)
		}
	}
	_, err := serve.New([]serve.Policy{{}, {Doc: &policy.Document{ID: "x"}}}, serve.Options{Base: "y"})
	if got := strings.Count(err.Error(), "\n") + 1; got != 3 {
		t.Errorf("%d problems are told, want 3: %v", got, err)
	}
}

// Requests share nothing that changes. The race detector watches.
func TestConcurrentRequests(t *testing.T) {
	h := handler(t, serve.Options{})
	targets := []string{"/", "/courses", "/courses?lang=en&event=spring", "/courses?format=json", "/courses/policy", "/nothing", "/evening?layer=short"}
	want := make([]string, len(targets))
	for i, target := range targets {
		want[i] = get(h, target).Body.String()
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i, target := range targets {
				if got := get(h, target).Body.String(); got != want[i] {
					t.Errorf("%s differs from when it was asked for alone", target)
				}
			}
		})
	}
	all.Wait()
}

func BenchmarkNotice(b *testing.B) {
	file := policyfile.Parse("specimen.yaml", specimen.Policy(20))
	h, err := serve.New([]serve.Policy{{Doc: file.Doc}}, serve.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, format := range []string{"html", "json"} {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if w := get(h, "/specimen?lang=sv&format="+format); w.Code != http.StatusOK {
					b.Fatal(w.Code)
				}
			}
		})
	}
}

// A Worker makes the handler anew for each request.
func BenchmarkNew(b *testing.B) {
	doc := courses()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := serve.New([]serve.Policy{{Doc: doc, Source: []byte(source)}}, serve.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
