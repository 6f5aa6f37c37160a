package retention

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// What is due is found without counting for each row: since a later event never
// ends earlier, there is one last day of events whose time is over, and the
// condition is that the event is not after it. An index on the event serves it.

// began gives the last day of events whose period is over on the day of the run.
// If last is set, the last day of the period counts as over.
func (w *sqlWriter) began(r *policy.Retention, last bool) string {
	return w.aligned(r, w.ended(r.Period, last))
}

// stayed gives the last day of events of a rule that no longer demands that data
// stay, with its stages.
func (w *sqlWriter) stayed(r *policy.Retention) string {
	x := w.shift(w.day(), -1)
	for _, p := range slices.Backward(append([]date.Period{r.Period}, grace(r)...)) {
		x = w.before(x, 0, p)
	}
	return w.aligned(r, x)
}

// aligned gives the last day of events whose period begins on the day or before it.
func (w *sqlWriter) aligned(r *policy.Retention, x string) string {
	switch alignment(r) {
	case policy.FinancialYearEnd:
		return w.yearEnded(x)
	case policy.CalendarYearEnd:
		if x = w.calendarYearEnded(x); r.Trigger == policy.FinancialYear {
			return w.yearEnded(x)
		}
	}
	return x
}

// ended gives the last day from which the period is over on the day of the run.
func (w *sqlWriter) ended(p date.Period, last bool) string {
	if last {
		return w.before(w.day(), 0, p)
	}
	return w.before(w.day(), -1, p)
}

// before gives the last day from which the period ends so many days after the day
// given, or earlier.
func (w *sqlWriter) before(day string, days int, p date.Period) string {
	days -= 7*p.Weeks + p.Days
	months := 12*p.Years + p.Months
	if months == 0 {
		return w.shift(day, days)
	}
	return w.let(w.monthsBefore(w.shift(day, days+1), months))
}

// shift adds days.
func (w *sqlWriter) shift(day string, n int) string {
	switch {
	case n == 0:
		return day
	case w.d == SQLite:
		return "date(" + day + ", '" + strconv.Itoa(n) + " days')"
	case n < 0:
		return "(" + day + " - " + strconv.Itoa(-n) + ")"
	}
	return "(" + day + " + " + strconv.Itoa(n) + ")"
}

// monthsBefore gives the last day that comes before the day given when the months are added.
// Added months clamp to the end of the month; so it lies in the month so many months
// before, at the end of it at the latest.
func (w *sqlWriter) monthsBefore(day string, n int) string {
	months, but1 := strconv.Itoa(n), strconv.Itoa(n-1)
	if w.d == SQLite {
		return "min(date(" + day + ", 'start of month', '-" + months + " months', (strftime('%d', " + day + ") - 2) || ' days'), " +
			"date(" + day + ", 'start of month', '-" + but1 + " months', '-1 days'))"
	}
	month := "date_trunc('month', " + day + "::timestamp)"
	return "least((" + month + " - interval '" + months + " months')::date + extract(day FROM " + day + ")::int - 2, " +
		"(" + month + " - interval '" + but1 + " months')::date - 1)"
}

// calendarYearEnded gives the last 31 December that is not after the day.
func (w *sqlWriter) calendarYearEnded(day string) string {
	if w.d == SQLite {
		return "date(" + day + ", '1 days', 'start of year', '-1 days')"
	}
	return "(date_trunc('year', (" + day + " + 1)::timestamp)::date - 1)"
}

// yearEnded gives the last end of a financial year that is not after the day.
func (w *sqlWriter) yearEnded(day string) string {
	if len(w.years) == 0 {
		return w.calendarYearEnded(day)
	}
	first := w.years[0].Start
	ends := []date.Date{first.AddDays(-1)}
	for _, y := range w.years {
		ends = append(ends, y.End)
	}
	next := ends[len(ends)-1].AddDays(1)
	var b strings.Builder
	b.WriteString("CASE WHEN " + day + " < " + w.literal(ends[0]) + " THEN " + w.yearly(day, first))
	for i, end := range ends[1:] {
		b.WriteString("\n    WHEN " + day + " < " + w.literal(end) + " THEN " + w.literal(ends[i]))
	}
	b.WriteString("\n    ELSE " + w.yearly(day, next) + " END")
	return w.let(b.String())
}

// yearly gives the last end, not after the day, of years that begin as the one on
// begin does.
func (w *sqlWriter) yearly(day string, begin date.Date) string {
	iso := begin.String()[4:] // -07-01
	next := w.shift(day, 1)
	if w.d == SQLite {
		year := "strftime('%Y', " + next + ") - (strftime('-%m-%d', " + next + ") < '" + iso + "')"
		return "date(printf('%04d', " + year + ") || '" + iso + "', '-1 days')"
	}
	year := "extract(year FROM " + next + ")::int - CASE WHEN to_char(" + next + ", '-MM-DD') < '" + iso + "' THEN 1 ELSE 0 END"
	return "make_date(" + year + ", " + strconv.Itoa(begin.Month) + ", " + strconv.Itoa(begin.Day) + ") - 1"
}

// let gives a day a name in the statement, and gives what stands for it.
func (w *sqlWriter) let(day string) string {
	i := slices.Index(w.lets, day)
	if i < 0 {
		i = len(w.lets)
		w.lets = append(w.lets, day)
	}
	return "(SELECT d FROM day" + strconv.Itoa(i+1) + ")"
}

// with begins the statement with the days that have names, and whatever else needs one.
func (w *sqlWriter) with(more string) string {
	var list []string
	for i, day := range w.lets {
		list = append(list, "day"+strconv.Itoa(i+1)+" AS (\n  SELECT "+day+" AS d\n)")
	}
	if more != "" {
		list = append(list, more)
	}
	if len(list) == 0 {
		return ""
	}
	return "WITH " + strings.Join(list, ", ") + "\n"
}

// day is the day of the run.
func (w *sqlWriter) day() string {
	if w.d == SQLite {
		return w.param(1)
	}
	return w.param(1) + "::date"
}

func (w *sqlWriter) param(n int) string {
	if w.d == SQLite {
		return "?" + strconv.Itoa(n)
	}
	return "$" + strconv.Itoa(n)
}

func (w *sqlWriter) literal(d date.Date) string {
	if w.d == SQLite {
		return "'" + d.String() + "'"
	}
	return "date '" + d.String() + "'"
}

// value writes a new value of a column.
func (w *sqlWriter) value(v any) string {
	switch v := v.(type) {
	case nil:
		return "NULL"
	case bool:
		switch {
		case w.d == PostgreSQL && v:
			return "true"
		case w.d == PostgreSQL:
			return "false"
		case v:
			return "1"
		}
		return "0"
	case Number:
		return string(v)
	case string:
		return w.words(v)
	}
	return "NULL"
}

// words writes a text, with the key in the place of {key}.
func (w *sqlWriter) words(s string) string {
	parts := strings.Split(s, "{key}")
	for i, part := range parts {
		parts[i] = "'" + strings.ReplaceAll(part, "'", "''") + "'"
	}
	key := " || " + w.table() + "." + name(w.c.Key) + " || "
	if w.d == PostgreSQL {
		key = " || " + w.table() + "." + name(w.c.Key) + "::text || "
	}
	return strings.Join(parts, key)
}

// first is a key lower than any. Keys of text are not empty.
func (w *sqlWriter) first() any {
	switch w.c.KeyType {
	case "integer":
		return int64(-1) << 63
	case "uuid":
		return "00000000-0000-0000-0000-000000000000"
	}
	return ""
}

func (w *sqlWriter) table() string { return path(w.c.Table) }

// path writes the name of a table, with its schema if it has one.
func path(table string) string {
	parts := strings.Split(table, ".")
	for i := range parts {
		parts[i] = name(parts[i])
	}
	return strings.Join(parts, ".")
}

// name writes the name of a column; check has seen that no quote is in it.
func name(column string) string { return `"` + column + `"` }
