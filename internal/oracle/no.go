package oracle

import (
	"fmt"
	"math/rand/v2"

	"github.com/lagrum/lagrum/sdk/ident"
)

const (
	skatteetaten = "Skatteetaten, Fødselsnummer"
	rules2032    = "Skatteetaten, Nytt fødselsnummer fra 2032"
	dNumbers2021 = "Skatteetaten, Utvidelse av D-nummerserien"
	tenor        = "Skatteetaten, Testnorge (Tenor); NAV and Norsk helsenett, published test persons"
)

func norwegian() []*subject {
	validator, mikaello, navikt := "validator.js", "norwegian-national-id-validator", "fnrvalidator"
	return []*subject{
		{ident.Fodselsnummer, makeFodselsnummer, func(v string) string { return only(v, figures) }, "", []class{
			{
				"rules from 2032", []string{mikaello, "stdnum-js", "python-stdnum", validator}, false,
				"the first check digit may leave a remainder of 1 to 3", rules2032, newCheckDigit,
			},
			{
				"FH number", []string{navikt, "stdnum-js", "python-stdnum"}, false,
				"hospitals give them to people whose number they do not know; read on request", "Norsk helsenett, Hva er felles hjelpenummer?", series(ident.FHNumber),
			},
			{
				"month + 65", []string{navikt, mikaello, "stdnum-js", "python-stdnum"}, false,
				"synthetic people of Norsk helsenett; read on request", tenor, series(ident.NHN),
			},
			{
				"month + 80", []string{mikaello, "stdnum-js", "python-stdnum"}, false,
				"synthetic people of Skatteetaten; read on request", tenor, series(ident.Tenor),
			},
			{
				"D number with month + 40", []string{mikaello}, false,
				"synthetic people of NAV have D numbers too; read on request", tenor, func(q question) bool {
					return q.ours().Series&ident.NAV != 0 && q.ours().Series&ident.DNumber != 0
				},
			},
			{
				"D number since 2021", []string{mikaello, "stdnum-js", "python-stdnum"}, false,
				"the table of centuries of D numbers changed on 2021-11-16", dNumbers2021, movedDNumber,
			},
			{
				"D number since 2021", []string{mikaello, "stdnum-js", "python-stdnum"}, true,
				"the table of centuries of D numbers changed on 2021-11-16", dNumbers2021, movedDNumber,
			},
			{
				"born 1854", []string{"stdnum-js"}, false,
				"500 to 749 begin with 1854, and the library with 1855", skatteetaten, func(q question) bool {
					birth, ok := q.ours().BirthDate()
					return ok && birth.Year == 1854
				},
			},
			{
				"no century", []string{navikt, validator}, true,
				"the individual number and the year do not go together", skatteetaten, both(reason(ident.Century), outOfTables),
			},
			{
				"born after today", []string{navikt, validator}, true,
				"nobody has a number before birth", skatteetaten, reason(ident.Future),
			},
			{
				"no date", []string{validator}, true,
				"the first six digits are a date", skatteetaten, reason(ident.NotDate),
			},
			{
				"29 February 1900", []string{navikt}, true,
				"the individual number says 1900, which had no such day", skatteetaten, reason(ident.NotDate),
			},
		}},
		{ident.Organisasjonsnummer, makeOrganisasjonsnummer, plainWithout("NO"), "NO", []class{
			{
				"begins with 0", bothStdnum, true,
				"no number begins with 0", "general knowledge, not checked", both(reason(ident.Serial), beginsWith0),
			},
		}},
	}
}

func makeFodselsnummer(r *rand.Rand) string {
	d := day(r, 1854, 2039)
	// Four of five are of a synthetic series or an FH number.
	switch r.IntN(10) {
	case 0, 1:
		d.Month += 40
	case 2, 3, 4:
		d.Month += 65
	case 5, 6:
		d.Month += 80
	case 7:
		d.Day = 80 + r.IntN(20)
	}
	if d.Day < 80 && r.IntN(3) == 0 {
		d.Day += 40
	}
	individual := r.IntN(1000)
	switch {
	case r.IntN(8) == 0:
	case d.Year < 1900:
		individual = 500 + individual/4
	case d.Year < 2000:
		individual /= 2
	default:
		individual = 500 + individual/2
	}
	remainder := 0
	if r.IntN(5) == 0 {
		remainder = r.IntN(4)
	}
	return endFodselsnummer(fmt.Sprintf("%s%03d", ddmmyy(d), individual), remainder)
}

// endFodselsnummer adds the two check digits.
func endFodselsnummer(nine string, remainder int) string {
	ten := endModulus11(nine, remainder, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
	return endModulus11(ten, 0, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
}

func makeOrganisasjonsnummer(r *rand.Rand) string {
	nine := endModulus11(digits(r, 8), 0, 3, 2, 7, 6, 5, 4, 3, 2, 1)
	return []string{nine, "NO" + nine, nine[:3] + " " + nine[3:6] + " " + nine[6:]}[r.IntN(3)]
}

// newCheckDigit holds for valid numbers whose first check digit the rules
// before 2032 refuse.
func newCheckDigit(q question) bool {
	d := q.digits()
	if !q.ours().Valid() || len(d) != 11 {
		return false
	}
	sum := 0
	for i, weight := range []int{3, 7, 6, 1, 8, 9, 4, 5, 2, 1} {
		sum += weight * int(d[i]-'0')
	}
	return sum%11 != 0
}

// movedDNumber holds for D numbers to which the table since 2021 gives another
// century than that of the other numbers, or one at all.
func movedDNumber(q question) bool {
	d := q.digits()
	if len(d) != 11 || d[0] < '4' || d[0] > '7' {
		return false
	}
	early, individual := d[4:6] < "40", d[6:9]
	return early && "200" <= individual && individual < "500" || !early && individual >= "500"
}

// outOfTables holds where neither of the tables of centuries has the year and
// the individual number: that of D numbers, or that of the others.
func outOfTables(q question) bool {
	d := q.digits()
	year, individual := d[4:6], d[6:9]
	if d[0] >= '4' {
		return "40" <= year && year <= "57" && "500" <= individual && individual <= "599"
	}
	return year >= "40" && "500" <= individual && individual <= "899" && (individual >= "750" || year < "54")
}
