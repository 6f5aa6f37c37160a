package law

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// A DPVConcept is a concept of the W3C Data Privacy Vocabulary 2.3.
type DPVConcept struct {
	Curie string // short form: "pd:Name"
	Label string // in English
}

// Concept gives the IRI and the English label of a concept by its short form:
// "dpv:DataController" is https://w3id.org/dpv#DataController. It is false for
// a concept that is not in the table.
func Concept(curie string) (iri, label string, ok bool) {
	i, ok := slices.BinarySearchFunc(concepts, curie, func(c DPVConcept, curie string) int {
		return cmp.Compare(c.Curie, curie)
	})
	if !ok {
		return "", "", false
	}
	prefix, local, _ := strings.Cut(curie, ":")
	return namespace(prefix) + local, concepts[i].Label, true
}

// namespace gives what a prefix stands for.
func namespace(prefix string) string {
	switch prefix {
	case "dpv":
		return "https://w3id.org/dpv#"
	case "pd":
		return "https://w3id.org/dpv/pd#"
	case "edu":
		return "https://w3id.org/dpv/sector/education#"
	case "loc":
		return "https://w3id.org/dpv/loc#"
	case "tech":
		return "https://w3id.org/dpv/tech#"
	case "eu-gdpr":
		return "https://w3id.org/dpv/legal/eu/gdpr#"
	case "legal-eu", "legal-dk", "legal-fi", "legal-is", "legal-no", "legal-se":
		return "https://w3id.org/dpv/legal/" + prefix[len("legal-"):] + "#"
	}
	return ""
}

// Concepts lists the concepts by short form.
func Concepts() iter.Seq[DPVConcept] { return slices.Values(concepts) }
