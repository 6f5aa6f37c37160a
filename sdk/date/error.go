package date

// A FormatError says which format a text did not have. It never holds the
// text, which may be personal (a date of birth).
type FormatError uint8

// The formats that this package reads.
const (
	NotDate   FormatError = 1 // not a day of the calendar, written as 2006-01-02
	NotPeriod FormatError = 2 // not a period, written as P3Y6M
)

// Error says which format was expected.
func (e FormatError) Error() string {
	switch e {
	case NotDate:
		return "date: not a calendar date of the form YYYY-MM-DD"
	case NotPeriod:
		return "date: not a period of the form P1Y2M3W4D"
	}
	return "date: unknown format"
}
