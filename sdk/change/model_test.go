package change_test

import (
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/change"
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

// oneLanguage gives a document with its main language alone, which is faster to
// look through.
func oneLanguage(doc *policy.Document) *policy.Document {
	out := specimen.Clone(doc)
	out.Languages = out.Languages[:1]
	specimen.Leaves(out, func(_ string, v reflect.Value) {
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
