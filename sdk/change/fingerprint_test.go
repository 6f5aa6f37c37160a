package change_test

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

func sha(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// A record that was made in one language holds in all, however many languages
// the policy is later given in, and until its words or terms change.
func TestFingerprintIsTheSameInAllLanguages(t *testing.T) {
	for _, name := range names() {
		doc := policies()[name]
		f := change.Material(doc)
		if whole, _ := change.Fingerprints(doc); !cmp.Equal(f, whole) {
			t.Errorf("%s: the fingerprint is not that which the other tests look at", name)
		}
		for _, tag := range doc.Languages {
			if in := f.In(tag); in.Terms != f.Terms || !in.Agrees(f) || !f.Agrees(in) {
				t.Errorf("%s: the fingerprint is another one in %s", name, tag)
			}
		}
		fewer := specimen.Clone(doc)
		for len(fewer.Languages) > 1 {
			fewer.Languages = fewer.Languages[:len(fewer.Languages)-1]
			for what, pair := range map[string][2]*policy.Document{"added": {fewer, doc}, "removed": {doc, fewer}} {
				r := compare(t, name+" with a language "+what, pair[0], pair[1])
				for _, c := range r.Changes {
					if c.Kind != change.LanguageAdded && c.Kind != change.LanguageRemoved {
						t.Errorf("%s, language %s: %+v", name, what, c)
					}
				}
			}
		}
	}
}

func TestSumsAgreeAsFingerprintsDo(t *testing.T) {
	for _, name := range names() {
		doc := policies()[name]
		for _, id := range consents(doc) {
			f, ok := change.MaterialOf(doc, id)
			if !ok {
				t.Fatalf("%s has no consent %s", name, id)
			}
			if !f.Sum(sha).Agrees(f.Sum(sha)) {
				t.Errorf("%s %s: the sum does not agree with itself", name, id)
			}
			reworded := specimen.Clone(doc)
			text := reworded.Consent(id).Text
			for tag := range text {
				text[tag] += " Eller så."
			}
			g, _ := change.MaterialOf(reworded, id)
			if g.Sum(sha).Agrees(f.Sum(sha)) {
				t.Errorf("%s %s: the sum agrees with that of other words", name, id)
			}
			for _, other := range consents(doc) {
				a, _ := change.MaterialOf(doc, other)
				b, _ := change.MaterialOf(reworded, other)
				if other != id && !a.Agrees(b) {
					t.Errorf("%s: other words of %s touch %s", name, id, other)
				}
			}
		}
	}
	if _, ok := change.MaterialOf(&policy.Document{}, "newsletter"); ok {
		t.Error("a consent that is not there has a fingerprint")
	}
}

// What is hashed must not be changed by accident: records out there hold its
// hashes.
func TestCanonicalForm(t *testing.T) {
	doc := small()
	f, _ := change.MaterialOf(doc, "newsletter")
	want := change.Fingerprint{
		Terms: `activity	mail	basis	6(1)(a)
activity	mail	consent	newsletter
activity	mail	controller	school
activity	mail	datum	email
activity	mail	is	so
activity	mail	purpose	news
activity	mail	retention	consent-withdrawn  0m7d  exactly must erase  
activity	mail	scope	*
activity	mail	subject	participant
consent	newsletter	datum	email
consent	newsletter	is	so
consent	newsletter	kind	ordinary
consent	newsletter	purpose	news
controller	school	is	so
controller	school	number	212000-0001
datum	email	is	so
purpose	news	is	so
subject	participant	is	so
`,
		Parts: []change.Part{
			{Of: "consent\tnewsletter\ttext", Language: locale.EN, Said: []string{"Yes, send me news."}},
			{Of: "consent\tnewsletter\ttext", Language: locale.SV, Said: []string{"Ja, skicka nyheter till mig."}},
			{Of: "purpose\tnews\ttitle", Language: locale.EN, Said: []string{"News"}},
			{Of: "purpose\tnews\ttitle", Language: locale.SV, Said: []string{"Nyheter"}},
		},
	}
	if diff := cmp.Diff(want, f); diff != "" {
		t.Errorf("fingerprint (-want +got):\n%s", diff)
	}
}

// Values cannot pretend to be other facts.
func TestFactsCannotRunTogether(t *testing.T) {
	a := &policy.Document{Activities: []policy.Activity{{ID: "a", Data: []string{"x\nactivity\ta\tdatum\ty"}}}}
	b := &policy.Document{Activities: []policy.Activity{{ID: "a", Data: []string{"x", "y"}}}}
	compare(t, "a line break in an id", a, b)
	if change.Material(a).Agrees(change.Material(b)) {
		t.Error("two policies that differ have the same fingerprint")
	}
}

// marks describes the editorial changes of the table below.
func marks(list ...policy.EditorialChange) []policy.EditorialChange {
	for i := range list {
		list[i].Consent, list[i].Language, list[i].Reason = "newsletter", locale.SV, "A slip of the pen."
	}
	return list
}

func TestEditorialChanges(t *testing.T) {
	const first, second, third = "Ja, skicka nyheter till mig.", "Ja, sänd nyheter till mig.", "Ja, sänd mig nyheter."
	mark1 := policy.EditorialChange{Before: first, After: second}
	mark2 := policy.EditorialChange{Before: second, After: third}
	version := func(words string, list ...policy.EditorialChange) *policy.Document {
		doc := small()
		doc.Consents[0].Text[locale.SV] = words
		doc.Editorial = marks(list...)
		return doc
	}
	tests := []struct {
		name     string
		old, new *policy.Document
		want     change.Kind // "" for no change
	}{
		{"other words without a mark", version(first), version(second), change.ConsentText},
		{"other words with a mark", version(first), version(second, mark1), change.Editorial},
		{"two marks in turn", version(first), version(third, mark1, mark2), change.Editorial},
		{"the last of two steps", version(second, mark1), version(third, mark1, mark2), change.Editorial},
		{"a mark for an earlier change excuses no later one", version(second, mark1), version("Ja till allt.", mark1), change.ConsentText},
		{"nor a later one from the start", version(first), version("Ja till allt.", mark1), change.ConsentText},
		{"a mark that is taken away later", version(second, mark1), version(second), ""},
		{"the old words come back", version(second, mark1), version(first), change.Editorial},
		{"a mark for another language", version(first), func() *policy.Document {
			doc := version(second, mark1)
			doc.Editorial[0].Language = locale.EN
			return doc
		}(), change.ConsentText},
		{"a mark for another consent", version(first), func() *policy.Document {
			doc := version(second, mark1)
			doc.Editorial[0].Consent = "pictures"
			return doc
		}(), change.ConsentText},
		{"marks in a circle", version(first, policy.EditorialChange{Before: first, After: second}, policy.EditorialChange{Before: second, After: first}),
			version(third), change.ConsentText},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := compare(t, tt.name, tt.old, tt.new)
			var got []change.Kind
			for _, c := range r.Changes {
				got = append(got, c.Kind)
			}
			var want []change.Kind
			if tt.want != "" {
				want = []change.Kind{tt.want}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("changes (-want +got):\n%s", diff)
			}
			if asked := slices.Contains(r.Again(), "newsletter"); asked != (tt.want == change.ConsentText) {
				t.Errorf("asked again: %v", asked)
			}
		})
	}
}
