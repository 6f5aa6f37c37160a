package change_test

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// policies are the five examples, a policy in which every field has a value, and
// one in which data go abroad by one way only.
var policies = sync.OnceValue(func() map[string]*policy.Document {
	docs := map[string]*policy.Document{"full": specimen.Full(), "abroad": {
		Languages:  []locale.Tag{locale.EN},
		Activities: []policy.Activity{{ID: "mail", Processors: []string{"mailer"}}, {ID: "files", Systems: []string{"archive"}}},
		Systems:    []policy.System{{ID: "archive", Processor: "host"}},
		Processors: []policy.Processor{{ID: "mailer", Countries: []string{"US"}}, {ID: "host", Transfer: &policy.Transfer{Country: "IN", Mechanism: policy.SCC}}},
	}}
	for _, name := range []string{"lartorget", "skolstaden", "hammarby", "studieskolen", "gateway"} {
		f, err := policyfile.Load("../../examples/" + name + "/policy.yaml")
		if err != nil || f.Doc == nil {
			panic(name + " cannot be read")
		}
		docs[name] = f.Doc
	}
	return docs
})

// names of the policies, in order.
func names() []string {
	var list []string
	for name := range policies() {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

// clone copies a document, so that it can be changed.
func clone(doc *policy.Document) *policy.Document {
	out := new(policy.Document)
	deep(reflect.ValueOf(out).Elem(), reflect.ValueOf(doc).Elem())
	return out
}

func deep(to, from reflect.Value) {
	switch from.Kind() {
	case reflect.Pointer:
		if !from.IsNil() {
			to.Set(reflect.New(from.Type().Elem()))
			deep(to.Elem(), from.Elem())
		}
	case reflect.Slice:
		if !from.IsNil() {
			to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
			for i := range from.Len() {
				deep(to.Index(i), from.Index(i))
			}
		}
	case reflect.Map:
		if !from.IsNil() {
			to.Set(reflect.MakeMap(from.Type()))
			for _, key := range from.MapKeys() {
				to.SetMapIndex(key, from.MapIndex(key))
			}
		}
	case reflect.Struct:
		for i := range from.NumField() {
			deep(to.Field(i), from.Field(i))
		}
	default:
		to.Set(from)
	}
}

// oneLanguage gives a document with its main language alone, which is faster to
// look through.
func oneLanguage(doc *policy.Document) *policy.Document {
	out := clone(doc)
	out.Languages = out.Languages[:1]
	leaves(reflect.ValueOf(out).Elem(), func(_ string, v reflect.Value) {
		if text, ok := v.Interface().(policy.Text); ok {
			for tag := range text {
				if tag != out.Languages[0] && tag != locale.Any {
					delete(text, tag)
				}
			}
		}
	})
	return out
}

// leaves calls visit for every field of a document that holds a value of its
// own, with the name of the field: "Datum.Label".
func leaves(v reflect.Value, visit func(name string, v reflect.Value)) {
	for i := range v.NumField() {
		f, x := v.Type().Field(i), v.Field(i)
		if x.Kind() == reflect.Pointer && !x.IsNil() {
			x = x.Elem()
		}
		typ := x.Type()
		switch {
		case x.Kind() == reflect.Struct && isModel(typ):
			leaves(x, visit)
		case x.Kind() == reflect.Slice && isModel(typ.Elem()):
			for j := range x.Len() {
				leaves(x.Index(j), visit)
			}
		case x.Kind() == reflect.Pointer: // nothing there
		default:
			visit(v.Type().Name()+"."+f.Name, x)
		}
	}
}

// isModel tells structs of the model from dates and periods.
func isModel(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && strings.HasSuffix(t.PkgPath(), "/policy")
}

// mutate gives a field another value of the right form.
func mutate(t *testing.T, name string, v reflect.Value) {
	t.Helper()
	switch x := v.Addr().Interface().(type) {
	case *policy.Text:
		other := policy.Text{}
		for tag, words := range *x {
			other[tag] = words + " och mer"
		}
		if len(other) == 0 {
			other[locale.Any] = "mer"
		}
		*x = other
		return
	case *[]policy.Text:
		*x = append(*x, policy.Text{locale.Any: "mer"})
		return
	case *date.Date:
		*x = date.Date{Year: 2031, Month: 2, Day: 3}
		return
	case *date.Period:
		x.Years++
		return
	case *[]locale.Tag:
		*x = append(*x, "de")
		return
	case *policy.Alignment:
		*x = other(*x, policy.FinancialYearEnd, policy.CalendarYearEnd)
		return
	case *policy.Limit:
		*x = other(*x, policy.AtLeast, policy.AtMost)
		return
	case *policy.Action:
		*x = other(*x, policy.Archive, policy.Review)
		return
	case *policy.ScopeKind:
		*x = other(*x, policy.EventScope, policy.PathScope)
		return
	case *policy.ActsThrough:
		*x = other(*x, policy.Guardian, policy.Self)
		return
	case *policy.About:
		*x = other(*x, policy.AboutOrganisation, policy.AboutPerson)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int:
		v.SetInt(v.Int() + 1)
	case reflect.Slice:
		v.Set(reflect.Append(v.Slice(0, 0), reflect.ValueOf("another").Convert(v.Type().Elem())))
	default:
		t.Fatalf("%s is of type %s, which is not changed", name, v.Type())
	}
}

// other gives one of the two values that is not x.
func other[T comparable](x, a, b T) T {
	if x == a {
		return b
	}
	return a
}

// compare holds two policies against each other in the ways that must always hold.
func compare(t *testing.T, what string, old, new *policy.Document) change.Report {
	t.Helper()
	r := change.Compare(old, new)
	wholeOld, earlier := change.Fingerprints(old)
	wholeNew, later := change.Fingerprints(new)
	if agrees := wholeOld.Agrees(wholeNew); r.Material() == agrees {
		t.Errorf("%s: the fingerprints agree: %v, and there is a material change: %v\n%v", what, agrees, r.Material(), r.Changes)
	}
	for _, id := range consents(old, new) {
		a, before := earlier[id]
		b, after := later[id]
		touched := slices.ContainsFunc(r.Changes, func(c change.Change) bool { return slices.Contains(c.Consents, id) })
		differs := before != after || before && !a.Agrees(b)
		if touched != differs {
			t.Errorf("%s: the fingerprint of consent %s differs: %v, and a change touches it: %v\n%v", what, id, differs, touched, r.Changes)
		}
		if asked := slices.Contains(r.Again(), id); asked && (!touched || !before || !after) {
			t.Errorf("%s: consent %s is asked again without reason", what, id)
		}
	}
	for _, c := range r.Changes {
		if c.Material != c.Kind.Material() || c.Kind == "" || !c.Material && (len(c.Consents) > 0 || c.Narrows) {
			t.Errorf("%s: %+v contradicts itself", what, c)
		}
	}
	return r
}

func consents(docs ...*policy.Document) []string {
	var list []string
	for _, doc := range docs {
		for i := range doc.Consents {
			if id := doc.Consents[i].ID; id != "" && !slices.Contains(list, id) {
				list = append(list, id)
			}
		}
	}
	return list
}
