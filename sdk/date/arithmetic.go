package date

import "strconv"

// AddDays gives the date n days later, or earlier for a negative n. What would
// leave the years 1 to 9999 stops at their first or last day. A date that is
// not valid gives the zero Date.
func (d Date) AddDays(n int) Date {
	if !d.IsValid() {
		return Date{}
	}
	// No step within the calendar is longer than the calendar.
	span := last.number() - first.number()
	number := d.number() + max(-span, min(span, n))
	return fromNumber(max(first.number(), min(last.number(), number)))
}

// AddMonths gives the same day of the month n months later, or the last day of
// that month where it is shorter: 31 January + 1 month is 28 or 29 February
// (Regulation (EEC, Euratom) No 1182/71 Article 3(2)(c)). The end of a month
// does not stick: 28 February + 1 month is 28 March. Limits are as for AddDays.
func (d Date) AddMonths(n int) Date {
	if !d.IsValid() {
		return Date{}
	}
	limit := 12 * last.Year
	month := 12*d.Year + d.Month - 1 + max(-limit, min(limit, n))
	year := month / 12
	switch {
	case month < 12:
		return first
	case year > last.Year:
		return last
	}
	return clamped(year, month%12+1, d.Day)
}

// AddYears gives the same day n years later; 29 February becomes 28 February in
// a year that has none. Limits are as for AddDays.
func (d Date) AddYears(n int) Date {
	return d.AddMonths(12 * max(-last.Year, min(last.Year, n)))
}

// Add gives the date a period later. Years and months count together first, and
// clamp to the end of the month once; weeks and days follow. Limits are as for
// AddDays.
func (d Date) Add(p Period) Date {
	p = p.bounded()
	return d.AddMonths(12*p.Years + p.Months).AddDays(7*p.Weeks + p.Days)
}

// DaysUntil counts the days from d to e: 1 from a day to the next, negative
// where e is before d. It is 0 where either date is not valid.
func (d Date) DaysUntil(e Date) int {
	if !d.IsValid() || !e.IsValid() {
		return 0
	}
	return e.number() - d.number()
}

// A Weekday is a day of the week, numbered as in ISO 8601-1 4.2.2: Monday is 1.
// The zero Weekday is no day.
type Weekday uint8

// The days of the week.
const (
	Monday    Weekday = 1 // the first day, 1
	Tuesday   Weekday = 2 // 2
	Wednesday Weekday = 3 // 3
	Thursday  Weekday = 4 // 4
	Friday    Weekday = 5 // 5
	Saturday  Weekday = 6 // 6
	Sunday    Weekday = 7 // the last day, 7
)

// String gives the English name of the day.
func (w Weekday) String() string {
	names := [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	if w < Monday || w > Sunday {
		return "weekday(" + strconv.Itoa(int(w)) + ")"
	}
	return names[w-1]
}

// Weekday gives the day of the week, and 0 for a date that is not valid.
func (d Date) Weekday() Weekday {
	if !d.IsValid() {
		return 0
	}
	return Weekday((d.number()+2)%7 + 1) // day number 0 is a Wednesday
}

// number counts the days since 1 March of the year 0. A year that begins in
// March ends with its leap day, so the months before have a fixed length.
func (d Date) number() int {
	year, month := d.Year, d.Month-3
	if month < 0 {
		year, month = year-1, month+12
	}
	return 365*year + year/4 - year/100 + year/400 + beforeMonth(month) + d.Day - 1
}

// beforeMonth counts the days from 1 March to the first of the month that lies
// so many months later. Five months from March or August on have 153 days.
func beforeMonth(month int) int { return (153*month + 2) / 5 }

// fromNumber is the inverse of number, for numbers that are not negative.
func fromNumber(n int) Date {
	const (
		inFourYears = 4*365 + 1
		inCentury   = 25*inFourYears - 1
		inCycle     = 4*inCentury + 1 // 400 years
	)
	cycle, n := n/inCycle, n%inCycle
	century := min(n/inCentury, 3) // the leap day of the cycle belongs to its last century
	n -= century * inCentury
	four, n := n/inFourYears, n%inFourYears
	one := min(n/365, 3)
	n -= one * 365
	month := (5*n + 2) / 153
	d := Date{Year: 400*cycle + 100*century + 4*four + one, Month: month + 3, Day: n - beforeMonth(month) + 1}
	if d.Month > 12 {
		d.Year, d.Month = d.Year+1, d.Month-12
	}
	return d
}

// clamped is the day, or the last day of the month where the month is shorter.
func clamped(year, month, day int) Date {
	return Date{Year: year, Month: month, Day: min(day, daysIn(year, month))}
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
