package ident_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
)

// today is the day that vectors without one of their own are judged by.
const today = "2026-11-21"

// A vectorFile is one file of testdata; testdata/README.md tells its format.
type vectorFile struct {
	Kind    ident.Kind                   `json:"kind"`
	Sources map[string]map[string]string `json:"sources"`
	Vectors []vector                     `json:"vectors"`
}

// A vector is a value and what is to be found in it.
type vector struct {
	Value     string `json:"value"`
	Valid     bool   `json:"valid"`
	Canonical string `json:"canonical"`
	Birth     string `json:"birth"` // "none" for none; not asked where it is empty
	AsOf      string `json:"asOf"`  // "none" for none
	Accept    string `json:"accept"`
	Modulus11 bool   `json:"modulus11"`
	Exact     bool   `json:"exact"`
	Reason    string `json:"reason"` // not asked where it is empty
	Basis     string `json:"basis"`
	Source    string `json:"source"`
	Note      string `json:"note"`
	Conflict  string `json:"conflict"`
}

// options gives the options that the vector names.
func (v vector) options(t testing.TB) ident.Options {
	t.Helper()
	accept, ok := ident.ParseSeries(v.Accept)
	if !ok {
		t.Fatalf("there is no series %q", v.Accept)
	}
	opts := ident.Options{Accept: accept, Modulus11: v.Modulus11, Exact: v.Exact}
	switch v.AsOf {
	case "none":
		return opts
	case "":
		v.AsOf = today
	}
	if opts.AsOf, ok = date.Parse(v.AsOf); !ok {
		t.Fatalf("there is no day %q", v.AsOf)
	}
	return opts
}

// readVectors gives every file of testdata by its kind.
func readVectors(t testing.TB) map[ident.Kind]vectorFile {
	t.Helper()
	names, err := filepath.Glob("testdata/*.json")
	if err != nil {
		t.Fatal(err)
	}
	files := map[ident.Kind]vectorFile{}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var f vectorFile
		d := json.NewDecoder(strings.NewReader(string(b)))
		d.DisallowUnknownFields()
		if err := d.Decode(&f); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if want := strings.ReplaceAll(string(f.Kind), "/", ".") + ".json"; filepath.Base(name) != want {
			t.Errorf("%s holds vectors of %s", name, f.Kind)
		}
		files[f.Kind] = f
	}
	return files
}

// Failures name a vector by its place: no number, not even of a test person,
// is printed.
func TestVectors(t *testing.T) {
	for kind, f := range readVectors(t) {
		for i, v := range f.Vectors {
			r := ident.Check(kind, v.Value, v.options(t))
			if r.Valid() != v.Valid || v.Reason != "" && r.Reason.Code() != v.Reason {
				t.Errorf("%s vector %d: got %s, want valid %t %s", kind, i+1, r.Reason.Code(), v.Valid, v.Reason)
				continue
			}
			if r.Canonical() != v.Canonical {
				t.Errorf("%s vector %d: another canonical form, of length %d and not %d", kind, i+1, len(r.Canonical()), len(v.Canonical))
			}
			if v.Birth == "" {
				continue
			}
			birth, ok := r.BirthDate()
			if want, some := date.Parse(v.Birth); birth != want || ok != some {
				t.Errorf("%s vector %d: another date of birth (told: %t, wanted: %t)", kind, i+1, ok, some)
			}
		}
	}
}

func TestEveryKindHasVectors(t *testing.T) {
	files := readVectors(t)
	for _, kind := range ident.Kinds() {
		valid, invalid := 0, 0
		for _, v := range files[kind].Vectors {
			if v.Valid {
				valid++
			} else {
				invalid++
			}
		}
		if valid == 0 || invalid == 0 {
			t.Errorf("%s: %d valid and %d invalid vectors", kind, valid, invalid)
		}
		delete(files, kind)
	}
	for kind := range files {
		t.Errorf("%s: vectors of a kind that is not known", kind)
	}
}

// What testdata/README.md promises of where the numbers come from.
func TestVectorsTellWhereTheyComeFrom(t *testing.T) {
	bases := map[string]bool{"test": true, "synthetic": true, "unissuable": true, "example": true, "organisation": true, "shape": true}
	for kind, f := range readVectors(t) {
		for name, source := range f.Sources {
			if source["licence"] == "" || strings.Contains(source["licence"], "GPL") {
				t.Errorf("%s: source %s has the licence %q", kind, name, source["licence"])
			}
		}
		for i, v := range f.Vectors {
			if f.Sources[v.Source] == nil {
				t.Errorf("%s vector %d: source %q is not told of", kind, i+1, v.Source)
			}
			if v.Valid != bases[v.Basis] || !v.Valid && v.Basis != "invalid" {
				t.Errorf("%s vector %d: valid %t and basis %q", kind, i+1, v.Valid, v.Basis)
			}
		}
	}
}
