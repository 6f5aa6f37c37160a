package locale

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
)

// A Form is the place in a sentence where a length of time stands. Languages
// inflect the unit by it: Finnish says "2 vuotta" and "2 vuoden kuluessa".
type Form uint8

// The places.
const (
	Count   Form = 0 // "2 years", alone
	Lasting Form = 1 // as in "for 2 years"
	Later   Form = 2 // as in "2 years after"
	Within  Form = 3 // as in "within 2 years"
)

// A Unit holds the word of one unit of time in each place, with {n} for the
// number: {One: "{n} year", Other: "{n} years"}. The words around it ("for",
// "after") belong to the sentence, so that several units can be joined.
type Unit struct{ Count, Lasting, Later, Within Plural }

// In gives the word forms for a place. A place that is not known counts.
func (u Unit) In(form Form) Plural {
	switch form {
	case Lasting:
		return u.Lasting
	case Later:
		return u.Later
	case Within:
		return u.Within
	}
	return u.Count
}

// Rules are the grammar and words of one language. With the zero Rules dates
// are written as in ISO 8601 and periods are empty.
type Rules struct {
	Plural      PluralRule // which form goes with a number
	Months      [12]string // as they stand within a date, January first
	DatePattern string     // with {d}, {month} and {y}, such as "{d} {month} {y}"

	Year  Unit // the words of a year
	Month Unit // of a month
	Week  Unit // of a week
	Day   Unit // of a day

	And, Or string // the words between the last two items of a list
}

// Date writes a day in words: "5 April 2026". The zero Date gives "", and a
// date that is not valid is written in digits.
func (r Rules) Date(d date.Date) string {
	if !d.IsValid() || r.DatePattern == "" {
		return d.String()
	}
	return Format(r.DatePattern,
		Arg{Name: "d", Value: strconv.Itoa(d.Day)},
		Arg{Name: "month", Value: r.Months[d.Month-1]},
		Arg{Name: "y", Value: strconv.Itoa(d.Year)},
	)
}

// Period writes a length of time in words, in the forms that its place asks
// for: "3 years and 6 months". Units of 0 are left out; no time at all is 0 days.
func (r Rules) Period(p date.Period, form Form) string {
	units := [...]struct {
		n    int
		unit *Unit
	}{{p.Years, &r.Year}, {p.Months, &r.Month}, {p.Weeks, &r.Week}, {p.Days, &r.Day}}
	var parts []string
	for i, u := range units {
		if u.n != 0 || p.IsZero() && i == len(units)-1 {
			words := r.Plural.Pick(u.unit.In(form), u.n)
			parts = append(parts, Format(words, Arg{Name: "n", Value: strconv.Itoa(u.n)}))
		}
	}
	return r.List(parts)
}

// List joins items with commas and the word And before the last, without a
// comma there: "a, b and c". Where an item has a comma or that word itself,
// semicolons keep them apart: "a and b; c".
func (r Rules) List(items []string) string {
	if ambiguous(items, r.And) {
		return strings.Join(items, "; ")
	}
	return join(items, ", ", " ", r.And)
}

// ListOr joins items as List does, with the word Or, which it keeps after a
// semicolon: "a or b; or c".
func (r Rules) ListOr(items []string) string {
	if ambiguous(items, r.Or) {
		return join(items, "; ", "; ", r.Or)
	}
	return join(items, ", ", " ", r.Or)
}

// ambiguous reports whether an item has a comma or the word, so that a reader
// could not tell where it ends.
func ambiguous(items []string, word string) bool {
	if len(items) < 2 {
		return false
	}
	return slices.ContainsFunc(items, func(item string) bool {
		return strings.Contains(item, ", ") || word != "" && strings.Contains(item, " "+word+" ")
	})
}

// join puts sep between the items, and beforeWord and the word before the last.
func join(items []string, sep, beforeWord, word string) string {
	if len(items) < 2 || word == "" {
		return strings.Join(items, sep)
	}
	last := len(items) - 1
	return strings.Join(items[:last], sep) + beforeWord + word + " " + items[last]
}
