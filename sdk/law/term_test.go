package law

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

func TestTermsPreferOneWord(t *testing.T) {
	word := func(key, lang string) string {
		row, _ := Term(key, lang)
		return row.Preferred
	}
	got := []string{word("controller", "sv"), word("controller", "nn"), word("dpo", "nb"), word("supervisory_authority", "fi"), word("gdpr", "en"), word("edps", "da"), word("cookie", "is")}
	want := []string{"personuppgiftsansvarig", "behandlingsansvarleg", "personvernombud", "valvontaviranomainen", "GDPR", "Den Europæiske Tilsynsførende for Databeskyttelse", "vafrakaka"}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("terms (-want +got):\n%s", diff)
	}
	for _, key := range [][2]string{{"controller", "de"}, {"nothing", "sv"}, {"", ""}} {
		if row, ok := Term(key[0], key[1]); ok {
			t.Errorf("Term(%q, %q) = %q; want none", key[0], key[1], row.Preferred)
		}
	}
}

func TestTermsHaveForms(t *testing.T) {
	row, _ := Term("controller", "sv")
	if got, ok := row.Form("def_sg"); !ok || got != "den personuppgiftsansvarige" {
		t.Errorf("def_sg = %q, %v", got, ok)
	}
	if got, ok := row.Form("dual"); ok {
		t.Errorf("dual = %q; want none", got)
	}
}

func TestTermsAreWordsToPrint(t *testing.T) {
	for row := range Terms() {
		for _, w := range append([]string{row.Preferred}, row.Others...) {
			if w == "" || w != strings.TrimSpace(w) || strings.ContainsAny(w, "()/—|") {
				t.Errorf("%s in %s: %q is not a word to print", row.Key, row.Lang, w)
			}
		}
	}
}

func TestTermsThatOtherTablesNameExist(t *testing.T) {
	for b := range Bases() {
		if _, ok := Term(b.Term, "en"); !ok {
			t.Errorf("%s: no term %q", b.Basis, b.Term)
		}
	}
	for r := range Rights() {
		if _, ok := Term(r.Term, "en"); !ok && r.Term != "" {
			t.Errorf("%s: no term %q", r.Right, r.Term)
		}
	}
}

func TestConceptsAreInOrder(t *testing.T) {
	if !slices.IsSortedFunc(concepts, func(a, b DPVConcept) int { return cmp.Compare(a.Curie, b.Curie) }) {
		t.Error("binary search needs the concepts in order")
	}
	for c := range Concepts() {
		iri, label, ok := Concept(c.Curie)
		if !ok || label == "" || !strings.HasPrefix(iri, "https://w3id.org/dpv") {
			t.Errorf("Concept(%q) = %q, %q, %v", c.Curie, iri, label, ok)
		}
	}
}

func TestConceptsByShortForm(t *testing.T) {
	for curie, want := range map[string]string{
		"dpv:DataController":             "https://w3id.org/dpv#DataController",
		"pd:EmailAddress":                "https://w3id.org/dpv/pd#EmailAddress",
		"edu:StudentEnrolmentManagement": "https://w3id.org/dpv/sector/education#StudentEnrolmentManagement",
		"eu-gdpr:A6-1-e":                 "https://w3id.org/dpv/legal/eu/gdpr#A6-1-e",
		"legal-se:DPA-SE":                "https://w3id.org/dpv/legal/se#DPA-SE",
	} {
		if got, _, ok := Concept(curie); !ok || got != want {
			t.Errorf("Concept(%q) = %q, %v; want %q", curie, got, ok, want)
		}
	}
	if _, _, ok := Concept("dpv:Nonsense"); ok {
		t.Error("an unknown concept was found")
	}
	for b := range Bases() {
		if _, _, ok := Concept(b.DPV); !ok {
			t.Errorf("%s: %s is no concept", b.Basis, b.DPV)
		}
	}
	for r := range Rights() {
		if _, _, ok := Concept(r.DPV); !ok {
			t.Errorf("%s: %s is no concept", r.Right, r.DPV)
		}
	}
}

func TestInferences(t *testing.T) {
	allergy, _ := FindInference("allergy")
	if allergy.Strength != Strong || !slices.Equal(allergy.Categories, []SpecialCategory{Health}) {
		t.Errorf("allergy: %v %v", allergy.Strength, allergy.Categories)
	}
	vegan, _ := FindInference("diet_lifestyle")
	if vegan.Strength != Weak {
		t.Errorf("a vegan diet is %v, want weak: it is not Art. 9 data alone", vegan.Strength)
	}
	title, _ := FindInference("gender_title")
	if title.Strength != NoStrength || len(title.Categories) != 0 {
		t.Errorf("title: %v %v, want nothing", title.Strength, title.Categories)
	}
	for c := range Inferences() {
		if (c.Strength == NoStrength) != (len(c.Categories) == 0) {
			t.Errorf("%s: strength %v with categories %v", c.Key, c.Strength, c.Categories)
		}
		for _, category := range c.Categories {
			if _, ok := category.Row(); !ok {
				t.Errorf("%s: %q is no category", c.Key, category)
			}
		}
		for _, w := range c.Words {
			if strings.ContainsAny(strings.Join(w.List, ""), "(),") || slices.Contains(w.List, "") {
				t.Errorf("%s in %s: %q", c.Key, w.Lang, w.List)
			}
		}
	}
}
