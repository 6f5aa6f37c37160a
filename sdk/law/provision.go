package law

import (
	"iter"
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
)

// A Matter is what a provision of national law is about.
type Matter string

// The matters.
const (
	MatterAccessLimits  Matter = "access-limits"      // exceptions from the rights
	MatterArchive       Matter = "archive"            // archiving and disposal of public records
	MatterBookkeeping   Matter = "bookkeeping"        // how long accounting material is kept
	MatterChildConsent  Matter = "child-consent"      // the age of GDPR Art. 8
	MatterCriminal      Matter = "criminal"           // criminal data, GDPR Art. 10
	MatterDead          Matter = "dead-persons"       // data on the dead
	MatterDevice        Matter = "device-storage"     // storing and reading on the user's device
	MatterEducation     Matter = "education"          // schools and courses
	MatterNationalID    Matter = "national-id"        // national identification numbers, GDPR Art. 87
	MatterProtected     Matter = "protected-identity" // hidden addresses and identities
	MatterPublicAccess  Matter = "public-access"      // public records
	MatterRepealedRule  Matter = "repealed"           // a rule that is gone but still quoted
	MatterResearch      Matter = "research"           // research and statistics, GDPR Art. 89
	MatterSecrecy       Matter = "secrecy"            // secrecy and its waiver
	MatterSpecialData   Matter = "special-categories" // GDPR Art. 9
	MatterTransparency  Matter = "transparency"       // information, deadlines
	MatterDeadlineCount Matter = "deadline-count"     // how periods are counted
)

// A Provision is a section of an act that a policy may rest on or must mind.
type Provision struct {
	ID           string // "SE-DSL/3:10"
	Act          ActID  // the act that it stands in
	Section      string // as the act's own country writes it: "3 kap. 10 §"
	Jurisdiction string // ISO 3166-1 alpha-2, or EU
	Matter       Matter // what it is about
	What         string // in English
	Period       string // ISO 8601 duration, where the section sets a time, to keep or to hold: "P7Y"
	Start        string // what that time runs from
	Note         string // what else to know, in English; may be empty
	Fact
}

// FindProvision gives the provision with the id.
func FindProvision(id string) (Provision, bool) {
	for i := range provisions {
		if provisions[i].ID == id {
			return provisions[i], true
		}
	}
	return Provision{}, false
}

// ProvisionsOn lists what a country's law says on a matter on the day.
func ProvisionsOn(jurisdiction string, matter Matter, at date.Date) iter.Seq[Provision] {
	return func(yield func(Provision) bool) {
		for i := range provisions {
			p := &provisions[i]
			if p.Jurisdiction == jurisdiction && p.Matter == matter && p.InForce(at) && !yield(*p) {
				return
			}
		}
	}
}

// Provisions lists all provisions by act.
func Provisions() iter.Seq[Provision] { return slices.Values(provisions) }
