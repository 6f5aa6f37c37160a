// Package date counts in calendar days: dates, periods, fiscal years, working
// days and the deadlines that end on them.
//
// Law counts days, months and years in the calendar of a place, so nothing here
// knows a clock or a time zone. Turn an instant into a [Date] where it enters
// the program, in the time zone of the controller.
//
//	received, _ := date.Parse("2026-03-05")
//	due := date.MonthsAfter(received, 1, date.SE) // 2026-04-07: the 5th is Easter Sunday
package date
