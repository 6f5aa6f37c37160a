//go:build workerd

package workerd_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// testVectors asks the Worker what the widgets are asked, and wants the bytes that Go
// answers natively: "make edge" has package wasm write both.
func testVectors(t *testing.T, w *worker) {
	dir := os.Getenv("LAGRUM_REQUESTS_IN")
	if dir == "" {
		t.Fatal("LAGRUM_REQUESTS_IN does not say where the requests are; run: make edge")
	}
	for _, door := range []string{"signup", "screening", "choices"} {
		data, err := os.ReadFile(filepath.Join(dir, door+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var requests, want []string
		for _, pair := range read[[][2]string](t, string(data)) {
			requests, want = append(requests, pair[0]), append(want, pair[1])
		}
		body, err := json.Marshal(requests)
		if err != nil {
			t.Fatal(err)
		}
		_, text := w.send(t, "POST", "/vectors?door="+door, string(body))
		got := read[[]string](t, text)
		if len(got) != len(want) || len(want) < 50 {
			t.Fatalf("%s: %d answers to %d requests", door, len(got), len(want))
		}
		differ := 0
		for i := range want {
			if got[i] != want[i] {
				if differ++; differ < 4 {
					t.Errorf("%s: %.300s\nanswers  %.300s\nnatively %.300s", door, requests[i], got[i], want[i])
				}
			}
		}
		t.Logf("%s: %d requests, %d answered otherwise", door, len(want), differ)
	}
}
