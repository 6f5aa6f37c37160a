package core_test

import (
	"bytes"
	"testing"

	"github.com/lagrum/lagrum/wasm/core"
)

// BenchmarkHandle answers one request of each kind, of a form that was loaded or
// comes along.
func BenchmarkHandle(b *testing.B) {
	d := asJSON(b)
	values := `"day":"2026-02-01","values":{"name":"Anna","email":"anna@example.com","news":true}`
	for _, bench := range []struct{ name, request string }{
		{"field", `{"op":"check","use":1,"field":"email",` + values + `}`},
		{"check", `{"op":"check","use":1,` + values + `}`},
		{"check-unloaded", `{"op":"check","definition":` + d + `,` + values + `}`},
		{"form", `{"op":"form","use":1,` + values + `}`},
	} {
		b.Run(bench.name, func(b *testing.B) {
			var forms core.Forms
			forms.Handle([]byte(`{"op":"load","definition":` + d + `}`))
			request := []byte(bench.request)
			b.ReportAllocs()
			for b.Loop() {
				if out := forms.Handle(request); bytes.HasPrefix(out, []byte(`{"error"`)) {
					b.Fatalf("%s", out)
				}
			}
		})
	}
}

func BenchmarkChoose(b *testing.B) {
	request := []byte(seeds(b)[len(seeds(b))-2])
	b.ReportAllocs()
	for b.Loop() {
		core.Choose(request)
	}
}
