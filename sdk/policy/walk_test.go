package policy_test

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A filled document and what a walk over it must see, both made by reflection,
// so that they know nothing of the functions that are tested.
type census struct {
	texts, references, citations, definitions []string
}

var (
	textType     = reflect.TypeFor[policy.Text]()
	citationType = reflect.TypeFor[policy.Citation]()
)

// fill gives every field a value: two entries to each list, texts in one
// language, strings that are their own path.
func fill(v reflect.Value, path diag.Path, ref string, depth int, c *census) {
	switch {
	case v.Type() == textType:
		v.Set(reflect.ValueOf(policy.Text{locale.SV: string(path)}))
		c.texts = append(c.texts, string(path))
	case v.Kind() == reflect.String:
		v.SetString(string(path))
		if ref != "" {
			c.references = append(c.references, ref+" "+string(path))
		}
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), path, ref, depth, c)
	case v.Kind() == reflect.Slice:
		if depth > 8 {
			return // purposes have parts without end
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), path.Index(i), ref, depth+1, c)
		}
	case v.Kind() == reflect.Struct:
		fillStruct(v, path, depth, c)
	}
}

func fillStruct(v reflect.Value, path diag.Path, depth int, c *census) {
	if v.Type() == citationType {
		c.citations = append(c.citations, string(path))
	}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Name == "ID" && path != "" {
			c.definitions = append(c.definitions, string(path)+" "+v.Type().Name())
		}
		fill(v.Field(i), path.Key(name), f.Tag.Get("ref"), depth+1, c)
	}
}

func TestWalkForgetsNothing(t *testing.T) {
	var doc policy.Document
	var want census
	fill(reflect.ValueOf(&doc).Elem(), "", "", 0, &want)
	if len(want.texts) < 200 || len(want.references) < 100 || len(want.citations) < 10 || len(want.definitions) < 50 {
		t.Fatalf("the filled document is too small to show anything: %d texts, %d references, %d citations, %d definitions",
			len(want.texts), len(want.references), len(want.citations), len(want.definitions))
	}

	var got census
	doc.Walk(policy.Visitor{
		Text: func(path diag.Path, field string, text policy.Text) {
			if text[locale.SV] != string(path) {
				t.Errorf("%s: got the text of %s", path, text[locale.SV])
			}
			if !strings.Contains(string(path)+"/", "/"+field+"/") {
				t.Errorf("%s: got the field %s", path, field)
			}
			got.texts = append(got.texts, string(path))
		},
		Reference: func(path diag.Path, kind, id string) {
			if id != string(path) {
				t.Errorf("%s: got the id of %s", path, id)
			}
			got.references = append(got.references, kind+" "+string(path))
		},
		Citation: func(path diag.Path, c *policy.Citation) {
			if string(c.Act) != string(path)+"/act" {
				t.Errorf("%s: got the citation of %s", path, c.Act)
			}
			got.citations = append(got.citations, string(path))
		},
		Define: func(path diag.Path, kind, id string) {
			if id != string(path)+"/id" {
				t.Errorf("%s: got the id of %s", path, id)
			}
			name := strings.ReplaceAll(kind, "-", "")
			for _, d := range want.definitions {
				if where, typ, _ := strings.Cut(d, " "); where == string(path) && strings.EqualFold(typ, name) {
					name = typ
				}
			}
			got.definitions = append(got.definitions, string(path)+" "+name)
		},
	})
	// The same order too: that of the struct.
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(census{})); diff != "" {
		t.Errorf("visits (-want +got):\n%s", diff)
	}
}

func TestWalkPassesOverWhatIsEmpty(t *testing.T) {
	doc := policy.Document{
		Parties:    []policy.Party{{}},
		Activities: []policy.Activity{{Controllers: []string{""}}},
	}
	var got []string
	doc.Walk(policy.Visitor{
		Text:      func(path diag.Path, _ string, _ policy.Text) { got = append(got, "text "+string(path)) },
		Reference: func(path diag.Path, kind, _ string) { got = append(got, kind+" "+string(path)) },
		Define:    func(path diag.Path, kind, _ string) { got = append(got, "define "+kind+" "+string(path)) },
	})
	want := []string{"define party /parties/0", "define activity /activities/0", "party /activities/0/controllers/0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("visits (-want +got):\n%s", diff)
	}
}

// What is not asked for costs nothing, and a path is made once for each call.
func TestWalkAllocatesOncePerCall(t *testing.T) {
	doc := policy.Document{}
	for i := range 100 {
		doc.Activities = append(doc.Activities, policy.Activity{
			ID: "activity-" + strconv.Itoa(i), Title: policy.Text{locale.SV: "x"}, Data: []string{"a", "b", "c"},
		})
	}
	calls := 0
	asked := policy.Visitor{Define: func(diag.Path, string, string) { calls++ }}
	silent := testing.AllocsPerRun(10, func() { doc.Walk(policy.Visitor{}) })
	allocs := testing.AllocsPerRun(10, func() { doc.Walk(asked) })
	if silent > 2 {
		t.Errorf("a walk that asks for nothing: %v allocations, want the walker and its buffer at most", silent)
	}
	if allocs > silent+100 {
		t.Errorf("100 definitions: %v allocations, want one each", allocs-silent)
	}
	if calls == 0 {
		t.Error("no definition was visited")
	}
}

func BenchmarkWalk(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000} {
		var doc policy.Document
		for range n {
			doc.Activities = append(doc.Activities, policy.Activity{
				ID: "a", Title: policy.Text{locale.SV: "x"}, Data: []string{"a", "b", "c"}, Controllers: []string{"p"},
			})
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			count := 0
			v := policy.Visitor{
				Text:      func(diag.Path, string, policy.Text) { count++ },
				Reference: func(diag.Path, string, string) { count++ },
				Define:    func(diag.Path, string, string) { count++ },
			}
			b.ReportAllocs()
			for b.Loop() {
				doc.Walk(v)
			}
		})
	}
}
