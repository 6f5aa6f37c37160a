package text

// Screen holds what is said to somebody whose free text may say too much, by
// class of package screen. The text that they typed is never repeated.
type Screen struct {
	Offensive        string // offensive, condescending or slighting words
	EthnicOrigin     string // racial or ethnic origin
	PoliticalOpinion string // political opinions
	Religion         string // religious or philosophical beliefs
	TradeUnion       string // trade union membership
	Health           string // health
	SexLife          string // sex life or sexual orientation
	Genetic          string // genetic data
	Biometric        string // biometric data that identify somebody
	InternalCode     string // marks such as #### agreed upon internally
	AbilityJudgement string // judgements of what somebody is able to do
	HomeConditions   string // how somebody lives at home
	AbsenceSick      string // illness as the reason of an absence
	PupilRelations   string // relations between pupils
	Comparison       string // comparison with earlier work or with others
	NationalNumber   string // a national identification number
}

// Of gives what to say of the class, and nothing for one that is not known.
// The classes are those of package screen, such as "health".
func (s *Screen) Of(class string) string {
	switch class {
	case "offensive":
		return s.Offensive
	case "ethnic-origin":
		return s.EthnicOrigin
	case "political-opinion":
		return s.PoliticalOpinion
	case "religion":
		return s.Religion
	case "trade-union":
		return s.TradeUnion
	case "health":
		return s.Health
	case "sex-life":
		return s.SexLife
	case "genetic":
		return s.Genetic
	case "biometric":
		return s.Biometric
	case "internal-code":
		return s.InternalCode
	case "ability-judgement":
		return s.AbilityJudgement
	case "home-conditions":
		return s.HomeConditions
	case "absence-sick":
		return s.AbsenceSick
	case "pupil-relations":
		return s.PupilRelations
	case "comparison":
		return s.Comparison
	case "national-number":
		return s.NationalNumber
	}
	return ""
}
