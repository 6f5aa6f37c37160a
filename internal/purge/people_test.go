package purge

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// The columns of the table of generated people, beside the key and a name.
var (
	days  = [...]string{"login", "course_end", "invoice", "exam_end", "withdrawn", "logged", "closed", "cancelled", "hold_from", "hold_until", "profile_on", "profile_gone", "diet_gone", "exam_gone", "news_gone", "warn_on"}
	words = []string{"name", "diet", "result", "news"}
)

// A person is a row: days by column, and the rest.
type person struct {
	id          int64
	days        [len(days)]date.Date // by column
	exam        bool
	hidden      bool
	profileStep int // -1 for none
	warnStep    int
	holds       []retention.Hold // in a table of their own
}

var firstDay = date.Date{Year: 2004, Month: 1, Day: 1}

// places is where each column of days stands.
var places = func() map[string]int {
	m := map[string]int{}
	for i, column := range days {
		m[column] = i
	}
	return m
}()

// day gives the day in a column, the zero Date for null or where there is no such column.
func (p *person) day(column string) date.Date {
	if i, ok := places[column]; ok {
		return p.days[i]
	}
	return date.Date{}
}

func (p *person) clear(column string) { p.days[places[column]] = date.Date{} }

// somebody generates a person, the same for the same number.
func somebody(i int) person {
	rng := rand.New(rand.NewPCG(7, uint64(i)))
	p := person{id: int64(3*i + 1), exam: rng.IntN(3) == 0, hidden: rng.IntN(3) == 0, profileStep: rng.IntN(5) - 1, warnStep: rng.IntN(3) - 1}
	for k := range p.days {
		if rng.IntN(6) > 0 {
			p.days[k] = someDay(rng)
		}
	}
	if p.profileStep < 0 || p.day("profile_on").IsZero() {
		p.profileStep = -1
		p.clear("profile_on")
	}
	if p.warnStep < 0 || p.day("warn_on").IsZero() {
		p.warnStep = -1
		p.clear("warn_on")
	}
	for _, rare := range []string{"cancelled", "hold_from", "profile_gone", "diet_gone", "exam_gone", "news_gone"} {
		if rng.IntN(4) > 0 {
			p.clear(rare)
		}
	}
	for range rng.IntN(8) / 6 {
		h := retention.Hold{Reason: retention.LegalClaim, On: someDay(rng)}
		if rng.IntN(2) == 0 {
			h.Until = h.On.AddDays(rng.IntN(900))
		}
		p.holds = append(p.holds, h)
	}
	return p
}

// someDay prefers the ends of months, leap days and the turn of the year, where
// calendars differ.
func someDay(rng *rand.Rand) date.Date {
	d := firstDay.AddDays(rng.IntN(24 * 365))
	switch rng.IntN(8) {
	case 0:
		return date.Date{Year: d.Year, Month: d.Month, Day: 1}.AddDays(-1)
	case 1:
		return date.Date{Year: d.Year &^ 3, Month: 2, Day: 29}
	case 2:
		return date.Date{Year: d.Year, Month: 12, Day: 31}.AddDays(rng.IntN(3) - 1)
	}
	return d
}

// A store is a database with the people in it.
type store struct {
	db      *sql.DB
	dialect retention.Dialect
}

func (s store) fill(t testing.TB, people int) {
	t.Helper()
	kind, serial := "text", "integer PRIMARY KEY"
	if s.dialect == retention.PostgreSQL {
		kind, serial = "date", "bigint PRIMARY KEY"
	}
	columns := []string{"id " + serial, "exam boolean", "hidden boolean", "profile_step integer", "warn_step integer"}
	for _, c := range days {
		columns = append(columns, c+" "+kind)
	}
	for _, c := range words {
		columns = append(columns, c+" text")
	}
	s.exec(t, "DROP TABLE IF EXISTS people")
	s.exec(t, "DROP TABLE IF EXISTS holds")
	s.exec(t, "CREATE TABLE people ("+strings.Join(columns, ", ")+")")
	s.exec(t, "CREATE TABLE holds (person bigint, begins "+kind+", ends "+kind+")")
	for from := 0; from < people; from += 500 {
		s.insert(t, from, min(people, from+500))
	}
	s.exec(t, "CREATE INDEX hold_of ON holds (person)")
}

func (s store) exec(t testing.TB, query string) {
	t.Helper()
	if _, err := s.db.ExecContext(context.Background(), query); err != nil {
		t.Fatal(err)
	}
}

// insert writes literals: what is generated holds nothing else than numbers and days.
func (s store) insert(t testing.TB, from, to int) {
	t.Helper()
	var rows, holds []string
	for i := from; i < to; i++ {
		p := somebody(i)
		values := []string{fmt.Sprint(p.id), fmt.Sprint(p.exam), fmt.Sprint(p.hidden), number(p.profileStep), number(p.warnStep)}
		for _, c := range days {
			values = append(values, literal(p.day(c)))
		}
		for _, c := range words {
			values = append(values, "'"+c+"'")
		}
		rows = append(rows, "("+strings.Join(values, ",")+")")
		for _, h := range p.holds {
			holds = append(holds, fmt.Sprintf("(%d,%s,%s)", p.id, literal(h.On), literal(h.Until)))
		}
	}
	s.exec(t, "INSERT INTO people VALUES "+strings.Join(rows, ","))
	if len(holds) > 0 {
		s.exec(t, "INSERT INTO holds VALUES "+strings.Join(holds, ","))
	}
}

func number(n int) string {
	if n < 0 {
		return "NULL"
	}
	return fmt.Sprint(n)
}

func literal(d date.Date) string {
	if d.IsZero() {
		return "NULL"
	}
	return "'" + d.String() + "'"
}

// events says of one person what the rules of a copy want to know.
func (p *person) events(doc *policy.Document, c *retention.Copy, years date.FiscalYears) *retention.Events {
	e := &retention.Events{Years: years}
	happened := func(rule, column string) {
		if on := p.day(column); column != "" && !on.IsZero() {
			e.Happened = append(e.Happened, retention.Event{Kind: doc.RetentionRule(rule).Trigger, Rule: rule, On: on})
		}
	}
	if c.Group == "" || p.exam {
		happened(c.Rule, c.Event)
	}
	for rule, column := range c.Keep {
		happened(rule, column)
	}
	if on := p.day(c.Cancelled); !on.IsZero() {
		e.Happened = append(e.Happened, retention.Event{Kind: retention.Cancelled, Rule: c.Rule, On: on})
	}
	switch {
	case c.Hold == nil:
	case c.Hold.Table != "":
		e.Holds = p.holds
	case !p.day(c.Hold.From).IsZero():
		e.Holds = []retention.Hold{{On: p.day(c.Hold.From), Until: p.day(c.Hold.Until)}}
	}
	p.done(e, c)
	return e
}

// done tells which steps have been carried out.
func (p *person) done(e *retention.Events, c *retention.Copy) {
	step := map[string]int{"profile_step": p.profileStep, "warn_step": p.warnStep}
	if n, ok := step[c.Step]; ok && n >= 0 {
		e.Done = append(e.Done, retention.Done{Rule: c.Rule, Step: n, Action: policy.Hide, On: p.day(c.StepOn)})
	}
	if on := p.day(c.Gone); !on.IsZero() {
		e.Done = append(e.Done, retention.Done{Rule: c.Rule, Action: policy.Erase, On: on})
	}
	if _, restricts := c.Actions[retention.Restrict]; restricts && p.hidden {
		e.Done = append(e.Done, retention.Done{Rule: c.Rule, Action: retention.Restrict, On: date.Date{Year: 9999, Month: 12, Day: 31}})
	}
}
