package rights

import (
	"strconv"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
)

// A Deadline says by when a request must be answered, and how that was counted:
// without undue delay and within one month of receipt, or three where requests
// are complex or many and the person was told within the first (GDPR Article
// 12(3)). Both run from receipt, by the calendar (Regulation 1182/71 Article 3).
type Deadline struct {
	Provision string    // the provision that sets it, in the regime's own numbers; empty if none does
	Received  date.Date // the day of receipt, which does not count
	Counted   date.Date // the same date one month later, or the last day of a shorter month
	Due       date.Date // the last day: Counted, or the next working day; zero if the law sets none
	CountedTo date.Date // the same date with the extension
	Last      date.Date // the last day with the extension
	Waited    int       // days that do not count, since proof of identity was awaited
	Status    Status    // how things stand
	Extended  bool      // the person was told in time that it takes longer
	Left      int       // days from the day of the assessment to the last day; negative when it has passed
	Steps     []Reason  // the arithmetic, step by step, and what follows
}

// A Status says how things stand with a deadline.
type Status string

// The statuses.
const (
	Open    Status = "open"    // there is time
	OnHold  Status = "on-hold" // the clock stands still until proof of identity comes
	Overdue Status = "overdue" // the last day has passed
	Instant Status = "instant" // it takes effect at once, and there is nothing to wait for
	Untimed Status = "untimed" // the law sets no time
)

// Ends gives the last day that counts: with the extension if it was told in time.
func (d *Deadline) Ends() date.Date {
	if d.Extended {
		return d.Last
	}
	return d.Due
}

// deadline counts by when the request must be answered.
func (s *assessment) deadline() Deadline {
	d := Deadline{Received: s.req.Received, Status: Untimed}
	row, ok := law.DeadlineOf(s.doc.Regime)
	switch {
	case s.req.Right == law.WithdrawConsent:
		d.Status = Instant
		d.Steps = []Reason{s.reason(AtOnce, "7(3)")}
		return d
	case !ok || !s.isTimed():
		d.Steps = []Reason{plain(NoTime)}
		return d
	}
	d.Provision, d.Status = row.Provision, Open
	d.Waited = s.waited()
	c := counting{calendar: s.holidays(), received: s.req.Received, waited: d.Waited}
	d.Counted, d.Due = c.end(row.Months)
	d.CountedTo, d.Last = c.end(row.Months + row.Extension)
	d.Extended = s.told() && !s.req.Facts.Told.After(d.Due)
	d.Left = s.at.DaysUntil(d.Ends())
	switch {
	case s.isWaiting():
		d.Status = OnHold
	case d.Left < 0:
		d.Status = Overdue
	}
	d.Steps = s.steps(&d, row)
	return d
}

// told reports whether the person has been told that it takes longer.
func (s *assessment) told() bool {
	told := s.req.Facts.Told
	return told.IsValid() && !told.After(s.at)
}

// isTimed reports whether the law sets a time to answer: Articles 15 to 22.
// Under personuppgiftslagen only access has one.
func (s *assessment) isTimed() bool {
	switch s.req.Right {
	case law.Information, law.Complaint:
		return false
	}
	return !s.isPUL() || s.req.Right == law.Access
}

// waited counts the days from the question who asks to the proof. They do not
// count only where there were real doubts. While no proof has come, the day of
// the assessment stands in for it.
func (s *assessment) waited() int {
	f := &s.req.Facts
	if !f.Doubt || f.Asked.IsZero() {
		return 0
	}
	until := f.Proved
	if until.IsZero() || until.After(s.at) {
		until = s.at
	}
	return max(0, f.Asked.DaysUntil(until))
}

func (s *assessment) isWaiting() bool {
	f := &s.req.Facts
	return f.Doubt && f.Asked.IsValid() && !f.Asked.After(s.at) && (f.Proved.IsZero() || f.Proved.After(s.at))
}

// holidays are those of the request, or of the place of the policy.
func (s *assessment) holidays() date.Holidays {
	switch {
	case s.req.Holidays != nil:
		return s.req.Holidays
	case s.doc.Regime == law.EUDPR:
		return date.Institutions{}
	}
	return date.Calendar(s.doc.Jurisdiction)
}

// knowsDays reports whether the holidays of the day are known. A list of the
// host's own is taken at its word.
func (s *assessment) knowsDays(d date.Date) bool {
	list, ok := s.holidays().(interface{ Knows(date.Date) bool })
	return !ok || list.Knows(d)
}

// A counting counts months from receipt.
type counting struct {
	calendar date.Holidays
	received date.Date
	waited   int
}

// end gives the same date some months later with the days that do not count, and
// the working day on which the time ends.
func (c counting) end(months int) (counted, due date.Date) {
	counted = c.received.AddMonths(months).AddDays(c.waited)
	return counted, date.RollForward(counted, c.calendar)
}

// steps tells the arithmetic, and what follows on the day of the assessment.
func (s *assessment) steps(d *Deadline, row law.Deadline) []Reason {
	first := plain(Received, day("day", d.Received))
	if s.doc.Regime == law.GDPR || s.doc.Regime == law.EUDPR {
		first.Law = provisions("EU", law.MatterDeadlineCount, s.req.Received)
	}
	months, counted := row.Months, d.Counted
	if d.Extended {
		months, counted = row.Months+row.Extension, d.CountedTo
	}
	list := []Reason{first, s.same(d, months)}
	if d.Waited > 0 {
		list = append(list, plain(Waited, Arg{Name: "days", Value: strconv.Itoa(d.Waited)}))
	}
	if counted != d.Ends() {
		list = append(list, plain(Moved, day("day", counted), day("due", d.Ends())))
	}
	if !s.knowsDays(counted) {
		list = append(list, plain(NoHolidays))
	}
	return append(list, s.follows(d)...)
}

// same tells the same date some months later, or that the month has none.
func (s *assessment) same(d *Deadline, months int) Reason {
	later := d.Received.AddMonths(months)
	code := Months
	if later.Day != d.Received.Day {
		code = Clamped
	}
	return plain(code, Arg{Name: "period", Value: date.Period{Months: months}.String()}, day("day", later))
}

// follows tells by when an answer comes, and whether it may take longer.
func (s *assessment) follows(d *Deadline) []Reason {
	cited := func(code Code, args ...Arg) Reason {
		return Reason{Code: code, Regime: s.doc.Regime, Provision: d.Provision, Args: args}
	}
	var list []Reason
	if s.told() && !d.Extended {
		list = append(list, cited(ToldLate, day("day", d.Due)))
	}
	switch {
	case d.Status == OnHold:
		return append(list, s.reason(Waiting, "12(6)"))
	case d.Status == Overdue:
		return append(list, cited(Late, day("day", d.Ends())))
	case d.Extended:
		return append(list, cited(Extended, day("day", d.Last)))
	}
	list = append(list, cited(Due, day("day", d.Due)))
	if !s.told() {
		list = append(list, cited(MayExtend, day("due", d.Due), day("day", d.Last)))
	}
	return list
}
