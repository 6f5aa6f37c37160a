package consent

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
)

// person judges who answered, and whether they could (Articles 4(11) and 8).
func (j judge) person() {
	a := j.a
	j.void(a.By == ByProxy || !a.By.known(), Proxy)
	if j.waiver || a.By == ByProxy {
		return
	}
	if j.q.OfferedToChildren {
		j.age()
		return
	}
	j.void(j.q.ByGuardian && !byGuardian(a.By), GuardianNeeded)
	j.guardian(byGuardian(a.By))
}

// age judges by the age of consent: it counts only where an online service is
// offered directly to children and rests on consent (Article 8(1)). What is not
// known does not count as enough.
func (j judge) age() {
	a := j.a
	day, _ := dayOf(a.At)
	limit, known := AgeOfConsent(j.q.Country, a.Person.Country, day)
	years, aged := AgeOn(a.Person.Born, day)
	if byGuardian(a.By) {
		grown := known && aged && years >= limit
		j.guardian(true)
		j.void(!grown && a.By != ByChild && isJoint(j.q.Country, a.Person.Country), ChildToo, number("age", limit))
		j.warn(grown, OfAge, number("age", limit))
		return
	}
	switch {
	case !known:
		j.void(true, UnknownCountry)
	case !aged:
		j.void(true, UnknownAge, number("age", limit))
	case years < limit:
		j.void(true, TooYoung, number("age", limit))
	}
}

// guardian judges what shows that a guardian is one (Article 8(2)), and minds
// that another may have to agree.
func (j judge) guardian(is bool) {
	a := j.a
	j.void(is && a.Guardian.Verified == "", GuardianUnproved)
	j.warn(is && a.By == ByGuardian && custodyIsJoint(a.Person.Country, j.q.Country), BothGuardians)
}

func byGuardian(a Actor) bool { return a == ByGuardian || a == ByBoth || a == ByChild }

// isJoint reports whether the law of the country where the child lives asks for
// the consent of the child and of a guardian together: France (loi 78-17 Art. 45).
// The institutions of the Union follow no national law.
func isJoint(under, lives string) bool { return under != union && lives == "FR" }

// custodyIsJoint reports whether parents with joint custody commonly decide
// together: in the Nordic countries, by their family law, which was not read.
func custodyIsJoint(countries ...string) bool {
	for _, c := range countries {
		switch c {
		case "":
			continue
		case "SE", "NO", "DK", "FI", "IS":
			return true
		}
		return false
	}
	return false
}

// AgeOfConsent gives the age from which a child can consent alone to an online
// service that is offered directly to it (GDPR Article 8), on the day of the
// consent. What counts is the law where the child lives, by ISO 3166-1 alpha-2;
// but the institutions of the Union, which policies write as "EU", have one age
// for all ([policy.Document] Jurisdiction). It is false where the country is not
// known, or its law sets no age.
func AgeOfConsent(under, lives string, day date.Date) (years int, known bool) {
	country := lives
	if under == union {
		country = institutions
	}
	if !day.IsValid() {
		return 0, false
	}
	if row, ok := law.ConsentAge(country, day); ok {
		return row.Years, row.Years > 0
	}
	for row := range law.Ages() { // of a country in the table, before its own law came into force
		if row.Jurisdiction == country && row.Years > 0 && !day.Before(applies) {
			return law.DefaultConsentAge, true
		}
	}
	return 0, false
}

// How the institutions of the Union are named, by policies and in the table of
// ages.
const union, institutions = "EU", "EU-INST"

// applies is the day from which the GDPR applies.
var applies = date.Date{Year: 2018, Month: 5, Day: 25}

// AgeOn gives the years that somebody has lived on the day. It is false if
// either day is not known or the birth comes after.
func AgeOn(born, day date.Date) (years int, known bool) {
	if !born.IsValid() || !day.IsValid() || day.Before(born) {
		return 0, false
	}
	years = day.Year - born.Year
	if day.Month < born.Month || day.Month == born.Month && day.Day < born.Day {
		years--
	}
	return years, true
}
