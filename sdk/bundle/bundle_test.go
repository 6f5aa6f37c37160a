package bundle_test

import (
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/bundle"
	"github.com/lagrum/lagrum/sdk/choices"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// documents gives the policies of the examples.
func documents(t testing.TB) []*policy.Document {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(root, "examples", "*", "policy.yaml"))
	if err != nil || len(names) < 5 {
		t.Fatalf("%d examples (%v)", len(names), err)
	}
	var docs []*policy.Document
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, policyfile.Parse(name, data).Doc)
	}
	return docs
}

// widgets stand in for those of package wasm.
var widgets = fstest.MapFS{
	"manifest.json": {Data: []byte(`[{"name":"signup.js","file":"signup-0123.js","integrity":"sha384-abc"},` +
		`{"name":"signup.css","file":"signup-4567.css","integrity":"sha384-def"},{"name":"notice.css","file":"notice-89.css","integrity":"sha384-ghi"}]`)},
	"signup-0123.js": {Data: []byte("export {}")}, "signup-4567.css": {Data: []byte("p{}")}, "notice-89.css": {Data: []byte("p{}")},
}

func made(t testing.TB, o bundle.Options) map[string]string {
	t.Helper()
	files, err := bundle.Files(documents(t), o)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range files {
		if _, twice := all[f.Path]; twice {
			t.Errorf("%s is there twice", f.Path)
		}
		all[f.Path] = string(f.Content)
	}
	return all
}

var address = regexp.MustCompile(`(?:href|src|definition|screening|action)="([^"]*)"`)

// Whatever a page points to in the bundle is there.
func TestNoLinkIsDead(t *testing.T) {
	all := made(t, bundle.Options{Widgets: widgets})
	links := 0
	for name, content := range all {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, m := range address.FindAllStringSubmatch(content, -1) {
			u, err := url.Parse(strings.ReplaceAll(m[1], "&amp;", "&"))
			if err != nil {
				t.Errorf("%s: %q: %v", name, m[1], err)
				continue
			}
			if u.Scheme != "" || u.Host != "" || u.Path == "" {
				continue
			}
			links++
			if _, ok := all[path.Join(path.Dir(name), u.Path)]; !ok {
				t.Errorf("%s leads to %s, which is not there", name, m[1])
			}
		}
	}
	if links < 500 {
		t.Errorf("only %d links were followed", links)
	}
}

// Each form that a policy has is there in each of its languages, as the widget
// reads it.
func TestEveryFormIsThere(t *testing.T) {
	all := made(t, bundle.Options{})
	for _, doc := range documents(t) {
		for _, tag := range doc.Languages {
			if all[doc.ID+"/notice."+string(tag)+".html"] == "" {
				t.Errorf("%s has no notice in %s", doc.ID, tag)
			}
			for _, f := range doc.Forms {
				found := 0
				for name, content := range all {
					if !strings.HasPrefix(name, doc.ID+"/"+f.ID+".") || !strings.HasSuffix(name, "."+string(tag)+".json") || strings.Contains(name, "screening") {
						continue
					}
					found++
					d, err := form.Read([]byte(content))
					if err != nil || d.Form != f.ID || d.Language != tag || len(d.Lexicon.Sections) > 0 {
						t.Errorf("%s holds the form %s in %s (%v)", name, d.Form, d.Language, err)
					}
					if screened := all[strings.TrimSuffix(name, "."+string(tag)+".json")+"."+string(tag)+".screening.json"] != ""; screened != d.IsScreened() {
						t.Errorf("%s: screened %v, and a file for that %v", name, d.IsScreened(), screened)
					}
				}
				if found == 0 {
					t.Errorf("%s lacks %s in %s", doc.ID, f.ID, tag)
				}
			}
		}
	}
}

// Where it depends on the event who asks for a consent, there is no form for none.
func TestFormNeedsItsEvent(t *testing.T) {
	all := made(t, bundle.Options{Action: "https://forms.example"})
	if all["lartorget/enrolment.sv.html"] != "" {
		t.Error("nobody is named who asks for the consent, and the form is there")
	}
	page := all["lartorget/enrolment.leading-meetings.sv.html"]
	if !strings.Contains(page, `action="https://forms.example/lartorget/forms/enrolment?event=leading-meetings&amp;lang=sv"`) {
		t.Errorf("the form goes elsewhere: %.1500s", page)
	}
	if !strings.Contains(page, `<lagrum-signup src="https://forms.example/lartorget/forms/enrolment?event=leading-meetings&amp;lang=sv&amp;format=json"`) {
		t.Errorf("the form has no stamp: %.1500s", page)
	}
	if h := all["_headers"]; !strings.Contains(h, "form-action 'self' https://forms.example;") || !strings.Contains(h, "connect-src 'self' https://forms.example;") {
		t.Errorf("the form may not be sent: %s", all["_headers"])
	}
}

func TestPagesLoadTheWidgets(t *testing.T) {
	all := made(t, bundle.Options{Widgets: widgets})
	page := all["gateway/registration.nb.html"]
	for _, want := range []string{
		`<script type="module" src="../widgets/signup-0123.js" integrity="sha384-abc"></script>`,
		`<link rel="stylesheet" href="../widgets/signup-4567.css" integrity="sha384-def">`,
		`<lagrum-signup definition="registration.nb.json" screening="registration.nb.screening.json">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s\n%.900s", want, page)
		}
	}
	if all["widgets/signup-0123.js"] != "export {}" {
		t.Error("the widgets are not there")
	}
	for name, want := range map[string]string{"signup.js": `import "./widgets/signup-0123.js";`, "notice.css": "p{}"} {
		if strings.TrimSpace(all[name]) != want {
			t.Errorf("%s, whose name stays, holds %q", name, all[name])
		}
	}
	if plain := made(t, bundle.Options{})["gateway/registration.nb.html"]; strings.Contains(plain, "<script") {
		t.Error("without widgets there is a script")
	}
}

// Who stores nothing on devices that the service could do without asks nothing.
func TestChoicesAreWhereSomethingIsStored(t *testing.T) {
	all := made(t, bundle.Options{Widgets: widgets})
	for _, doc := range documents(t) {
		for _, tag := range doc.Languages {
			p, err := choices.Derive(doc, form.Context{Language: tag})
			if err != nil {
				t.Fatal(err)
			}
			name := doc.ID + "/choices." + string(tag)
			if got, want := all[name+".json"] != "", len(p.Choices) > 0; got != want {
				t.Errorf("%s.json is there: %v, want %v", name, got, want)
			}
		}
	}
	if page := all["studieskolen/choices.da.html"]; !strings.Contains(page, `<lagrum-choices src="choices.da.json">`) {
		t.Errorf("the page shows no panel: %s", page)
	}
	if _, there := made(t, bundle.Options{})["studieskolen/choices.da.json"]; there {
		t.Error("without script there is a panel")
	}
}

func TestWhatCannotBeBundled(t *testing.T) {
	for name, docs := range map[string][]*policy.Document{
		"no id": {{}}, "two of one id": {{ID: "a"}, {ID: "a"}}, "a taken name": {{ID: "widgets"}}, "a path": {{ID: "../a"}}, "a hidden folder": {{ID: ".a"}},
		"the name of a widget": {{ID: "signup.js"}},
	} {
		if _, err := bundle.Files(docs, bundle.Options{Widgets: widgets}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := bundle.Files(nil, bundle.Options{Widgets: fstest.MapFS{}}); err == nil {
		t.Error("widgets without a manifest: no error")
	}
}

// files lists the files below a folder.
func files(t *testing.T, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(dir, name)
			list = append(list, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(list)
	return list
}

func TestWriteLeavesOtherFilesAlone(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "logo.svg"), []byte("<svg/>"), 0o600); err != nil {
		t.Fatal(err)
	}
	first := []bundle.File{{Path: "a/one.html", Content: []byte("1")}, {Path: "b/two.html", Content: []byte("2")}}
	if err := bundle.Write(dir, first); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(filepath.Join(dir, "a", "one.html"))
	if err != nil {
		t.Fatal(err)
	}
	if err := bundle.Write(dir, first[:1]); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a/one.html", "bundle.json", "logo.svg"}, files(t, dir)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if _, err := os.Stat(filepath.Join(dir, "b")); err == nil {
		t.Error("an empty folder is left")
	}
	after, err := os.Stat(filepath.Join(dir, "a", "one.html"))
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("a file that is the same was written again (%v)", err)
	}
	if err := bundle.Write(dir, []bundle.File{{Path: "logo.svg", Content: []byte("other")}}); err == nil {
		t.Error("it writes over a file of others")
	}
	for _, bad := range []string{"../out", "/out", "bundle.json", ""} {
		if err := bundle.Write(dir, []bundle.File{{Path: bad}}); err == nil {
			t.Errorf("it writes %q", bad)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "bundle.json"), []byte(`{"files":["../../etc/passwd"]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := bundle.Write(dir, nil); err == nil || !strings.Contains(err.Error(), "lies elsewhere") {
		t.Errorf("a list that leads elsewhere: %v", err)
	}
}

func ExampleFiles() {
	text := func(s string) policy.Text { return policy.Text{"en": s} }
	doc := &policy.Document{
		ID: "choir", Title: text("Choir"), Languages: []locale.Tag{"en"},
		Data:  []policy.Datum{{ID: "name", Label: text("name")}},
		Forms: []policy.Form{{ID: "join", Title: text("Join the choir"), Fields: []policy.Field{{Datum: "name"}}}},
	}
	files, err := bundle.Files([]*policy.Document{doc}, bundle.Options{Action: "https://forms.choir.example"})
	if err != nil {
		fmt.Println(err)
	}
	for _, f := range files {
		fmt.Println(f.Path)
	}
	// Output:
	// choir/notice.en.html
	// choir/notice.short.en.html
	// choir/join.en.json
	// choir/join.en.html
	// index.html
	// page.css
	// _headers
}
