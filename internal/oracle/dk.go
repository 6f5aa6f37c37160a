package oracle

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/lagrum/lagrum/sdk/ident"
)

const personnummeretICPR = "CPR-kontoret, Personnummeret i CPR"

func danish() []*subject {
	all := []string{"python-stdnum", "stdnum-js", "validator.js"}
	return []*subject{
		{ident.CPR, makeCPR, plainCPR, "ABKOT", []class{
			{
				"replacement number", all, false,
				"day + 60 is what CPR-kontoret recommends for replacement numbers; read on request", "cpr.dk, Erstatningspersonnummer i eksterne systemer", series(ident.Replacement),
			},
			{
				"e-CPR", all, false,
				"the health service and schools have numbers with letters; read on request", "MedCom, e-CPR; viden.stil.dk", series(ident.Electronic),
			},
			{
				"no check digit", []string{"validator.js"}, false,
				"numbers that fail modulus 11 have been given out since 2007", "cpr.dk, Personnumre uden kontrolciffer", withoutModulus11,
			},
			{
				"century", []string{"validator.js"}, false,
				"years 37 to 58 with a seventh digit from 5 to 8 are in the table", personnummeretICPR, middleYears,
			},
			{
				"running number 0000", all, true,
				"the table of running numbers begins with 0001", personnummeretICPR, func(q question) bool {
					return q.ours().Reason == ident.Serial && strings.HasSuffix(q.digits(), "0000")
				},
			},
			{
				"born after today", []string{"validator.js"}, true,
				"nobody has a number before birth", personnummeretICPR, reason(ident.Future),
			},
		}},
		{ident.CVR, makeCVR, plainWithout("DK"), "DK", []class{
			{
				"begins with 0", []string{"stdnum-js"}, true,
				"no number begins with 0", "general knowledge, not checked", both(reason(ident.Serial), beginsWith0),
			},
		}},
	}
}

func plainCPR(value string) string { return only(strings.ToUpper(value), figures+"ABKOT") }

// plainWithout takes the code of the country from before the digits.
func plainWithout(country string) func(string) string {
	return func(value string) string {
		return strings.TrimPrefix(only(strings.ToUpper(value), figures+country), country)
	}
}

func makeCPR(r *rand.Rand) string {
	d := day(r, 1858, 2057)
	// The seventh digits that give the century of the year.
	sevenths := "0123"
	switch {
	case d.Year < 1900, d.Year >= 2037:
		sevenths = "5678"
	case d.Year >= 2000:
		sevenths = "456789"
	case d.Year >= 1937:
		sevenths = "012349"
	}
	if r.IntN(8) == 0 {
		d.Day += 60
	}
	six, seventh := ddmmyy(d), string(sevenths[r.IntN(len(sevenths))])
	ten := six + seventh + digits(r, 3)
	switch r.IntN(8) {
	case 0:
		ten = six + digits(r, 4)
	case 1:
		ten = six + seventh + "AK" + digits(r, 1)
	case 2, 3, 4:
		ten = endModulus11(ten[:9], 0, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
	}
	return []string{ten, six + "-" + ten[6:]}[r.IntN(2)]
}

func makeCVR(r *rand.Rand) string {
	eight := endModulus11(digits(r, 7), 0, 2, 7, 6, 5, 4, 3, 2, 1)
	return []string{eight, "DK" + eight, fmt.Sprintf("%s %s %s %s", eight[:2], eight[2:4], eight[4:6], eight[6:])}[r.IntN(3)]
}

// middleYears holds where validator.js has a hole in its table.
func middleYears(q question) bool {
	d := plainCPR(q.value)
	return len(d) == 10 && "37" <= d[4:6] && d[4:6] <= "58" && '5' <= d[6] && d[6] <= '8'
}

func beginsWith0(q question) bool { return strings.HasPrefix(q.digits(), "0") }
