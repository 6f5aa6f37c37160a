package docs_test

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/docs"
	"github.com/lagrum/lagrum/internal/tree"
)

func house(t *testing.T) (string, []docs.Page) {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := docs.Pages(root)
	if err != nil {
		t.Fatal(err)
	}
	return root, pages
}

func TestEveryLinkLeads(t *testing.T) {
	root, pages := house(t)
	anchors := map[string]map[string]bool{}
	for _, p := range pages {
		anchors[p.Name] = p.Anchors()
	}
	links := 0
	for _, p := range pages {
		for _, link := range p.Links() {
			u, err := url.Parse(link)
			if err != nil {
				t.Errorf("%s: %v", p.Name, err)
				continue
			}
			if u.Scheme != "" {
				continue // to another site
			}
			links++
			name := p.Name
			if u.Path != "" {
				name = path.Join(path.Dir(p.Name), u.Path)
			}
			if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(name))); err != nil {
				t.Errorf("%s: %s leads nowhere", p.Name, link)
			} else if u.Fragment != "" && !anchors[name][u.Fragment] && !isLine(filepath.Join(root, filepath.FromSlash(name)), u.Fragment) {
				t.Errorf("%s: %s has no heading or line %s", p.Name, name, u.Fragment)
			}
		}
	}
	if links < 100 {
		t.Errorf("only %d links were found", links)
	}
}

// isLine reports whether a fragment such as "L12" names a line of a file that
// is no page. That is how repositories on the web are pointed into.
func isLine(name, fragment string) bool {
	digits, ok := strings.CutPrefix(fragment, "L")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || path.Ext(name) == ".md" {
		return false
	}
	content, err := os.ReadFile(name)
	return err == nil && n >= 1 && n <= strings.Count(string(content), "\n")
}

// A page may only name what can be run.
func TestNamedCommandsExist(t *testing.T) {
	root, pages := house(t)
	targets := found(t, filepath.Join(root, "Makefile"), `(?m)^([a-z-]+):`)
	files, err := filepath.Glob(filepath.Join(root, "sdk/cmd/lagrum/*.go"))
	if err != nil {
		t.Fatal(err)
	}
	commands := map[string]bool{"help": true, "completion": true} // cobra's own
	for _, file := range files {
		for name := range found(t, file, `(?m)^\s*Use:\s+"([a-z]+)`) {
			commands[name] = true
		}
	}
	for _, p := range pages {
		for _, name := range p.Commands("make") {
			if !targets[name] {
				t.Errorf("%s: there is no target %q", p.Name, name)
			}
		}
		for _, name := range p.Commands("lagrum") {
			if !commands[name] {
				t.Errorf("%s: lagrum has no command %q", p.Name, name)
			}
		}
	}
}

// found collects what the first group of a pattern matches in a file.
func found(t *testing.T, name, pattern string) map[string]bool {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]bool{}
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(string(content), -1) {
		words[m[1]] = true
	}
	return words
}

func TestPageIsReadAsItIsShown(t *testing.T) {
	p := docs.Page{Name: "docs/sample.md", Text: strings.ReplaceAll(`# What is "law"?

See [the list](law.md#acts), '[not](a-link)' and <img src="a.svg">. Run 'lagrum lint x'.

## More_here

'''sh
# no heading
lagrum init [no](link)
'''
'''yaml
a: b
'''
`, "'", "`")}
	got := map[string]any{"links": p.Links(), "anchors": p.Anchors(), "yaml": p.Code("yaml"), "commands": p.Commands("lagrum")}
	want := map[string]any{
		"links":    []string{"law.md#acts", "a.svg"},
		"anchors":  map[string]bool{"what-is-law": true, "more_here": true},
		"yaml":     []string{"a: b\n"},
		"commands": []string{"lint", "init"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
