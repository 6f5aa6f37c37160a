package oracle

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/lagrum/lagrum/sdk/ident"
)

const (
	folkbokforing = "folkbokföringslagen (1991:481) 18 §"
	testNumbers   = "Skatteverket's test numbers"
)

// Libraries on Swedish numbers.
var (
	personnummer = []string{"personnummer"}
	bothStdnum   = []string{"python-stdnum", "stdnum-js"}
)

func swedish() []*subject {
	future := func(libraries ...string) class {
		return class{
			"born after today", libraries, true,
			"nobody has a number before birth", folkbokforing, reason(ident.Future),
		}
	}
	century := func(libraries ...string) class {
		return class{
			"century", libraries, true,
			"the century is 18, 19 or 20, and hardly anyone born before 1840 lived to get a number", testNumbers + "; the bound is ours", reason(ident.Century),
		}
	}
	return []*subject{
		{ident.Personnummer, makePersonnummer, plainSwedish, "", []class{
			future("personnummer", "python-stdnum"), century("personnummer", "python-stdnum", "stdnum-js"),
			{
				"serial number 000", bothStdnum, true,
				"serial numbers begin with 001", folkbokforing, func(q question) bool {
					d := q.digits()
					return q.ours().Reason == ident.Serial && d[len(d)-4:len(d)-1] == "000"
				},
			},
			{
				"samordningsnummer", []string{"stdnum-js"}, true,
				"a samordningsnummer is another kind and asked for as such", "lagen (2022:1697) om samordningsnummer", isSamordningsnummer,
			},
			{
				"birthday still to come", []string{"stdnum-js"}, false,
				"two digits of this year with a day still to come are of a hundred years ago", folkbokforing, birthdayToCome,
			},
		}},
		{ident.Samordningsnummer, makeSamordningsnummer, plainSwedish, "", []class{
			future("personnummer"), century("personnummer"),
			{
				"date not known", personnummer, false,
				"month 00, day 60 and days such as 31 April are in use", testNumbers, oddDay,
			},
		}},
		{ident.Interimspersonnummer, makeInterimspersonnummer, plainInterim, "TRSUWXJKLMNPEA", []class{
			future("personnummer"), century("personnummer"),
			{
				"samordningsnummer with a letter", personnummer, true,
				"the rule names a letter in a personnummer only", "SWAMID wiki, Svenska personnummer och norEduPersonNIN", reason(ident.NotDate),
			},
		}},
		{ident.Organisationsnummer, makeOrganisationsnummer, plainSwedish, "", []class{
			future("organisationsnummer"), century("organisationsnummer"),
			{
				"twelve digits", bothStdnum, false,
				"registers of persons and organisations write 16 or the century before it", "Skatteverket, SKV 709, as others quote it", twelveDigits,
			},
			{
				"plus sign", bothStdnum, false,
				"a sole trader of a hundred years writes the number so", folkbokforing, func(q question) bool {
					return q.ours().Series&ident.Sole != 0 && strings.Contains(q.value, "+")
				},
			},
			{
				"no such group", append([]string{"organisationsnummer"}, bothStdnum...), true,
				"no group of legal forms has 0 or 4", "lagen (1974:174) om identitetsbeteckning; Skatteverket, SKV 709, as others quote it", func(q question) bool {
					d := q.digits()
					group := d[len(d)-10]
					return q.ours().Reason == ident.Serial && (group == '0' || group == '4')
				},
			},
			{
				"no date", bothStdnum, true,
				"a third digit below 2 is of a sole trader, whose number has a date", "lagen (1974:174) om identitetsbeteckning", reason(ident.NotDate, ident.Century, ident.Future),
			},
			{
				"date not known", []string{"organisationsnummer"}, false,
				"month 00, day 60 and days such as 31 April are in use", testNumbers, oddDay,
			},
		}},
		{ident.Postnummer, makePostnummer, func(v string) string { return only(v, figures) }, "", nil},
	}
}

// plainSwedish writes a hyphen, or a plus sign, before the last four digits.
func plainSwedish(value string) string { return signed(only(value, figures), value) }

func plainInterim(value string) string {
	return signed(only(strings.ToUpper(value), figures+"TRSUWXJKLMNPEA"), value)
}

func signed(d, value string) string {
	sign := "-"
	if strings.Contains(value, "+") {
		sign = "+"
	}
	at := max(0, len(d)-4)
	return d[:at] + sign + d[at:]
}

// written writes ten digits or signs of a number in one of the usual ways.
func written(r *rand.Rand, century int, ten string) string {
	return []string{
		fmt.Sprintf("%02d%s", century, ten),
		fmt.Sprintf("%02d%s-%s", century, ten[:6], ten[6:]),
		ten,
		ten[:6] + "-" + ten[6:],
		ten[:6] + "+" + ten[6:],
	}[r.IntN(5)]
}

// Serial numbers from 980 on are those of Skatteverket's test numbers, and 000
// is nobody's.
func makePersonnummer(r *rand.Rand) string {
	d, serial := day(r, 1890, 2027), 980+r.IntN(20)
	if r.IntN(40) == 0 {
		serial = 0
	}
	return written(r, d.Year/100, endLuhn(fmt.Sprintf("%s%03d", yymmdd(d), serial)))
}

func makeSamordningsnummer(r *rand.Rand) string {
	d := day(r, 1890, 2027)
	if r.IntN(6) == 0 {
		d.Month = 0
	}
	if r.IntN(6) == 0 {
		d.Day = 0
	}
	d.Day += 60
	return written(r, d.Year/100, endLuhn(fmt.Sprintf("%s%03d", yymmdd(d), 980+r.IntN(20))))
}

// No register of persons gives out numbers with letters.
func makeInterimspersonnummer(r *rand.Rand) string {
	d := day(r, 1890, 2027)
	const letters = "TRSUWXJKLMN"
	ten := endLuhn(fmt.Sprintf("%s1%02d", yymmdd(d), r.IntN(100)))
	return written(r, d.Year/100, ten[:6]+letters[r.IntN(len(letters)):][:1]+ten[7:])
}

func makeOrganisationsnummer(r *rand.Rand) string {
	switch r.IntN(6) {
	case 0:
		return makePersonnummer(r)
	case 1:
		return makeSamordningsnummer(r)
	}
	ten := endLuhn(fmt.Sprintf("%d%d%d%s", 1+r.IntN(9), r.IntN(10), 2+r.IntN(8), digits(r, 6)))
	return []string{ten, ten[:6] + "-" + ten[6:], "16" + ten}[r.IntN(3)]
}

func makePostnummer(r *rand.Rand) string {
	five := fmt.Sprint(10000 + r.IntN(90000))
	return []string{five, five[:3] + " " + five[3:], "SE-" + five}[r.IntN(3)]
}

func isSamordningsnummer(q question) bool {
	return ident.Check(ident.Samordningsnummer, q.value, lenient).Valid()
}

// birthdayToCome holds for two digits of this year and a day that is to come.
func birthdayToCome(q question) bool {
	birth, ok := q.ours().BirthDate()
	return ok && birth.Year%100 == today.Year%100 && len(q.digits()) == 10
}

// oddDay holds for samordningsnummer whose day is in no calendar.
func oddDay(q question) bool {
	r := ident.Check(ident.Samordningsnummer, q.value, lenient)
	_, told := r.BirthDate()
	return r.Valid() && !told
}

func twelveDigits(q question) bool { return len(q.digits()) == 12 }
