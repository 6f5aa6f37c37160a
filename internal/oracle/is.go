package oracle

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/lagrum/lagrum/sdk/ident"
)

const (
	withoutCheckDigit = "skra.is, Kennitölur án vartölu (2026-02-18)"
	umKennitolur      = "skra.is, Um kennitölur"
)

func icelandic() []*subject {
	plain := func(v string) string { return only(v, figures) }
	noCheckDigit := class{
		"no check digit", bothStdnum, false,
		"new numbers have none since 2026-02-18", withoutCheckDigit, withoutModulus11,
	}
	future := class{
		"born after today", []string{"is-kennitala", "kennitala", "python-stdnum", "stdnum-js"}, true,
		"nobody has a number before birth", umKennitolur, reason(ident.Future),
	}
	born1800s := class{
		"born before 1900", []string{"python-stdnum"}, false,
		"the last digit 8 stands for the 1800s", umKennitolur, func(q question) bool {
			d := plain(q.value)
			return q.ours().Valid() && d[9] == '8'
		},
	}
	february1969 := class{
		"February 1969", bothStdnum, false,
		"so many companies were registered that the days run over into numbers that are in use", umKennitolur, func(q question) bool {
			return q.ours().Valid() && plain(q.value)[2:6] == "0269"
		},
	}
	century := class{
		"century", []string{"is-kennitala", "stdnum-js"}, true,
		"the last digit is 8, 9 or 0 for the century, and no other is in use", umKennitolur, func(q question) bool {
			return q.ours().Reason == ident.Century && !strings.ContainsAny(plain(q.value)[9:], "890")
		},
	}
	return []*subject{
		{ident.Kennitala, makeKennitala, plain, "", []class{
			{
				"kerfiskennitala", bothStdnum, false,
				"numbers of people who do not live in Iceland begin with 8 or 9", "skra.is, Um kerfiskennitölur", series(ident.SystemNumber),
			},
			noCheckDigit, future, born1800s, century,
		}},
		{ident.KennitalaOfCompany, makeKennitalaOfCompany, plain, "", []class{
			{
				"no check digit", bothStdnum, false,
				"whether companies still get one is not known, and to refuse a company its own is worse than to let a slip through", withoutCheckDigit, withoutModulus11,
			},
			february1969, born1800s, century,
			{
				"February of 1869 and 2069", []string{"is-kennitala", "kennitala"}, true,
				"the days ran over in 1969 only", umKennitolur, func(q question) bool {
					d := plain(q.value)
					return q.ours().Reason == ident.NotDate && d[2:6] == "0269" && d[9] != '9'
				},
			},
		}},
	}
}

func makeKennitala(r *rand.Rand) string {
	if r.IntN(8) == 0 {
		return string("89"[r.IntN(2)]) + digits(r, 9)
	}
	return endKennitala(r, 0)
}

func makeKennitalaOfCompany(r *rand.Rand) string { return endKennitala(r, 40) }

func endKennitala(r *rand.Rand, shift int) string {
	d := day(r, 1850, 2028)
	if r.IntN(10) == 0 {
		d.Year, d.Month, d.Day = 1969, 2, 27+r.IntN(5)
	}
	century := d.Year / 100 % 10
	d.Day += shift
	six := ddmmyy(d)
	nine := six + digits(r, 3)
	if r.IntN(2) == 0 {
		nine = endModulus11(nine[:8], 0, 3, 2, 7, 6, 5, 4, 3, 2, 1)
	}
	ten := fmt.Sprintf("%s%d", nine, century)
	return []string{ten, six + "-" + ten[6:]}[r.IntN(2)]
}
