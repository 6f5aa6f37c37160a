package date

// Holidays knows the public holidays of a place. [Calendar] and [Days]
// implement it; institutions of the European Union publish their own list.
type Holidays interface {
	// IsHoliday reports whether the day is a public holiday. It need not know Saturdays and Sundays.
	IsHoliday(Date) bool
}

// Days is a published list of public holidays, in any order.
type Days []Date

// IsHoliday reports whether the list holds the day.
func (l Days) IsHoliday(d Date) bool {
	for _, day := range l {
		if day == d {
			return true
		}
	}
	return false
}

// A Calendar names a country (ISO 3166-1 alpha-2) whose public holidays are
// computed by rule, as the rules stand in the years from 2018 on. They rest on
// general knowledge and are not verified against the national acts. A Calendar
// that is not one of the constants has no holidays.
type Calendar string

// The calendars.
const (
	// SE leaves out the eves of Midsummer, Christmas and New Year, which lag
	// (1930:173) treats as Saturdays: a deadline that does not wait for them is
	// kept under either reading.
	SE Calendar = "SE"
	DK Calendar = "DK" // with Store Bededag until 2023
	NO Calendar = "NO" // Norway
	FI Calendar = "FI" // Finland
	IS Calendar = "IS" // Iceland
)

// IsHoliday reports whether the day is a public holiday in the country.
func (c Calendar) IsHoliday(d Date) bool {
	switch {
	case !c.isKnown() || !d.IsValid():
		return false
	case d.Day == 1 && d.Month == 1, d.Month == 12 && (d.Day == 25 || d.Day == 26):
		return true
	}
	return c.isFixed(d) || c.isFloating(d) || c.isMoveable(d)
}

func (c Calendar) isKnown() bool {
	return c == SE || c == DK || c == NO || c == FI || c == IS
}

// isFixed knows the days that fall on the same date each year.
func (c Calendar) isFixed(d Date) bool {
	is := func(month, day int) bool { return d.Month == month && d.Day == day }
	switch c {
	case SE:
		return is(1, 6) || is(5, 1) || is(6, 6)
	case NO:
		return is(5, 1) || is(5, 17)
	case FI:
		return is(1, 6) || is(5, 1) || is(12, 6)
	case IS:
		return is(5, 1) || is(6, 17)
	}
	return false
}

// isFloating knows the days that are a weekday within one week of the year.
func (c Calendar) isFloating(d Date) bool {
	within := func(day Weekday, month, firstDay int) bool {
		start := Date{Year: d.Year, Month: month, Day: firstDay}
		days := start.DaysUntil(d)
		return days >= 0 && days < 7 && d.Weekday() == day
	}
	switch c {
	case SE, FI: // Midsummer Day, All Saints' Day
		return within(Saturday, 6, 20) || within(Saturday, 10, 31)
	case IS: // the First Day of Summer, Commerce Day
		return within(Thursday, 4, 19) || within(Monday, 8, 1)
	}
	return false
}

// isMoveable knows the days that follow Easter.
func (c Calendar) isMoveable(d Date) bool {
	switch Easter(d.Year).DaysUntil(d) {
	case -2, 0, 1, 39, 49: // Good Friday, Easter, Easter Monday, Ascension, Whit Sunday
		return true
	case -3, 50: // Maundy Thursday, Whit Monday
		return c == DK || c == NO || c == IS
	case 26: // Store Bededag, the fourth Friday after Easter
		return c == DK && d.Year <= 2023
	}
	return false
}

// Easter gives Easter Sunday of the Western churches: the Sunday after the
// paschal full moon, which the Gregorian tables set by the 19-year lunar cycle.
// It gives the zero Date outside the years 1 to 9999.
func Easter(year int) Date {
	if year < first.Year || year > last.Year {
		return Date{}
	}
	century := year/100 + 1
	solar := 3 * century / 4      // leap days dropped
	lunar := (8*century + 5) / 25 // drift of the 19-year cycle
	cycle := year % 19            // place in the cycle, from 0
	epact := (11*cycle + lunar - solar + 38) % 30
	if epact < 0 {
		epact += 30
	}
	if epact == 24 || epact == 25 && cycle > 10 {
		epact++ // keeps full moons of one cycle apart
	}
	afterFebruary := 44 - epact // the full moon as a day of March
	if afterFebruary < 21 {
		afterFebruary += 30
	}
	moon := Date{Year: year, Month: 3, Day: 1}.AddDays(afterFebruary - 1)
	return moon.AddDays(7 - int(moon.Weekday())%7)
}
