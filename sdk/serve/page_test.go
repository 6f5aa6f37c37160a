package serve_test

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/serve"
)

// Whatever a page links to is there.
func TestNoLinkIsDead(t *testing.T) {
	h := handler(t, serve.Options{})
	seen := map[string]bool{}
	queue := []string{"/"}
	for len(queue) > 0 {
		target := queue[0]
		queue = queue[1:]
		if seen[target] || !strings.HasPrefix(target, "/") {
			continue
		}
		seen[target] = true
		w := get(h, target)
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d", target, w.Code)
		}
		if strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			queue = append(queue, links(t, w.Body.Bytes())...)
		}
	}
	if len(seen) < 40 {
		t.Errorf("only %d addresses were reached", len(seen))
	}
}

// Nothing that a stranger or a policy says becomes markup, and nothing that a
// stranger says is repeated or logged.
func TestHostileInput(t *testing.T) {
	var log bytes.Buffer
	attack := specimen.Script
	hostile := policyfile.Parse("hostile.yaml", specimen.HostileFile())
	if hostile.Doc == nil {
		t.Fatal("the hostile policy cannot be read")
	}
	built := specimen.Hostile() // worse than a file may be
	built.ID = "built"
	h, err := serve.New([]serve.Policy{
		{Doc: hostile.Doc, Source: []byte(attack + "\x00\x1b[31m\n"), Checked: true, Findings: diag.List{{Code: attack, Severity: diag.Error, Message: attack}}},
		{Doc: built},
	}, serve.Options{Title: policy.Text{locale.SV: attack, locale.EN: attack}, Logger: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	marked := url.QueryEscape("stranger" + attack)
	targets := []string{"/", "/full", "/full?layer=short", "/full?layer=child", "/full/policy", "/full?event=" + scopeOf(built), "/" + marked, "/full/" + marked, "/built", "/built?layer=short"}
	for _, name := range []string{"lang", "layer", "event", "scope", "as-of", "format", "other"} {
		targets = append(targets, "/full?"+name+"="+marked, "/?"+name+"="+marked)
	}
	for _, target := range targets {
		w := get(h, target, "Accept", "text/html")
		if strings.Contains(w.Body.String(), "<script") || strings.Contains(w.Body.String(), "stranger") {
			t.Errorf("%s: the page repeats what it should not", target)
		}
		inspect(t, target, w.Body.Bytes())
		for _, kind := range []string{"application/json", "image/png"} {
			if w := get(h, target, "Accept", kind); strings.Contains(w.Body.String(), "stranger") {
				t.Errorf("%s as %s repeats the stranger's words", target, kind)
			}
		}
	}
	if log.Len() > 0 {
		t.Errorf("the log says %s", log.String())
	}
}

func scopeOf(doc *policy.Document) string {
	for _, s := range doc.Scopes {
		if s.Kind == policy.EventScope {
			return s.ID
		}
	}
	return ""
}

// Every page is well-formed where it matters: no script, no inline style or
// handler, one main, one h1, ids that are there once, labels that lead to a field.
func TestPagesAreSound(t *testing.T) {
	h := handler(t, serve.Options{})
	for _, target := range []string{"/", "/courses", "/courses?layer=short", "/courses?layer=child&lang=en", "/courses/policy", "/evening", "/nothing", "/courses?lang=de"} {
		inspect(t, target, get(h, target, "Accept", "text/html").Body.Bytes())
	}
}

// inspect parses a page and complains of what should not be in it.
func inspect(t *testing.T, target string, page []byte) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatalf("%s: %v", target, err)
	}
	count, ids, refs := map[string]int{}, map[string]int{}, map[string]string{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "script" && attribute(n, "type") == receipt.MediaType {
			continue // data, which no browser runs
		}
		count[n.Data]++
		for _, a := range n.Attr {
			switch {
			case a.Key == "style", strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: %s has the attribute %s", target, n.Data, a.Key)
			case a.Key == "id":
				ids[a.Val]++
			case a.Key == "for", a.Key == "aria-labelledby":
				refs[a.Val] = n.Data
			case (a.Key == "href" || a.Key == "action" || a.Key == "src") && strings.HasPrefix(strings.ToLower(a.Val), "javascript:"):
				t.Errorf("%s: %s leads to %s", target, n.Data, a.Val)
			case a.Key == "class":
				for _, word := range []string{"cookie", "consent-banner", "gdpr"} {
					if strings.Contains(a.Val, word) {
						t.Errorf("%s: the class %s is one that content blockers hide", target, a.Val)
					}
				}
			}
		}
	}
	for tag, want := range map[string]int{"script": 0, "style": 0, "iframe": 0, "img": 0, "main": 1, "h1": 1, "title": 1} {
		if count[tag] != want {
			t.Errorf("%s: %d elements %s, want %d", target, count[tag], tag, want)
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%s: the id %s is there %d times", target, id, n)
		}
	}
	for id, tag := range refs {
		if ids[id] == 0 {
			t.Errorf("%s: %s points to the id %s, which is not there", target, tag, id)
		}
	}
}

// links gives the addresses on a page.
func links(t *testing.T, page []byte) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "href" || a.Key == "action" {
				list = append(list, a.Val)
			}
		}
	}
	return list
}

func stylesheet(t *testing.T, h http.Handler) string {
	t.Helper()
	for _, link := range links(t, get(h, "/").Body.Bytes()) {
		if strings.HasSuffix(link, ".css") {
			return link
		}
	}
	t.Fatal("the start page has no stylesheet")
	return ""
}
