package date

import (
	"cmp"
	"strconv"
)

// A Date is a day in the proleptic Gregorian calendar, without time or zone
// (RFC 3339 full-date, ISO 8601-1 5.2.2.1 extended). The zero Date means
// "no date"; it is before every other.
type Date struct {
	Year  int // 1 to 9999
	Month int // 1 to 12
	Day   int // 1 to 31
}

// The first and the last day that a Date can name. Arithmetic stops there.
var (
	first = Date{Year: 1, Month: 1, Day: 1}
	last  = Date{Year: 9999, Month: 12, Day: 31}
)

// New gives the date of the year, month and day, or false where the calendar
// has no such day.
func New(year, month, day int) (Date, bool) {
	d := Date{Year: year, Month: month, Day: day}
	if !d.IsValid() {
		return Date{}, false
	}
	return d, true
}

// Parse reads a date that is written as 2006-01-02, with nothing before or
// after it (RFC 3339 full-date). It gives false for any other text, for a day
// that the calendar does not have, and for the year 0000.
func Parse(s string) (Date, bool) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	year, yearOK := digits(s[:4])
	month, monthOK := digits(s[5:7])
	day, dayOK := digits(s[8:])
	if !yearOK || !monthOK || !dayOK {
		return Date{}, false
	}
	return New(year, month, day)
}

// digits reads a number of ASCII digits only; the caller bounds its length.
func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, s != ""
}

// IsValid reports whether the calendar has the day, in the years 1 to 9999.
// The zero Date is not valid.
func (d Date) IsValid() bool {
	return d.Year >= first.Year && d.Year <= last.Year &&
		d.Month >= 1 && d.Month <= 12 &&
		d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// IsZero reports whether d is the zero Date, "no date".
func (d Date) IsZero() bool { return d == Date{} }

// String gives the date as 2006-01-02, and "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	b := make([]byte, 0, len("2006-01-02"))
	b = appendPadded(b, d.Year, 4)
	b = append(b, '-')
	b = appendPadded(b, d.Month, 2)
	b = append(b, '-')
	return string(appendPadded(b, d.Day, 2))
}

func appendPadded(b []byte, n, width int) []byte {
	if n < 0 || n >= 10_000 { // no date that is valid
		return strconv.AppendInt(b, int64(n), 10)
	}
	for unit := 1000; unit > 0; unit /= 10 {
		if n >= unit || width >= len("0000") || unit == 1 || width == 2 && unit == 10 {
			b = append(b, byte('0'+n/unit%10))
		}
	}
	return b
}

// MarshalText gives what String gives. It fails with [NotDate] for a date that
// is neither valid nor zero.
func (d Date) MarshalText() ([]byte, error) {
	if !d.IsZero() && !d.IsValid() {
		return nil, NotDate
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what [Parse] reads, and the empty text as the zero Date.
// It fails with [NotDate] and then leaves d as it was.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	read, ok := Parse(string(text))
	if !ok {
		return NotDate
	}
	*d = read
	return nil
}

// Compare gives -1 where d is before e, 0 where they are the same day, and 1
// where d is after e. It fits slices.SortFunc and slices.MaxFunc.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is a later day than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }
