package screen

import "github.com/lagrum/lagrum/sdk/law"

// A Class is one sort of thing that free text about people should not say. The
// classes are those of a published notice of a city's schools (requirements
// S1-12 to S1-22), and a policy's text rules name them in the same words.
type Class string

// The classes.
const (
	Offensive        Class = "offensive"         // offensive, condescending or slighting words
	EthnicOrigin     Class = "ethnic-origin"     // racial or ethnic origin (GDPR Art. 9(1))
	PoliticalOpinion Class = "political-opinion" // political opinions (Art. 9(1))
	Religion         Class = "religion"          // religious or philosophical beliefs (Art. 9(1))
	TradeUnion       Class = "trade-union"       // trade union membership (Art. 9(1))
	Health           Class = "health"            // health (Art. 9(1))
	SexLife          Class = "sex-life"          // sex life or sexual orientation (Art. 9(1))
	Genetic          Class = "genetic"           // genetic data (Art. 9(1))
	Biometric        Class = "biometric"         // biometric data that identify somebody (Art. 9(1))
	InternalCode     Class = "internal-code"     // marks such as "####" whose meaning was agreed upon internally
	AbilityJudgement Class = "ability-judgement" // judgements of what somebody is able to
	HomeConditions   Class = "home-conditions"   // how somebody lives at home
	AbsenceSick      Class = "absence-sick"      // illness as the reason of an absence
	PupilRelations   Class = "pupil-relations"   // relations between pupils
	Comparison       Class = "comparison"        // comparison with earlier work or with others, development over time
	NationalNumber   Class = "national-number"   // a national identification number (Art. 87)
)

var classes = [...]Class{
	Offensive, EthnicOrigin, PoliticalOpinion, Religion, TradeUnion, Health, SexLife, Genetic, Biometric,
	InternalCode, AbilityJudgement, HomeConditions, AbsenceSick, PupilRelations, Comparison, NationalNumber,
}

// Classes gives every class, in the order of the notice they come from.
func Classes() []Class { return append([]Class(nil), classes[:]...) }

// Known reports whether it is one of the classes.
func (c Class) Known() bool { return c.index() >= 0 }

// Special gives the special category of personal data that the class is, and
// nothing for the classes that are none.
func (c Class) Special() law.SpecialCategory {
	switch c {
	case EthnicOrigin, PoliticalOpinion, Religion, TradeUnion, Health, SexLife, Genetic, Biometric:
		return law.SpecialCategory(c)
	}
	return ""
}

func (c Class) index() int {
	for i, one := range classes {
		if one == c {
			return i
		}
	}
	return -1
}
