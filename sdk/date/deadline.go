package date

// IsWorkingDay reports whether the day is neither a Saturday nor a Sunday nor a
// public holiday (Regulation (EEC, Euratom) No 1182/71 Article 2(2)). With nil
// only weekends count. A date that is not valid is no working day.
func IsWorkingDay(d Date, h Holidays) bool {
	weekday := d.Weekday()
	return weekday >= Monday && weekday <= Friday && (h == nil || !h.IsHoliday(d))
}

// RollForward gives the day itself where it is a working day, and otherwise the
// next working day (Regulation 1182/71 Article 3(4)). That is a rule for legal
// deadlines; the day on which data must be erased does not move. The zero Date
// stays zero. A list that leaves no working day up to the year 9999 gives its last day.
func RollForward(d Date, h Holidays) Date {
	for d.IsValid() && d != last && !IsWorkingDay(d, h) {
		d = d.AddDays(1)
	}
	return d
}

// MonthsAfter gives the last day of a legal deadline of n months that starts
// with an event, such as the receipt of a request (GDPR Article 12(3): one
// month, or three with the extension, both from receipt). Regulation 1182/71
// Article 3: the day of the event does not count, the period ends on the same
// date n months later or on the last day of a shorter month, and an end on a
// weekend or holiday moves to the next working day.
//
// The calendar is that of the place where the controller acts.
func MonthsAfter(received Date, n int, h Holidays) Date {
	return RollForward(received.AddMonths(n), h)
}
