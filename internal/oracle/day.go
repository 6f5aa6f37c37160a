package oracle

import (
	"fmt"
	"math/rand/v2"

	"github.com/lagrum/lagrum/sdk/date"
)

// day makes a date of birth in the years, often at an edge: of the calendar, of
// a century, of a hundred years' age, of today.
func day(r *rand.Rand, from, to int) date.Date {
	year, month, of := from+r.IntN(to-from+1), 1+r.IntN(12), 1+r.IntN(28)
	switch r.IntN(12) {
	case 0: // near today, now or a hundred years ago
		year, month, of = today.Year-100*r.IntN(2), today.Month, today.Day-1+r.IntN(3)
	case 1: // the years around those
		year = today.Year - 100*r.IntN(2) - 1 + r.IntN(3)
	case 2:
		month, of = 2, 29 // in any year, leap or not
	case 3:
		of = 29 + r.IntN(4) // in any month
	case 4:
		year = year / 100 * 100
	case 5:
		month, of = 1+11*r.IntN(2), 1+30*r.IntN(2)
	}
	return date.Date{Year: min(max(year, from), to), Month: month, Day: of}
}

// yymmdd and ddmmyy write a date that need not be in the calendar.
func yymmdd(d date.Date) string {
	return fmt.Sprintf("%02d%02d%02d", d.Year%100, d.Month, d.Day)
}

func ddmmyy(d date.Date) string {
	return fmt.Sprintf("%02d%02d%02d", d.Day, d.Month, d.Year%100)
}
