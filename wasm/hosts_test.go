//go:build hosts

package wasm_test

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"github.com/lagrum/lagrum/wasm"
	"github.com/lagrum/lagrum/wasm/core"
)

// These tests need Node and minutes; "make wasm" runs them.

// answered gives the requests, each with the answer of the door in Go.
func answered(door func([]byte) []byte, requests []string) [][2]string {
	var pairs [][2]string
	use := "0"
	for _, request := range requests {
		request = strings.Replace(request, `"use":USE`, `"use":`+use, 1)
		answer := door([]byte(request))
		var loaded struct{ Use json.Number }
		if json.Unmarshal(answer, &loaded) == nil && loaded.Use != "" {
			use = loaded.Use.String()
		}
		pairs = append(pairs, [2]string{request, string(answer)})
	}
	return pairs
}

// keep gives the folder that the requests are kept in, for browsers to answer too:
// LAGRUM_REQUESTS_IN, or one that is gone after the test.
func keep(t *testing.T) string {
	dir := os.Getenv("LAGRUM_REQUESTS_IN")
	if dir == "" {
		return t.TempDir()
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestNodeAnswersVectorsAsGoDoes(t *testing.T) {
	var forms core.Forms
	var screening core.Screening
	for name, pairs := range map[string][][2]string{
		"signup.wasm":    answered(forms.Handle, append(formRequests(t), identRequests(t)...)),
		"screening.wasm": answered(screening.Handle, screeningRequests(t)),
		"choices.wasm":   answered(core.Choose, choiceRequests(t)),
	} {
		data, err := json.Marshal(pairs)
		if err != nil {
			t.Fatal(err)
		}
		list := filepath.Join(keep(t), strings.TrimSuffix(name, ".wasm")+".json")
		if err := os.WriteFile(list, data, 0o600); err != nil {
			t.Fatal(err)
		}
		a, _ := wasm.Find(name)
		out, err := exec.Command("node", "testdata/ask.mjs", "dist/"+a.File, list).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		t.Logf("%s: %.3000s", name, out)
	}
}

// The same program built by Go itself.
func TestStockGoAnswersVectorsAsGoDoes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "signup.wasm")
	build := exec.Command("go", "build", "-buildmode=c-shared", "-o", file, "./signup")
	build.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ctx := context.Background()
	r := wazero.NewRuntime(ctx)
	defer r.Close(ctx)
	wasi_snapshot_preview1.MustInstantiate(ctx, r)
	m, err := r.InstantiateWithConfig(ctx, read(t, file), wazero.NewModuleConfig().WithStartFunctions("_initialize"))
	if err != nil {
		t.Fatal(err)
	}
	i := &instance{t: t, module: m, alloc: m.ExportedFunction("alloc"), handle: m.ExportedFunction("handle")}
	var forms core.Forms
	compare(t, i, forms.Handle, formRequests(t))
	compare(t, i, forms.Handle, identRequests(t))
}
