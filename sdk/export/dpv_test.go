package export_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// A linked reads JSON-LD as written here: it knows prefixes and the types of
// members, and no more of the standard.
type linked struct {
	t       *testing.T
	context map[string]any
	iris    map[string]bool
}

// read collects every IRI that the document names, and fails for a name that is
// none: JSON-LD leaves out what it cannot resolve, without a word.
func read(t *testing.T, data []byte) *linked {
	t.Helper()
	document := decode(t, data)
	l := &linked{t: t, context: document["@context"].(map[string]any), iris: map[string]bool{}}
	delete(document, "@context")
	l.object(document)
	return l
}

func (l *linked) object(v map[string]any) {
	l.t.Helper()
	for name, value := range v {
		if name == "@type" {
			l.names(value)
			continue
		}
		l.name(name)
		rule, _ := l.context[name].(map[string]any)
		switch {
		case rule["@container"] == "@id":
			for key, one := range value.(map[string]any) {
				l.name(key)
				l.object(one.(map[string]any))
			}
		case rule["@type"] == "@id":
			l.names(value)
		default:
			l.value(name, value)
		}
	}
}

func (l *linked) value(name string, v any) {
	l.t.Helper()
	switch v := v.(type) {
	case map[string]any:
		l.object(v)
	case []any:
		for _, one := range v {
			l.value(name, one)
		}
	case string:
		prefix, _, is := strings.Cut(v, ":")
		if _, known := l.context[prefix]; is && known && name != "rdf:value" {
			l.t.Errorf("%s holds %q as words", name, v)
		}
	}
}

// names reads what a member names: one thing or several, or an object.
func (l *linked) names(v any) {
	l.t.Helper()
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			l.names(one)
		}
	case map[string]any:
		l.object(v)
	case string:
		l.name(v)
	}
}

func (l *linked) name(s string) {
	l.t.Helper()
	prefix, local, _ := strings.Cut(s, ":")
	if prefix == "_" || prefix == "https" {
		return
	}
	namespace, ok := l.context[prefix].(string)
	if !ok || local == "" {
		l.t.Errorf("%q is no name", s)
		return
	}
	l.iris[namespace+local] = true
}

// vocabulary gives the IRIs of the Data Privacy Vocabulary that may be used.
func vocabulary(t *testing.T) map[string]bool {
	t.Helper()
	known := map[string]bool{}
	for c := range law.Concepts() {
		iri, _, _ := law.Concept(c.Curie)
		known[iri] = true
	}
	for _, code := range text.Countries() {
		known["https://w3id.org/dpv/loc#"+code] = true
	}
	list, err := os.ReadFile("testdata/dpv/terms.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(list)) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "#") {
			known[line] = true
		}
	}
	return known
}

// dpvDocuments gives all kinds of document.
func dpvDocuments(t *testing.T) map[string][]byte {
	t.Helper()
	documents := map[string][]byte{}
	keep := func(name string, data []byte, err error) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		documents[name] = data
	}
	for _, name := range examples {
		data, err := export.DPVPolicy(example(t, name), "")
		keep(name, data, err)
	}
	doc := example(t, "studieskolen")
	for status, records := range histories(t, doc) {
		data, err := export.DPVRecord(history(t, records...), doc, export.Links{Notice: "https://studieskolen.example/persondata"})
		keep(string(status), data, err)
	}
	doc = example(t, "gateway")
	doc.Party("hosting").Web = "https://datacentre.example" // the policy does not say how to reach it
	q := asked(t, doc, "course-sign-up", "reuse-posts", form.Context{Language: locale.FI})
	guardian := yes(&q)
	guardian.By, guardian.Guardian.Verified = consent.ByChild, "in-person"
	data, err := export.DPVReceipt(receiptOf(decided(q, guardian)), doc)
	keep("receipt", data, err)
	return documents
}

func TestEveryTermIsOfTheVocabulary(t *testing.T) {
	known := vocabulary(t)
	used := map[string]bool{}
	for name, data := range dpvDocuments(t) {
		t.Run(name, func(t *testing.T) {
			l := read(t, data)
			maps.Copy(used, l.iris)
			for _, iri := range slices.Sorted(maps.Keys(l.iris)) {
				if strings.HasPrefix(iri, "https://w3id.org/dpv") && !strings.Contains(iri, "/schema/") && !known[iri] {
					t.Errorf("%s is not in the vocabulary", iri)
				}
			}
		})
	}
	for _, iri := range []string{"https://w3id.org/dpv#ConsentRefused", "https://w3id.org/dpv/pd#EmailAddress", "https://w3id.org/dpv/legal/eu/gdpr#A6-1-a"} {
		if !used[iri] {
			t.Errorf("%s is not used", iri)
		}
	}
}

// What the vocabulary has for the GDPR is not said of another law.
func TestOtherLawHasItsOwnTerms(t *testing.T) {
	data, err := export.DPVPolicy(example(t, "gateway"), locale.EN)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), `"eu-gdpr:A`) {
		t.Error("a policy under Regulation (EU) 2018/1725 has terms of the GDPR")
	}
	process := decode(t, data)["dpv:hasProcess"].([]any)[0]
	want := []any{map[string]any{
		"@type": []any{"dpv:LegalBasis"}, "skos:broader": []any{"dpv:PublicInterest"},
		"skos:prefLabel": "We carry out a task in the public interest or exercise official authority (Article 5(1)(a) of Regulation (EU) 2018/1725).",
	}}
	if diff := cmp.Diff(want, process.(map[string]any)["dpv:hasLegalBasis"]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Who decides at Lärtorget depends on the event. Listed side by side they would be
// joint controllers.
func TestControllersOfScopesStandApart(t *testing.T) {
	data, err := export.DPVPolicy(example(t, "lartorget"), locale.EN)
	if err != nil {
		t.Fatal(err)
	}
	apart := 0
	for _, p := range all(decode(t, data), "dpv:hasProcess.*") {
		if len(all(p, "dpv:hasDataController.*")) > 1 {
			t.Errorf("%v are joint controllers", all(p, "dpv:hasDataController.*"))
		}
		apart += len(all(p, "dpv:hasProcess.*.dpv:hasDataController.*"))
	}
	if apart == 0 {
		t.Error("no controller depends on an event")
	}
}

// A record as JSON-LD is the record in JSON, but for the context and the names of
// those who have a part.
func TestLinkedRecordIsTheRecord(t *testing.T) {
	doc := example(t, "studieskolen")
	h := history(t, histories(t, doc)[consent.Withdrawn]...)
	plain, err := export.ISO27560Record(h, doc, export.Links{})
	if err != nil {
		t.Fatal(err)
	}
	data, err := export.DPVRecord(h, doc, export.Links{})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.NewReplacer(`"_:party-`, `"party:`, `"_:person-`, `"person:`, `"_:authority-`, `"authority:`).Replace(string(data))
	again := decode(t, []byte(got))
	delete(again, "@context")
	if diff := cmp.Diff(decode(t, plain), again); diff != "" {
		t.Errorf("(-JSON +JSON-LD):\n%s", diff)
	}
}

// The same input gives the same bytes.
func TestExportsAreStable(t *testing.T) {
	first := dpvDocuments(t)
	for name, data := range dpvDocuments(t) {
		if diff := cmp.Diff(string(first[name]), string(data)); diff != "" {
			t.Errorf("%s (-first +second):\n%s", name, diff)
		}
	}
}
