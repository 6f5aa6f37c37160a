package change

import (
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// Fingerprints gives what Material and MaterialOf give, of the policy and of all
// its consents, which is faster than to ask for each.
func Fingerprints(doc *policy.Document) (whole Fingerprint, consents map[string]Fingerprint) {
	c := collect(doc)
	consents = map[string]Fingerprint{}
	for i := range doc.Consents {
		id := doc.Consents[i].ID
		reached := c.reach(id)
		consents[id] = c.fingerprint(func(o owner) bool { return reached[o] })
	}
	return c.fingerprint(func(owner) bool { return true }), consents
}

// Kinds are all kinds, in their order.
var Kinds = order

// PatternOf gives the sentence of a kind in a language.
func PatternOf(l *text.Language, k Kind) string { return (&speaker{lang: l}).pattern(k) }
