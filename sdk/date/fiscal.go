package date

// A FiscalYear is one financial year of an organisation, both days included.
// Its length varies: a first year or a change may take up to 18 months in some
// countries.
type FiscalYear struct{ Start, End Date }

// IsValid reports whether both days are valid and in order.
func (y FiscalYear) IsValid() bool {
	return y.Start.IsValid() && y.End.IsValid() && !y.End.Before(y.Start)
}

// Contains reports whether the day lies in the year.
func (y FiscalYear) Contains(d Date) bool {
	return y.IsValid() && !d.Before(y.Start) && !d.After(y.End)
}

// FiscalYears are the financial years of one organisation, in any order.
type FiscalYears []FiscalYear

// Containing gives the first year of the list that contains the day, or false
// where none does.
func (ys FiscalYears) Containing(d Date) (FiscalYear, bool) {
	for _, y := range ys {
		if y.Contains(d) {
			return y, true
		}
	}
	return FiscalYear{}, false
}

// FiscalYearOf gives the year that contains at, for an organisation whose
// financial year always begins on the same day of the calendar: 1 July is
// (7, 1). A first day of 29 February is 28 February in other years. It gives
// the zero FiscalYear where at or the first day is not in the calendar.
func FiscalYearOf(at Date, firstMonth, firstDay int) FiscalYear {
	if _, ok := New(2024, firstMonth, firstDay); !ok || !at.IsValid() {
		return FiscalYear{}
	}
	year := at.Year
	if at.Before(clamped(year, firstMonth, firstDay)) {
		year--
	}
	y := FiscalYear{Start: first, End: last}
	if year >= first.Year {
		y.Start = clamped(year, firstMonth, firstDay)
	}
	if year < last.Year {
		y.End = clamped(year+1, firstMonth, firstDay).AddDays(-1)
	}
	return y
}

// EndOfFiscalYear gives the last day of [FiscalYearOf].
func EndOfFiscalYear(at Date, firstMonth, firstDay int) Date {
	return FiscalYearOf(at, firstMonth, firstDay).End
}

// EndOfCalendarYear gives 31 December of the year of at, and the zero Date
// where at is not valid.
func EndOfCalendarYear(at Date) Date {
	if !at.IsValid() {
		return Date{}
	}
	return Date{Year: at.Year, Month: 12, Day: 31}
}
