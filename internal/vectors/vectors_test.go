package vectors

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/lagrum/lagrum/internal/tree"
)

// files gives the files of vectors.
func files(t *testing.T) [][]byte {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(root, "sdk", "form", "testdata", "vectors", "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no files of vectors: %v", err)
	}
	var list [][]byte
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, data)
	}
	return list
}

func TestAgain(t *testing.T) {
	for _, data := range files(t) {
		got, err := Again(data)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, data) {
			t.Errorf("package form makes something else of the vectors now; if that is meant, run make generate")
		}
	}
}

// A host that checks otherwise writes another file.
func TestAgainWritesWhatItFinds(t *testing.T) {
	data := files(t)[0]
	for _, change := range [][2]string{
		{`"code":"`, `"code":"x`}, {`"why":"`, `"why":"x`}, {`"kept":{`, `"kept":{"x":"y",`},
		{`"values":{`, `"values":{"stranger":"y",`}, {`"numbers":["`, `"numbers":["x`},
	} {
		changed := bytes.Replace(data, []byte(change[0]), []byte(change[1]), 1)
		got, err := Again(changed)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(changed, data) || bytes.Equal(got, changed) {
			t.Errorf("after %s the file is written as it is", change[1])
		}
	}
}

func TestAgainReadsVectorsOnly(t *testing.T) {
	for _, data := range []string{"", "{}", "[]", `{"definition":{},"cases":[]}`, `{"definition":{},"cases":[{"day":"2026-02-30","values":{}}]}`,
		`{"definition":{},"cases":[{"day":"2026-01-31","values":[]}]}`, `{"definition":null,"cases":[{"day":"2026-01-31"}]}`} {
		if _, err := Again([]byte(data)); err == nil {
			t.Errorf("%s: no error", data)
		}
	}
}
