package docs_test

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A drawing must say in words what it shows, and must not load anything.
func TestDrawingsSpeakAndStandAlone(t *testing.T) {
	root, _ := house(t)
	names, err := filepath.Glob(filepath.Join(root, "docs/*.svg"))
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Fatal("there are no drawings")
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		elements := map[string]int{}
		decoder := xml.NewDecoder(strings.NewReader(string(content)))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if e, ok := token.(xml.StartElement); ok {
				elements[e.Name.Local]++
			}
		}
		if elements["title"] != 1 || elements["desc"] != 1 {
			t.Errorf("%s has no title or no description", name)
		}
		if elements["image"] > 0 || elements["script"] > 0 || strings.Contains(string(content), "@import") || strings.Contains(string(content), "url(http") {
			t.Errorf("%s loads something", name)
		}
	}
}
