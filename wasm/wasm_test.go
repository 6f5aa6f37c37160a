package wasm_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/tetratelabs/wazero"

	"github.com/lagrum/lagrum/wasm"
)

func TestManifestIsOfTheFiles(t *testing.T) {
	listed := map[string]bool{"manifest.json": true}
	for _, a := range wasm.Assets() {
		data, err := fs.ReadFile(wasm.Dist(), a.File)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha512.Sum384(data)
		if a.Integrity != "sha384-"+base64.StdEncoding.EncodeToString(sum[:]) || a.Size != len(data) {
			t.Errorf("%s: another size or hash than the manifest says", a.File)
		}
		small, err := fs.ReadFile(wasm.Dist(), a.File+".br")
		if err != nil || len(small) != a.Brotli {
			t.Errorf("%s.br: %v, %d bytes, the manifest says %d", a.File, err, len(small), a.Brotli)
		}
		zipped, err := fs.ReadFile(wasm.Dist(), a.File+".gz")
		if err != nil || len(zipped) != a.Gzip {
			t.Fatalf("%s.gz: %v, %d bytes, the manifest says %d", a.File, err, len(zipped), a.Gzip)
		}
		r, err := gzip.NewReader(bytes.NewReader(zipped))
		if err != nil {
			t.Fatal(err)
		}
		if back, err := io.ReadAll(r); err != nil || !bytes.Equal(back, data) {
			t.Errorf("%s.gz holds something else (%v)", a.File, err)
		}
		listed[a.File], listed[a.File+".br"], listed[a.File+".gz"] = true, true, true
	}
	files, err := fs.ReadDir(wasm.Dist(), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !listed[f.Name()] {
			t.Errorf("%s is not in the manifest", f.Name())
		}
	}
	if _, ok := wasm.Find("stranger.wasm"); ok {
		t.Error("a stranger is found")
	}
}

// A module imports nothing, and gives out what its page needs and no more.
func TestModulesStandAlone(t *testing.T) {
	for _, name := range wasm.Modules {
		a, _ := wasm.Find(name + ".wasm")
		data, err := fs.ReadFile(wasm.Dist(), a.File)
		if err != nil {
			t.Fatal(err)
		}
		ctx := context.Background()
		r := wazero.NewRuntime(ctx)
		m, err := r.CompileModule(ctx, data)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(m.ImportedFunctions()) + len(m.ImportedMemories()); n > 0 {
			t.Errorf("%s imports %d things", name, n)
		}
		for _, export := range []string{"_initialize", "alloc", "handle"} {
			if m.ExportedFunctions()[export] == nil {
				t.Errorf("%s does not give out %s", name, export)
			}
		}
		if n := len(m.ExportedFunctions()); n != 3 || len(m.ExportedMemories()) != 1 {
			t.Errorf("%s gives out %d functions, want 3, and a memory", name, n)
		}
		if err := r.Close(ctx); err != nil {
			t.Error(err)
		}
	}
}

// However deep the conditions of a form hang together, the stack is enough.
func TestDeepestForm(t *testing.T) {
	var fields []string
	for i := range 256 {
		fields = append(fields, fmt.Sprintf(`{"name":"f%d","label":"F","control":"text","maxLength":9,"if":{"field":"f%d"}}`, i, i+1))
	}
	fields[255] = `{"name":"f255","label":"F","control":"text","maxLength":9}`
	values := `{"f255":"x"}`
	i := start(t, "signup.wasm")
	definition := `"definition":{"fields":[` + strings.Join(fields, ",") + `]},"day":"2026-02-01","values":` + values
	for _, op := range []string{"check", "form", "received"} {
		if out := i.ask(`{"op":"` + op + `",` + definition + `}`); bytes.HasPrefix(out, []byte(`{"error"`)) {
			t.Errorf("%s: %s", op, out)
		}
	}
}
