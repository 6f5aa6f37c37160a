package accountability

import "github.com/lagrum/lagrum/sdk/date"

// A List is what an authority has published of the processing that always needs an
// impact assessment (GDPR Article 35(4)).
type List struct {
	Country string    // ISO 3166-1 alpha-2
	URL     string    // where it stands
	Rule    string    // how it is to be read, in English
	From    date.Date // the day of publication; zero if not found
	Source  string    // where that was read
}

// lists holds those that were found. Their items are not here: an item of a list
// is a matter for people to read.
var lists = []List{
	{
		Country: "SE", URL: "https://www.imy.se/verksamhet/dataskydd/det-har-galler-enligt-gdpr/konsekvensbedomningar-och-forhandssamrad/forteckning-over-nar-en-konsekvensbedomning-ska-goras/",
		Rule: "an assessment is to be made if at least two of the criteria are met; the criteria are those of WP 248, with examples", Source: "the page itself",
	},
	{
		Country: "DK", URL: "https://www.datatilsynet.dk/presse-og-nyheder/nyhedsarkiv/2019/jan/se-listen-hvornaar-skal-der-laves-konsekvensanalyse",
		Rule: "cases in which an assessment is always to be made", From: date.Date{Year: 2019, Month: 1, Day: 28}, Source: "the page itself",
	},
	{
		Country: "NO", URL: "https://www.datatilsynet.no/regelverk-og-verktoy/veiledere/vurdering-av-personvernkonsekvenser/nar-ma-man-gjennomfore-en-vurdering-av-personvernkonsekvenser/",
		Rule: "what is on the list always needs an assessment; look there first", Source: "the page itself, which tells of the list",
	},
	{
		Country: "FI", URL: "https://tietosuoja.fi/sv/forteckningen-av-konsekvensbedomning",
		Rule: "kinds of data, each with one more of the criteria of WP 248", From: date.Date{Year: 2018, Month: 12, Day: 21}, Source: "the page itself",
	},
	{
		Country: "IS", URL: "https://www.stjornartidindi.is/Advert.aspx?RecordID=6f137ad0-fb6a-42d7-a7e3-399ae2ae1b35",
		Rule: "announcement 337/2019: kinds of processing that need an assessment, after the criteria of WP 248", From: date.Date{Year: 2019, Month: 3, Day: 27}, Source: "the announcement itself",
	},
}

// ListOf gives the list of a country's authority. It is false where none was found;
// there may be one all the same.
func ListOf(country string) (List, bool) {
	for _, l := range lists {
		if l.Country == country {
			return l, true
		}
	}
	return List{}, false
}
