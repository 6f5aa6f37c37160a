package mutate

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

func example(t *testing.T) *policy.Document {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	file, err := policyfile.Load(filepath.Join(root, "examples", "skolstaden", "policy.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return file.Doc
}

func TestMutantsChangeThePolicyAndTakeItBack(t *testing.T) {
	doc, same := example(t), example(t)
	for _, m := range Mutants(doc) {
		m.apply()
		if cmp.Equal(same, doc) {
			t.Errorf("%s of %s at %s changes nothing", m.Kind, m.Field, m.Path)
		}
		m.undo()
	}
	if diff := cmp.Diff(same, doc); diff != "" {
		t.Errorf("the policy afterwards (-want +got):\n%s", diff)
	}
}

func TestMutantsAreTheSameEachTime(t *testing.T) {
	list := func() (lines []string) {
		for _, m := range Mutants(example(t)) {
			lines = append(lines, string(m.Kind)+" "+string(m.Path)+" "+m.To)
		}
		return lines
	}
	if diff := cmp.Diff(list(), list()); diff != "" {
		t.Error(diff)
	}
}

// A field that the tables name must be one of the model.
func TestTablesNameFieldsOfTheModel(t *testing.T) {
	known := map[string]bool{}
	var visit func(reflect.Type)
	visit = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || typ == dateType || typ == periodType {
			return
		}
		for i := range typ.NumField() {
			name := typ.Name() + "." + fileName(typ.Field(i))
			if !known[name] {
				known[name] = true
				visit(typ.Field(i).Type)
			}
		}
	}
	visit(reflect.TypeFor[policy.Document]())
	var named []string
	for _, d := range duties {
		named = append(named, d.field)
	}
	for _, c := range clashes {
		named = append(named, c.field)
	}
	for _, list := range [][]reason{reasons, gaps} {
		for _, r := range list {
			named = append(named, strings.Fields(r.fields)...)
		}
	}
	for _, name := range named {
		if !known[name] {
			t.Errorf("%s is no field of the model", name)
		}
	}
}
