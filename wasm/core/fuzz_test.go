package core_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/lagrum/lagrum/sdk/text"
	"github.com/lagrum/lagrum/wasm/core"
)

// seeds are requests of every kind.
func seeds(t testing.TB) []string {
	d := `"definition":` + asJSON(t) + `,"day":"2026-02-01","values":{"name":"Anna","email":"anna","food":true}`
	words := `"words":` + string(core.AppendWords(nil, text.In("sv")))
	var asked []json.RawMessage
	if err := json.Unmarshal(core.AppendQuestions(nil, definition(t)), &asked); err != nil {
		t.Fatal(err)
	}
	question := string(asked[0])
	return []string{
		`{"op":"load",` + d + `}`, `{"op":"drop","use":1}`, `{"op":"check",` + d + `}`, `{"op":"check","field":"name",` + d + `}`,
		`{"op":"form",` + d + `,"problems":[{"code":"email","field":"email","args":{"min":"1"},"message":"No","asks":true,"others":["name"],"start":1,"end":2}]}`,
		`{"op":"problems",` + d + `,"problems":[{"message":"No"}]}`, `{"op":"received",` + d + `,"second":["diet"],"secondValues":{"diet":"vegan"}}`,
		`{"op":"notice","notice":{"title":"T","contents":"C","lead":[{"type":"table","head":["a"],"rows":[[[],[[{"text":"x","url":"/y"}]]]]}],"sections":[{"id":"s","blocks":[{"type":"list","items":[{"sub":{"items":[]}}]},{"type":"definitions","items":[{}]},{"type":"callout"}]}]}}`,
		`{"op":"receipt","receipt":{"items":[{"record":{"status":"given","at":"2026-02-01T12:00:00Z","until":"2027-02-01"}}]},` + words + `}`,
		`{"op":"withdrawal","record":{"status":"given"},"effect":{"stops":["a"],"data":[{"label":"b","kept":["c"]}]},` + words + `}`,
		`{"op":"decide",` + d + `,"field":"food","answer":{"yes":true,"act":"ticking","at":"2026-02-01T12:00:00Z","steps":{"yes":1},"person":{"subject":"p","born":"2014-01-01","country":"DK"}},"earlier":{"version":1,"status":"given"}}`,
		`{"op":"stands",` + d + `,"field":"food","record":{"status":"given","at":"2026-02-01T12:00:00Z","by":"guardian"},"born":"2000-01-01"}`,
		`{"op":"choose","before":"given","answer":{"yes":true,"act":"ticking","subject":"7d9f2c0e-55aa-4d7e-8f2c-000000000001"},"question":` + question + `}`,
		`{"op":"choice","day":"2026-02-01","status":"given","at":"2026-02-01T12:00:00Z","agreed":{"terms":"a","parts":[{"of":"b","said":["c"]}]},"binds":[{"terms":"a"},{}]}`,
	}
}

// Nothing that comes in can make the door panic, nor give anything but JSON.
func FuzzHandle(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, request []byte) {
		var d core.Door
		out := d.Handle(request)
		if json.Valid(request) && !json.Valid(out) {
			t.Errorf("no JSON: %s", out)
		}
		if again := d.Handle(request); !bytes.Contains(request, []byte("load")) && !bytes.Equal(again, out) {
			t.Errorf("asked twice, it says %s and %s", out, again)
		}
	})
}

// Whatever comes in, the small door ends and does not panic; of JSON it makes JSON.
func FuzzChoose(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, request []byte) {
		if out := core.Choose(request); json.Valid(request) && !json.Valid(out) {
			t.Errorf("no JSON: %s", out)
		}
	})
}

func TestSeedsAreAnswered(t *testing.T) {
	var d core.Door
	for _, s := range seeds(t) {
		if out := d.Handle([]byte(s)); bytes.HasPrefix(out, []byte(`{"error"`)) {
			t.Errorf("%.60s: %s", s, out)
		}
	}
}
