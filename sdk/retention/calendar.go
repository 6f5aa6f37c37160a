package retention

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// alignment gives where the period of a rule starts. The triggers that name a
// year start at its end, whatever else the rule says.
func alignment(r *policy.Retention) policy.Alignment {
	switch {
	case r.Align != "":
		return r.Align
	case r.Trigger == policy.FinancialYear:
		return policy.FinancialYearEnd
	case r.Trigger == policy.CalendarYear:
		return policy.CalendarYearEnd
	}
	return ""
}

// start gives the day from which the period of a rule runs, by the day of its event.
func start(r *policy.Retention, event date.Date, years date.FiscalYears) date.Date {
	switch alignment(r) {
	case policy.FinancialYearEnd:
		return yearEnd(event, years)
	case policy.CalendarYearEnd:
		if r.Trigger == policy.FinancialYear {
			event = yearEnd(event, years)
		}
		return date.EndOfCalendarYear(event)
	}
	return event
}

// ends gives the last day of a rule's period, with the stages before the first
// step that takes the data away: until then, the rule leaves them.
func ends(r *policy.Retention, event date.Date, years date.FiscalYears) date.Date {
	end := start(r, event, years).Add(r.Period)
	for _, p := range grace(r) {
		end = end.Add(p)
	}
	return end
}

// grace gives the times of the stages up to the first step that takes the data away.
func grace(r *policy.Retention) []date.Period {
	var list []date.Period
	action := or(r.Action)
	for i := range r.Stages {
		if removes(action) {
			break
		}
		action = or(r.Stages[i].Action)
		list = append(list, r.Stages[i].After)
	}
	return list
}

// yearEnd gives the last day of the financial year of a day. The years are in order.
func yearEnd(day date.Date, years date.FiscalYears) date.Date {
	if len(years) == 0 {
		return date.EndOfCalendarYear(day)
	}
	first, last := years[0].Start, years[len(years)-1].End
	if day.Before(first) {
		return date.EndOfFiscalYear(day, first.Month, first.Day)
	}
	for _, y := range years {
		if !day.After(y.End) {
			return y.End
		}
	}
	next := last.AddDays(1)
	return date.EndOfFiscalYear(day, next.Month, next.Day)
}

// after gives the day from which a stage is due, by the day of the step before.
func after(p date.Period, before date.Date) date.Date {
	if p == (date.Period{}) {
		return before
	}
	return before.Add(p).AddDays(1)
}

// latest gives the later of two days.
func latest(d, e date.Date) date.Date {
	if d.Before(e) {
		return e
	}
	return d
}
