package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const root = "../../.."

func TestGeneratedFilesAreFresh(t *testing.T) {
	files, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		got, err := os.ReadFile(filepath.Join(root, f.path))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(f.content), string(got)); diff != "" {
			t.Errorf("%s is stale: go run ./internal/gen/law (-want +got):\n%s", f.path, diff)
		}
	}
}

func TestNoTableIsLeftBehind(t *testing.T) {
	files, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	made := map[string]bool{}
	for _, f := range files {
		made[filepath.Base(f.path)] = true
	}
	found, err := filepath.Glob(filepath.Join(root, "sdk/law/*_gen.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range found {
		if !made[filepath.Base(path)] {
			t.Errorf("%s is not generated any more", path)
		}
	}
}

func TestEveryDataFileIsRead(t *testing.T) {
	used := map[string]bool{"README.md": true, "dpv.LICENSE.md": true}
	for _, table := range tables() {
		for _, name := range table.data {
			used[name] = true
		}
	}
	entries, err := os.ReadDir(filepath.Join(root, "sdk/law/data"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !used[e.Name()] {
			t.Errorf("sdk/law/data/%s: no table reads it", e.Name())
		}
	}
}

func TestRowsAreRefused(t *testing.T) {
	for name, r := range map[string]row{
		"without source":         {"regime": "EU-GDPR", "verified": true},
		"without verified":       {"regime": "EU-GDPR", "source": "the text"},
		"with an unknown member": {"regime": "EU-GDPR", "source": "the text", "verified": true, "mood": "good"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := deadlines().check(r); err == nil {
				t.Error("accepted")
			}
		})
	}
	if _, err := golang(deadlines(), []row{{"source": "the text", "from": "2018-02-30", "verified": true}}); err == nil {
		t.Error("30 February was accepted")
	}
	if _, err := golang(entitlements(), []row{{"extent": "maybe", "source": "the text", "verified": true}}); err == nil {
		t.Error("an unknown extent was accepted")
	}
}

func TestThePageMarksEveryRow(t *testing.T) {
	page := string(markdown([]filledTable{{deadlines(), []row{
		{"regime": "EU-GDPR", "months": 1.0, "source": "the text | of the law", "verified": true},
		{"regime": "SE-PUL", "months": 1.0, "source": "general knowledge", "verified": false},
	}}}))
	_, table, _ := strings.Cut(page, "## Time to answer")
	want := "| EU-GDPR | 1 |  |  | the text \\| of the law | **verified** |\n| SE-PUL | 1 |  |  | general knowledge | not verified |\n"
	if !strings.HasSuffix(table, want) {
		t.Errorf("got:\n%s\nwant it to end in:\n%s", table, want)
	}
}
