package wasm_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"

	"github.com/lagrum/lagrum/wasm"
	"github.com/lagrum/lagrum/wasm/core"
)

// An instance is a module that runs.
type instance struct {
	t             testing.TB
	module        api.Module
	alloc, handle api.Function
}

// start runs a module of dist. It is given nothing to import, and so must not ask
// for anything.
func start(t testing.TB, name string) *instance {
	t.Helper()
	a, ok := wasm.Find(name)
	if !ok {
		t.Fatalf("dist has no %s", name)
	}
	code, err := wasm.Files.ReadFile("dist/" + a.File)
	if err != nil {
		t.Fatal(err)
	}
	return run(t, code)
}

func run(t testing.TB, code []byte) *instance {
	t.Helper()
	ctx := context.Background()
	r := wazero.NewRuntime(ctx)
	t.Cleanup(func() { _ = r.Close(ctx) })
	m, err := r.InstantiateWithConfig(ctx, code, wazero.NewModuleConfig().WithStartFunctions("_initialize"))
	if err != nil {
		t.Fatal(err)
	}
	return &instance{t: t, module: m, alloc: m.ExportedFunction("alloc"), handle: m.ExportedFunction("handle")}
}

// ask puts a request to the module.
func (i *instance) ask(request string) []byte {
	i.t.Helper()
	ctx := context.Background()
	at, err := i.alloc.Call(ctx, uint64(len(request)))
	if err != nil {
		i.t.Fatalf("alloc: %v", err)
	}
	if !i.module.Memory().Write(uint32(at[0]), []byte(request)) {
		i.t.Fatalf("no room at %d for %d bytes", at[0], len(request))
	}
	where, err := i.handle.Call(ctx, uint64(len(request)))
	if err != nil {
		i.t.Fatalf("handle: %v\n%.300s", err, request)
	}
	out, ok := i.module.Memory().Read(uint32(where[0]>>32), uint32(where[0]))
	if !ok {
		i.t.Fatalf("no answer at %d", where[0]>>32)
	}
	return bytes.Clone(out)
}

// compare puts requests to the module and to the door in Go, and wants the same
// bytes. USE stands for the definition that was loaded last.
func compare(t testing.TB, i *instance, door func([]byte) []byte, requests []string) {
	t.Helper()
	use, differ := "0", 0
	for _, request := range requests {
		request = strings.Replace(request, `"use":USE`, `"use":`+use, 1)
		want, got := door([]byte(request)), i.ask(request)
		if !bytes.Equal(want, got) {
			if differ++; differ < 4 {
				t.Errorf("the module answers otherwise\n%.2000s\nin Go:  %.600s\nmodule: %.600s", request, want, got)
			}
		}
		var answer struct{ Use json.Number }
		if string(want) == `{"error":"full"}` { // as a page would, load it again
			want, got = door([]byte(request)), i.ask(request)
			if !bytes.Equal(want, got) {
				t.Errorf("loaded again: %.300s and %.300s", want, got)
			}
		}
		if json.Unmarshal(want, &answer) == nil && answer.Use != "" {
			use = answer.Use.String()
		}
	}
	if differ > 3 {
		t.Errorf("and %d more", differ-3)
	}
	t.Logf("%d requests, %d KiB of memory in the module", len(requests), i.module.Memory().Size()>>10)
}

func TestSignupAnswersVectorsAsGoDoes(t *testing.T) {
	var forms core.Forms
	i := start(t, "signup.wasm")
	compare(t, i, forms.Handle, formRequests(t))
	compare(t, i, forms.Handle, identRequests(t))
}

func TestScreeningAnswersAsGoDoes(t *testing.T) {
	var screening core.Screening
	compare(t, start(t, "screening.wasm"), screening.Handle, screeningRequests(t))
}

func TestChoicesAnswersAsGoDoes(t *testing.T) {
	compare(t, start(t, "choices.wasm"), core.Choose, choiceRequests(t))
}

// number reads how many requests are to be generated.
func number(t *testing.T) int {
	t.Helper()
	text := os.Getenv("LAGRUM_REQUESTS")
	if text == "" {
		return 5000
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("LAGRUM_REQUESTS is %q, and no number", text)
	}
	return n
}

func TestModulesAnswerGeneratedRequestsAsGoDoes(t *testing.T) {
	n := number(t)
	var forms core.Forms
	g := newGenerator(t, 1, formRequests(t))
	var requests []string
	form := 0
	for k := range n * 7 / 10 {
		if k%50 == 0 {
			var load string
			load, form = g.load()
			requests = append(requests, load)
			continue
		}
		requests = append(requests, g.request(form))
	}
	compare(t, start(t, "signup.wasm"), forms.Handle, requests)

	var screening core.Screening
	screen := newGenerator(t, 3, screeningRequests(t))
	requests = requests[:0]
	for range n / 10 {
		requests = append(requests, screen.spoil(screen.pick(screen.seeds)))
	}
	compare(t, start(t, "screening.wasm"), screening.Handle, requests)

	choose := newGenerator(t, 2, choiceRequests(t))
	requests = requests[:0]
	for range n - n*4/5 {
		requests = append(requests, choose.spoil(choose.pick(choose.seeds)))
	}
	compare(t, start(t, "choices.wasm"), core.Choose, requests)
}
