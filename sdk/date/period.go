package date

import (
	"strconv"
	"strings"
)

// A Period is a length of time in calendar units, as a rule of storage or a
// promise names it: five years, three years and six months, 14 days (ISO 8601-1
// 5.5.2, without a time part). The zero Period is no time at all.
//
// Periods have no order: a month is longer than 28 days from some dates and not
// from others. Compare the dates that they lead to from the same day.
type Period struct {
	Years  int // 0 to 9999, as all units
	Months int // calendar months
	Weeks  int // of seven days
	Days   int // calendar days
}

// maxUnit bounds the number of each unit.
const maxUnit = 9999

// ParsePeriod reads a period such as P5Y, P3Y6M, P2W or P14D. At least one unit
// must be given, each once and in the order Y M W D, with one to four digits.
// A time part, a sign and a fraction are refused.
func ParsePeriod(s string) (Period, bool) {
	if s == "" || s[0] != 'P' || len(s) == 1 {
		return Period{}, false
	}
	var p Period
	order := 0 // how many of the units Y M W D have passed
	for rest := s[1:]; rest != ""; {
		end := 0
		for end < len(rest) && rest[end] >= '0' && rest[end] <= '9' {
			end++
		}
		if end == 0 || end > 4 || end == len(rest) {
			return Period{}, false
		}
		n, _ := digits(rest[:end])
		place := strings.IndexByte(designators, rest[end]) + 1
		if place <= order {
			return Period{}, false
		}
		*p.field(place) = n
		order, rest = place, rest[end+1:]
	}
	return p, true
}

const designators = "YMWD"

// field gives the unit at a place of the designators, from 1.
func (p *Period) field(place int) *int {
	return [...]*int{&p.Years, &p.Months, &p.Weeks, &p.Days}[place-1]
}

// IsValid reports whether each unit lies between 0 and 9999. The zero Period is valid.
func (p Period) IsValid() bool {
	for place := range len(designators) {
		if n := *p.field(place + 1); n < 0 || n > maxUnit {
			return false
		}
	}
	return true
}

// IsZero reports whether the period is no time at all.
func (p Period) IsZero() bool { return p == Period{} }

// bounded keeps the sums of Add within 32 bits, for periods built in Go.
func (p Period) bounded() Period {
	for place := range len(designators) {
		n := p.field(place + 1)
		*n = max(-maxUnit, min(maxUnit, *n))
	}
	return p
}

// String gives the period in the form that [ParsePeriod] reads, without the
// units that are 0. The zero Period is P0D.
func (p Period) String() string {
	if p.IsZero() {
		return "P0D"
	}
	b := []byte{'P'}
	for i := range len(designators) {
		if n := *p.field(i + 1); n != 0 {
			b = append(strconv.AppendInt(b, int64(n), 10), designators[i])
		}
	}
	return string(b)
}

// MarshalText gives what String gives. It fails with [NotPeriod] for a period
// that is not valid.
func (p Period) MarshalText() ([]byte, error) {
	if !p.IsValid() {
		return nil, NotPeriod
	}
	return []byte(p.String()), nil
}

// UnmarshalText reads what [ParsePeriod] reads. It fails with [NotPeriod] and
// then leaves p as it was.
func (p *Period) UnmarshalText(text []byte) error {
	read, ok := ParsePeriod(string(text))
	if !ok {
		return NotPeriod
	}
	*p = read
	return nil
}
