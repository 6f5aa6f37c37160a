package law

import (
	"iter"
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
)

// DefaultConsentAge holds where no national law sets another (GDPR Art. 8(1)).
const DefaultConsentAge = 16

// An Age is the age from which a child can consent to an information society
// service offered directly to it (GDPR Art. 8).
type Age struct {
	Jurisdiction string // ISO 3166-1 alpha-2, or EU-INST for the institutions of the Union
	Years        int    // 0: the law sets no age but asks for the capacity of judgement
	Law          string // the national provision
	Transition   string // which consents the row goes on to govern; may be empty
	Note         string // what else to know, in English; may be empty
	Fact
}

// ConsentAge gives the age that holds in the country on the day the consent
// was given: a consent is judged by the age of its day, so that Danish
// consents of 2023 keep the limit of 13. It is false where no row covers the
// country and day; in the EU the age is then [DefaultConsentAge].
func ConsentAge(country string, at date.Date) (Age, bool) {
	for i := range ages {
		if ages[i].Jurisdiction == country && ages[i].InForce(at) {
			return ages[i], true
		}
	}
	return Age{}, false
}

// Ages lists the consent ages by country.
func Ages() iter.Seq[Age] { return slices.Values(ages) }
