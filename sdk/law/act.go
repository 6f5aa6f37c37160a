package law

import (
	"iter"
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
)

// An ActID names an act in the tables: "EU-GDPR", "SE-SKOL".
type ActID string

// The acts that a notice can be under: general data protection laws, now or once in force.
const (
	GDPR           ActID = "EU-GDPR"    // Regulation (EU) 2016/679
	EUDPR          ActID = "EU-EUDPR"   // Regulation (EU) 2018/1725, for the institutions and bodies of the Union
	Directive9546  ActID = "EU-DIR9546" // Directive 95/46/EC, until 2018-05-24
	Regulation4501 ActID = "EU-REG45"   // Regulation (EC) No 45/2001, until 2018-12-10
	PUL            ActID = "SE-PUL"     // personuppgiftslagen (1998:204), until 2018-05-24
	Persondatalov  ActID = "DK-PDL"     // persondataloven, until 2018-05-24
	Popplyl2000    ActID = "NO-POL00"   // personopplysningsloven of 2000, until 2018-07-19
	HTL            ActID = "FI-HTL"     // henkilötietolaki (523/1999), until 2018-12-31
	Act77          ActID = "IS-77"      // lög nr. 77/2000, until 2018-07-14
	UKGDPR         ActID = "GB-UKGDPR"  // the GDPR as it stands in the law of the United Kingdom
)

// An Act is a law, regulation, directive, decision or proposal.
type Act struct {
	ID           ActID  // the key of the row: "SE-SKOL"
	Jurisdiction string // ISO 3166-1 alpha-2; EU, EEA, or EU-INST for the Union's own institutions
	Title        string // in its own language
	Short        string // the name in everyday use: "GDPR"; may be empty
	Number       string // the official number: "(EU) 2016/679", "1998:204"; may be empty
	Regime       bool   // a general data protection law that a notice can be under
	Proposal     bool   // not adopted: never in force
	Several      bool   // several orders bear the name: cite number and date
	Note         string // what else to know, in English; may be empty
	Fact
}

// InForce reports whether the act is in force on the day. A proposal never is.
func (a Act) InForce(at date.Date) bool { return !a.Proposal && a.Fact.InForce(at) }

// Find gives the act with the id.
func Find(id ActID) (Act, bool) {
	for i := range acts {
		if acts[i].ID == id {
			return acts[i], true
		}
	}
	return Act{}, false
}

// FindNumber gives the act with the official number, as written in the table:
// "2018:218", "(EU) 2021/817".
func FindNumber(number string) (Act, bool) {
	for i := range acts {
		if number != "" && acts[i].Number == number {
			return acts[i], true
		}
	}
	return Act{}, false
}

// IsRegime reports whether a notice can be under the act.
func IsRegime(id ActID) bool {
	a, ok := Find(id)
	return ok && a.Regime
}

// Acts lists all acts, those that only published notices cite last.
func Acts() iter.Seq[Act] { return slices.Values(acts) }

// A RegimeName is how a regime is called in running text, per language.
type RegimeName struct {
	Act   ActID  // the regime
	Lang  string // BCP 47
	Text  string // "dataskyddsförordningen (EU) 2016/679"
	Short string // for citations after the first: "GDPR", "(EU) 2018/1725"
	Fact
}

// NameOf gives what a regime is called in a language. It is false where the
// table has no name in that language: another language does not step in.
// Regulation (EU) 2018/1725 is called by its number in every language: in
// Norwegian "personvernforordningen" means the GDPR.
func NameOf(regime ActID, lang string) (RegimeName, bool) {
	for i := range regimeNames {
		if regimeNames[i].Act == regime && regimeNames[i].Lang == lang {
			return regimeNames[i], true
		}
	}
	return RegimeName{}, false
}

// RegimeNames lists the names of all regimes.
func RegimeNames() iter.Seq[RegimeName] { return slices.Values(regimeNames) }
