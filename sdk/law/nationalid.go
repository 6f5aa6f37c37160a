package law

import (
	"iter"
	"slices"
)

// A NationalIDRule tells when a national identification number may be
// processed (GDPR Art. 87 leaves that to national law).
type NationalIDRule struct {
	Jurisdiction string // ISO 3166-1 alpha-2, or EU-INST
	Sector       string // public, private, or empty for both
	Number       string // what the number is called
	Provision    string // id of [FindProvision]; empty: no such rule
	Law          string // as one cites it
	Conditions   string // when the number may be processed, in English
	Note         string // what else to know, in English; may be empty
	Fact
}

// NationalID gives the rule of the country for a public or a private controller.
func NationalID(jurisdiction string, public bool) (NationalIDRule, bool) {
	sector := "private"
	if public {
		sector = "public"
	}
	for i := range nationalIDs {
		r := &nationalIDs[i]
		if r.Jurisdiction == jurisdiction && (r.Sector == "" || r.Sector == sector) {
			return *r, true
		}
	}
	return NationalIDRule{}, false
}

// NationalIDs lists the rules by country.
func NationalIDs() iter.Seq[NationalIDRule] { return slices.Values(nationalIDs) }
