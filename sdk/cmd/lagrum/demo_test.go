package main

import (
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/serve"
)

// Enrol at Lärtorget with a dietary wish, see what is on record, take the
// consent back, and the wish is gone; and all of it is there when the program
// starts again.
func TestDemoKeepsAndErases(t *testing.T) {
	file := filepath.Join(t.TempDir(), "demo.db")
	site := startDemo(t, file)
	page := site.get(t, "/lartorget/forms/enrolment?lang=en&event=leading-meetings")
	page = site.post(t, page, "name", "Kim Example", "email", "kim@example.com", "work-role", "nurse", "sector", "region", "diet-consent", "yes", "diet-secrecy", "yes")
	page = site.post(t, page, "diet", "nut-free")
	links := regexp.MustCompile(`href="[^"]*(/lartorget/consents/[\w-]+)"`).FindAllStringSubmatch(page, -1)
	if len(links) != 2 || !strings.Contains(page, "The organiser has received your other answers") {
		t.Fatalf("%d links to take a consent back: %s", len(links), page)
	}
	if staff := site.get(t, "/staff?lang=en"); !strings.Contains(staff, "No nuts") || !strings.Contains(staff, "4 entries") || !strings.Contains(staff, "The log verifies") {
		t.Errorf("the staff see: %s", staff)
	}

	site.close()
	site = startDemo(t, file)
	page = site.get(t, links[0][1])
	if page = site.post(t, page); !strings.Contains(page, "You have taken your consent back") {
		t.Errorf("taken back: %s", page)
	}
	staff := site.get(t, "/staff?lang=sv")
	if strings.Contains(staff, "No nuts") || !strings.Contains(staff, "raderat") || !strings.Contains(staff, "Kim Example") || !strings.Contains(staff, "Loggen stämmer") {
		t.Errorf("the staff see: %s", staff)
	}
}

// A demoSite is a demonstration at an address of its own.
type demoSite struct {
	server *httptest.Server
	demo   *demo
	last   string // the page that is open
}

func startDemo(t *testing.T, file string) *demoSite {
	t.Helper()
	return startDemoOf(t, file, policyfile.Parse("policy.yaml", readExample(t, "lartorget")).Doc)
}

func startDemoOf(t *testing.T, file string, doc *policy.Document) *demoSite {
	t.Helper()
	d, err := openDemo(t.Context(), file, []serve.Policy{{Doc: doc}})
	if err != nil {
		t.Fatal(err)
	}
	handler, err := serve.New(d.policies, d.options(serve.Options{FillTime: -1}))
	if err != nil {
		t.Fatal(err)
	}
	s := &demoSite{server: httptest.NewServer(d.handler("", handler)), demo: d}
	t.Cleanup(s.close)
	return s
}

func (s *demoSite) close() {
	s.server.Close()
	s.demo.store.Close()
}

func (s *demoSite) get(t *testing.T, path string) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.server.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s.do(t, r)
}

// post sends the form on a page, with what it has hidden and these names and
// values.
func (s *demoSite) post(t *testing.T, page string, filled ...string) string {
	t.Helper()
	values := url.Values{}
	for _, hidden := range regexp.MustCompile(`<input type="hidden" name="(lagrum-[^"]+)" value="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		values.Set(hidden[1], html.UnescapeString(hidden[2]))
	}
	for i := 0; i+1 < len(filled); i += 2 {
		values.Add(filled[i], filled[i+1])
	}
	target := s.last
	if action := regexp.MustCompile(`<form method="post" action="([^"]+)"`).FindStringSubmatch(page); action != nil {
		target = html.UnescapeString(action[1])
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.server.URL+target, strings.NewReader(values.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return s.do(t, r)
}

func (s *demoSite) do(t *testing.T, r *http.Request) string {
	t.Helper()
	r.Header.Set("Accept", "text/html")
	answer, err := s.server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s %s: %d %v: %s", r.Method, r.URL.Path, answer.StatusCode, err, body)
	}
	s.last = answer.Request.URL.RequestURI()
	return string(body)
}

// readExample reads the policy of one of the examples.
func readExample(t *testing.T, name string) []byte {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(root, "examples", name, "policy.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
