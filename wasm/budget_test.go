package wasm_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/bundle"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/wasm"
)

// A budget is the most bytes that what it names may be together.
type budget struct {
	names []string
	most  int
}

func budgets(t testing.TB) []budget {
	t.Helper()
	text, err := os.ReadFile("budget.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []budget
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		names, most := "", 0
		if _, err := fmt.Sscan(line, &names, &most); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		list = append(list, budget{strings.Split(names, "+"), most})
	}
	return list
}

// What may be loaded is written down, and grows only where somebody writes it.
func TestBudget(t *testing.T) {
	sizes, alone := map[string]int{}, map[string]bool{}
	for _, a := range wasm.Assets() {
		sizes[a.Name] = a.Brotli
	}
	sizes["definition"], sizes["panel"] = largest(t)
	for _, b := range budgets(t) {
		sum := 0
		for _, name := range b.names {
			if sizes[name] == 0 {
				t.Errorf("%s has a budget, and is not there", name)
			}
			sum += sizes[name]
		}
		alone[b.names[0]] = alone[b.names[0]] || len(b.names) == 1
		if sum > b.most {
			t.Errorf("%s: %d bytes, the budget is %d", strings.Join(b.names, "+"), sum, b.most)
		}
		t.Logf("%s: %d of %d", strings.Join(b.names, "+"), sum, b.most)
	}
	for _, a := range wasm.Assets() {
		if !alone[a.Name] && !strings.HasPrefix(a.Name, "preset-") {
			t.Errorf("%s has no budget", a.Name)
		}
	}
}

// largest gives the sizes of the largest definition of a form and of the largest panel for
// choices among the examples. They are by gzip: a little more than by brotli, for
// which Go has nothing.
func largest(t testing.TB) (definition, panel int) {
	t.Helper()
	var docs []*policy.Document
	for _, f := range documents(t) {
		docs = append(docs, f.Doc)
	}
	files, err := bundle.Files(docs, bundle.Options{Widgets: wasm.Dist()})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		_, name, _ := strings.Cut(f.Path, "/")
		switch {
		case !strings.HasSuffix(name, ".json") || strings.HasSuffix(name, ".screening.json") || name == "manifest.json":
		case strings.HasPrefix(name, "choices."):
			panel = max(panel, zipped(t, f.Content))
		default:
			definition = max(definition, zipped(t, f.Content))
		}
	}
	return definition, panel
}

func zipped(t testing.TB, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
