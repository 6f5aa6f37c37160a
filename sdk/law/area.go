package law

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
)

// A member is a country of the European Economic Area, where personal data
// move as freely as at home (GDPR Art. 1(3); Decision of the EEA Joint
// Committee No 154/2018).
type member struct {
	country string // ISO 3166-1 alpha-2
	Fact
}

// general marks the rows below: they are from general knowledge, none compared
// with a source.
const general = "general knowledge"

// InEEA reports whether a country (ISO 3166-1 alpha-2) belongs to the European
// Economic Area on the day, or without a known end for the zero date. Åland and
// the outermost regions of France, which have codes of their own, belong to it.
// So does the United Kingdom until the end of 2020, when the transition ended.
// The code EU stands for the Union as a whole. The rows are from general
// knowledge.
func InEEA(country string, at date.Date) bool {
	return country == "EU" || slices.ContainsFunc(members, func(m member) bool {
		return m.country == country && m.InForce(at)
	})
}

// since is the fact that a country has belonged to the area from a day.
func since(year, month, day int) Fact {
	return Fact{From: date.Date{Year: year, Month: month, Day: day}, Source: general}
}

// The first day is that on which the Agreement, or membership of the Union,
// took effect for the country.
var members = []member{
	{"AT", since(1994, 1, 1)}, {"BE", since(1994, 1, 1)}, {"DE", since(1994, 1, 1)}, {"DK", since(1994, 1, 1)},
	{"ES", since(1994, 1, 1)}, {"FI", since(1994, 1, 1)}, {"FR", since(1994, 1, 1)}, {"GR", since(1994, 1, 1)},
	{"IE", since(1994, 1, 1)}, {"IS", since(1994, 1, 1)}, {"IT", since(1994, 1, 1)}, {"LU", since(1994, 1, 1)},
	{"NL", since(1994, 1, 1)}, {"NO", since(1994, 1, 1)}, {"PT", since(1994, 1, 1)}, {"SE", since(1994, 1, 1)},
	{"AX", since(1995, 1, 1)}, {"LI", since(1995, 5, 1)},
	{"GF", since(1994, 1, 1)}, {"GP", since(1994, 1, 1)}, {"MF", since(1994, 1, 1)}, {"MQ", since(1994, 1, 1)},
	{"RE", since(1994, 1, 1)}, {"YT", since(2014, 1, 1)},
	{"CY", since(2004, 5, 1)}, {"CZ", since(2004, 5, 1)}, {"EE", since(2004, 5, 1)}, {"HU", since(2004, 5, 1)},
	{"LT", since(2004, 5, 1)}, {"LV", since(2004, 5, 1)}, {"MT", since(2004, 5, 1)}, {"PL", since(2004, 5, 1)},
	{"SI", since(2004, 5, 1)}, {"SK", since(2004, 5, 1)},
	{"BG", since(2007, 1, 1)}, {"RO", since(2007, 1, 1)}, {"HR", since(2013, 7, 1)},
	{"GB", Fact{From: date.Date{Year: 1994, Month: 1, Day: 1}, To: date.Date{Year: 2020, Month: 12, Day: 31}, Source: general}},
	{"GI", Fact{From: date.Date{Year: 1994, Month: 1, Day: 1}, To: date.Date{Year: 2020, Month: 12, Day: 31}, Source: general}},
}
