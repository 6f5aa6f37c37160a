package change

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A Fingerprint holds what is material in a policy, or in what one consent is
// about: who is controller, for which purposes, on which basis, with which data,
// recipients, transfers, audience, profiling, condition for special categories
// and retention; and the words of purposes and consents.
//
// It does not depend on the language in which somebody read the policy, on the
// order of lists, on names and explanations, or on how white space is set.
// Things are known by their ids: one with another id is another thing. Only
// retention rules are known by what they say, but for an event that is told in
// words alone.
type Fingerprint struct {
	// Terms is the canonical text of all that is no wording: a line for each fact, sorted. After Sum it is its hash.
	Terms string
	// Parts are what counts only where both fingerprints have it. So a language can be added, or another event,
	// without a change for those who have answered.
	Parts []Part
}

// A Part is a text in one language, or who is controller in one scope.
type Part struct {
	Of       string     // the kind and id of the thing and the name of its field, with tabs between: "purpose\tenrolment\ttitle"
	Language locale.Tag // empty for what has no language
	Said     []string   // what it says now, and then what it said before editorial changes; after Sum the hashes of these
}

// Material gives the fingerprint of a whole policy.
func Material(doc *policy.Document) Fingerprint {
	return collect(doc).fingerprint(func(owner) bool { return true })
}

// MaterialOf gives the fingerprint of what the consent with the id is about: of
// the consent, its purposes, data and audience, and the activities, recipients,
// visibility and technology that rest on it. It is false if there is no such consent.
func MaterialOf(doc *policy.Document, consent string) (Fingerprint, bool) {
	if doc.Consent(consent) == nil {
		return Fingerprint{}, false
	}
	c := collect(doc)
	reached := c.reach(consent)
	return c.fingerprint(func(o owner) bool { return reached[o] }), true
}

func (c *collection) fingerprint(of func(owner) bool) Fingerprint {
	var f Fingerprint
	var b strings.Builder
	for i := range c.facts {
		x := &c.facts[i]
		if of(x.owner) {
			b.WriteString(line(x.owner.kind, x.owner.id, x.aspect, x.value))
			b.WriteByte('\n')
		}
	}
	f.Terms = b.String()
	for i := range c.parts {
		p := &c.parts[i]
		if of(p.owner) {
			f.Parts = append(f.Parts, Part{line(p.owner.kind, p.owner.id, p.aspect), p.language, p.said})
		}
	}
	return f
}

// line joins fields by tabs, so that no other fields give the same line.
func line(fields ...string) string {
	for i, s := range fields {
		fields[i] = lineEscape.Replace(s)
	}
	return strings.Join(fields, "\t")
}

var lineEscape = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`)

// Sum gives the fingerprint with a hash in place of each text, for a record. The
// hash is the host's, such as SHA-256 in hexadecimal: the core has none.
func (f Fingerprint) Sum(hash func(text string) string) Fingerprint {
	sum := Fingerprint{Terms: hash(f.Terms), Parts: slices.Clone(f.Parts)}
	for i := range sum.Parts {
		said := make([]string, len(sum.Parts[i].Said))
		for j, s := range sum.Parts[i].Said {
			said[j] = hash(s)
		}
		sum.Parts[i].Said = said
	}
	return sum
}

// In gives the fingerprint with the words of one language only: what somebody
// agreed to who read that language.
func (f Fingerprint) In(tag locale.Tag) Fingerprint {
	f.Parts = slices.DeleteFunc(slices.Clone(f.Parts), func(p Part) bool { return p.Language != "" && p.Language != tag })
	return f
}

// Agrees reports whether nothing material differs between two fingerprints,
// both summed with the same hash or neither: the terms are the same, and so is
// each part that both have.
func (f Fingerprint) Agrees(g Fingerprint) bool { return len(f.Differs(g)) == 0 }
