package oracle

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/lagrum/lagrum/sdk/ident"
)

const (
	hetuLetters = "ABCDEFHJKLMNPRSTUVWXY"
	dvv         = "DVV, The personal identity code; decree 128/2010"
	signs2023   = "DVV, reform of the personal identity code, 2023"
)

func finnish() []*subject {
	return []*subject{
		{ident.HETU, makeHETU, plainHETU, "-+" + hetuLetters, []class{
			{
				"signs of 2023", []string{"python-stdnum", "validator.js"}, false,
				"a century has had several signs since 2023", signs2023, func(q question) bool {
					return q.ours().Valid() && strings.ContainsAny(plainHETU(q.value)[6:7], "YXWVUBCDEF")
				},
			},
			{
				"individual number below 002", []string{"finnish-ssn", "stdnum-js", "validator.js"}, true,
				"individual numbers begin with 002", dvv, func(q question) bool {
					return q.ours().Reason == ident.Serial && q.digits()[6:9] < "002"
				},
			},
			{
				"born after today", []string{"finnish-ssn", "python-stdnum", "validator.js"}, true,
				"nobody has a number before birth", dvv, reason(ident.Future),
			},
			{
				"no date", []string{"validator.js"}, true,
				"the first six digits are a date", dvv, reason(ident.NotDate),
			},
			{
				"born 1800 to 1849", []string{"finnish-ssn"}, false,
				"the sign + stands for the whole century; nobody of these years is alive, and records of them are kept", dvv, func(q question) bool {
					birth, ok := q.ours().BirthDate()
					return ok && birth.Year < 1850
				},
			},
		}},
		{ident.YTunnus, makeYTunnus, plainYTunnus, "", nil},
	}
}

func plainHETU(value string) string {
	return only(strings.ToUpper(value), figures+hetuLetters+"-+")
}

func plainYTunnus(value string) string {
	d := only(value, figures)
	at := max(0, len(d)-1)
	return d[:at] + "-" + d[at:]
}

// Individual numbers from 900 on are those of tests and temporary numbers.
func makeHETU(r *rand.Rand) string {
	d := day(r, 1800, 2030)
	signs := map[int]string{18: "+", 19: "-YXWVU", 20: "ABCDEF"}[d.Year/100]
	individual := 900 + r.IntN(100)
	if r.IntN(8) == 0 {
		individual = r.IntN(4)
	}
	nine := fmt.Sprintf("%s%03d", ddmmyy(d), individual)
	rest := 0
	for _, c := range nine {
		rest = (rest*10 + int(c-'0')) % 31
	}
	return nine[:6] + string(signs[r.IntN(len(signs))]) + nine[6:] + (figures + hetuLetters)[rest:rest+1]
}

func makeYTunnus(r *rand.Rand) string {
	eight := endModulus11(digits(r, 7), 0, 7, 9, 10, 5, 8, 4, 2, 1)
	return []string{eight, eight[:7] + "-" + eight[7:]}[r.IntN(2)]
}
