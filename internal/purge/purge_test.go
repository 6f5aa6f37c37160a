package purge

import (
	"context"
	"database/sql"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver pgx
	_ "modernc.org/sqlite"             // the driver sqlite

	"github.com/lagrum/lagrum/internal/postgres"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

func TestMain(m *testing.M) { os.Exit(postgres.Main(m)) }

// size is how many people are generated: many under "make soak".
func size() int {
	if os.Getenv("LAGRUM_SOAK") != "" {
		return 1_000_000
	}
	return 20_000
}

func stores(t testing.TB) map[string]store {
	t.Helper()
	open := func(driver, address string) *sql.DB {
		db, err := sql.Open(driver, address)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { db.Close() })
		return db
	}
	file := filepath.Join(t.TempDir(), "people.db") + "?_pragma=synchronous(off)&_pragma=journal_mode(wal)"
	return map[string]store{
		"sqlite":   {open("sqlite", file), retention.SQLite},
		"postgres": {open("pgx", postgres.Database(t)), retention.PostgreSQL},
	}
}

func rule(id string, trigger policy.Trigger, period string, change func(*policy.Retention)) policy.Retention {
	p, ok := date.ParsePeriod(period)
	if !ok {
		panic(period)
	}
	r := policy.Retention{ID: id, Trigger: trigger, Period: p}
	if change != nil {
		change(&r)
	}
	return r
}

// document has a rule of each kind.
func document() *policy.Document {
	weeks, month := date.Period{Weeks: 2}, date.Period{Months: 1}
	law := []policy.Citation{{Act: "DK-BFL"}}
	return &policy.Document{
		Retention: []policy.Retention{
			rule("profile", policy.LastLogin, "P3Y", func(r *policy.Retention) {
				r.Action, r.Stages = policy.Hide, []policy.Stage{{}, {After: weeks, Action: policy.Deactivate}, {Action: policy.Anonymise}}
				r.Stages[0].Action = policy.Deactivate
			}),
			rule("warned", policy.AccountClosed, "P11M", func(r *policy.Retention) {
				r.Action, r.Stages = policy.Warn, []policy.Stage{{After: month, Action: policy.Erase}}
			}),
			rule("course", policy.CourseEnd, "P1Y", nil),
			rule("books", policy.FinancialYear, "P5Y", func(r *policy.Retention) { r.Law, r.Data = law, []string{"name"} }),
			rule("least", policy.Collection, "P1Y1M3D", func(r *policy.Retention) {
				r.Limit, r.Data, r.Action = policy.AtLeast, []string{"name"}, policy.Review
				r.Stages = []policy.Stage{{After: date.Period{Months: 1, Days: 5}, Action: policy.Erase}}
			}),
			rule("exams", policy.ExamEnd, "P10Y", func(r *policy.Retention) { r.Only = policy.Text{"en": "who took an examination"} }),
			rule("logs", policy.LogEntry, "P6M", func(r *policy.Retention) { r.Limit = policy.AtMost }),
			rule("withdrawn", policy.ConsentWithdrawn, "P0D", func(r *policy.Retention) { r.Limit = policy.AtMost }),
			rule("swedish", policy.FinancialYear, "P7Y", func(r *policy.Retention) { r.Align = policy.CalendarYearEnd }),
			rule("year", policy.CalendarYear, "P3Y6M", nil),
			rule("mixed", policy.CourseEnd, "P1M2W3D", nil),
			rule("months", policy.CourseEnd, "P1M", nil),
			rule("now", policy.Request, "P0D", func(r *policy.Retention) { r.Limit, r.Action = policy.AtMost, policy.Deactivate }),
			rule("look", policy.CaseClosed, "P2Y", func(r *policy.Retention) { r.Action, r.Modality = policy.Review, policy.May }),
		},
		Activities: []policy.Activity{
			{ID: "profile", Retention: []string{"profile"}, Data: []string{"name"}},
			{ID: "account", Retention: []string{"warned"}, Data: []string{"name"}},
			{ID: "courses", Retention: []string{"course", "books", "least"}, Data: []string{"name", "diet"}},
			{ID: "exams", Retention: []string{"exams"}, Data: []string{"result"}},
			{ID: "rest", Retention: []string{"logs", "withdrawn"}, Data: []string{"news"}},
			{ID: "swedish", Retention: []string{"swedish"}}, {ID: "year", Retention: []string{"year"}},
			{ID: "mixed", Retention: []string{"mixed"}}, {ID: "months", Retention: []string{"months"}}, {ID: "look", Retention: []string{"look"}},
			{ID: "now", Retention: []string{"now"}},
		},
	}
}

// copies says where the data of each rule stand.
func copies() []retention.Copy {
	row := &retention.HoldColumns{From: "hold_from", Until: "hold_until"}
	table := &retention.HoldColumns{Table: "holds", Key: "person", From: "begins", Until: "ends"}
	profile := map[policy.Action]retention.Change{
		policy.Hide: {"hidden": true}, policy.Deactivate: {"hidden": true}, policy.Anonymise: {"name": "somebody {key}", "news": nil},
	}
	list := []retention.Copy{
		{Rule: "profile", Event: "login", Step: "profile_step", StepOn: "profile_on", Gone: "profile_gone", Hold: table, Cancelled: "cancelled", Actions: profile},
		{Rule: "warned", Event: "closed", Step: "warn_step", StepOn: "warn_on", Hold: row},
		{Rule: "course", Data: []string{"diet"}, Event: "course_end", Gone: "diet_gone", Actions: map[policy.Action]retention.Change{policy.Erase: {"diet": nil}}},
		{Rule: "course", Data: []string{"name"}, Event: "course_end", Keep: map[string]string{"books": "invoice", "least": "logged"}, Hold: row},
		{Rule: "books", Event: "invoice", Keep: map[string]string{"least": ""}},
		{Rule: "least", Event: "logged", Step: "warn_step", StepOn: "warn_on", Keep: map[string]string{"books": "invoice"}},
		{Rule: "exams", Event: "exam_end", Group: "exam", Gone: "exam_gone", Hold: table, Actions: map[policy.Action]retention.Change{policy.Erase: {"result": ""}}},
		{Rule: "logs", Event: "logged", Hold: row},
		{Rule: "withdrawn", Event: "withdrawn", Gone: "news_gone", Actions: map[policy.Action]retention.Change{policy.Erase: {"news": nil}}},
		{Rule: "swedish", Event: "invoice"}, {Rule: "year", Event: "exam_end"}, {Rule: "mixed", Event: "course_end"}, {Rule: "months", Event: "course_end"},
		{Rule: "look", Event: "closed", Step: "warn_step", StepOn: "warn_on"},
	}
	for i := range list {
		list[i].Table, list[i].Key, list[i].KeyType = "people", "id", "integer"
	}
	return list
}

// archive is a policy of a Swedish authority that may not erase.
func archive(years date.FiscalYears, at date.Date) scene {
	doc := &policy.Document{
		Jurisdiction: "SE", Parties: []policy.Party{{ID: "board", PublicAuthority: true}},
		Retention:  []policy.Retention{rule("records", policy.CourseEnd, "P2Y", nil)},
		Activities: []policy.Activity{{ID: "courses", Controllers: []string{"board"}, Retention: []string{"records"}}},
	}
	c := retention.Copy{Rule: "records", Table: "people", Key: "id", KeyType: "integer", Event: "course_end",
		Actions: map[policy.Action]retention.Change{retention.Restrict: {"hidden": true}}}
	return scene{doc, []retention.Copy{c}, years, at}
}

func d(year, month, day int) date.Date { return date.Date{Year: year, Month: month, Day: day} }

var broken = date.FiscalYears{{Start: d(2010, 1, 1), End: d(2011, 6, 30)}, {Start: d(2011, 7, 1), End: d(2012, 6, 30)}, {Start: d(2012, 7, 1), End: d(2013, 4, 30)}}

// What the database selects is what the rules say of each row, on days at the ends
// of months and years and in between.
func TestSameAsRules(t *testing.T) {
	people := size()
	at := map[bool][]date.Date{ // with financial years that are calendar years, and with others
		false: {d(2019, 2, 28), d(2020, 3, 1), d(2021, 6, 30), d(2023, 12, 31)},
		true:  {d(2020, 2, 29), d(2024, 1, 1)},
	}
	databases := stores(t)
	for _, s := range databases {
		s.fill(t, people)
	}
	for _, years := range []date.FiscalYears{nil, broken} {
		for _, day := range at[years != nil] {
			for _, c := range []scene{{document(), append(copies(), sameDay), years, day}, archive(years, day)} {
				want := c.ready(people)
				for name, s := range databases {
					t.Run(name, func(t *testing.T) { s.same(t, &c, want) })
				}
			}
		}
	}
}

// sameDay is a rule that is carried out on the day of its event.
var sameDay = retention.Copy{Rule: "now", Table: "people", Key: "id", KeyType: "integer", Event: "warn_on", Step: "warn_step", StepOn: "warn_on"}

// A scene is a policy, where its data stand, and a day.
type scene struct {
	doc   *policy.Document
	where []retention.Copy
	years date.FiscalYears
	at    date.Date
}

// same compares the answers of the database with those of the rules.
func (s store) same(t *testing.T, c *scene, ready []map[int][]int64) {
	t.Helper()
	rules := retention.Compile(c.doc)
	for i := range c.where {
		statements, err := rules.SQL(s.dialect, &c.where[i], c.years)
		if err != nil {
			t.Fatal(err)
		}
		want := maps.Clone(ready[i])
		for _, st := range statements {
			if st.Writes {
				continue
			}
			rows := want[st.Step]
			if st.Rule == "profile" { // its steps are due two by two
				rows = slices.Concat(rows, want[st.Step+1])
				slices.Sort(rows)
				delete(want, st.Step+1)
			}
			if got := s.selected(t, &st, c.at); !slices.Equal(got, rows) {
				t.Errorf("%s on %s: %d rows are due, want %d\n%s", st.Name, c.at, len(got), len(rows), st.SQL)
			}
			delete(want, st.Step)
		}
		for step, rest := range want {
			t.Errorf("%s on %s: no statement for step %d, which %d rows need", c.where[i].Rule, c.at, step, len(rest))
		}
	}
}

// ready gives the keys of the rows that are due by the rules, for each copy by step.
func (c *scene) ready(people int) []map[int][]int64 {
	rules := retention.Compile(c.doc)
	list := make([]map[int][]int64, len(c.where))
	for i := range list {
		list[i] = map[int][]int64{}
	}
	var entries []retention.Entry
	for k := range people {
		p := somebody(k)
		for i := range c.where {
			place := &c.where[i]
			entries = rules.Look(entries[:0], p.events(c.doc, place, c.years), c.at)
			for _, e := range entries {
				if e.Rule == place.Rule && (len(place.Data) == 0 || slices.Contains(e.Data, place.Data[0])) && e.State == retention.Ready {
					list[i][e.Step] = append(list[i][e.Step], p.id)
				}
			}
		}
	}
	return list
}

func (s store) selected(t testing.TB, st *retention.Statement, at date.Date) []int64 {
	t.Helper()
	var ids []int64
	err := pages(context.Background(), s.db, st, at, 997, func(keys []any) {
		for _, key := range keys {
			ids = append(ids, key.(int64))
		}
	})
	if err != nil {
		t.Fatalf("%s: %v\n%s", st.Name, err, st.SQL)
	}
	return ids
}

// What has been carried out is not due again, a run that was broken off goes on,
// and rows that are not due stay as they were.
func TestCarriedOut(t *testing.T) {
	at := d(2023, 12, 31)
	for name, s := range stores(t) {
		t.Run(name, func(t *testing.T) {
			doc, where := document(), copies()
			rules := retention.Compile(doc)
			for i := range where {
				s.fill(t, 2000)
				statements, err := rules.SQL(s.dialect, &where[i], broken)
				if err != nil {
					t.Fatal(err)
				}
				for k := 0; k < len(statements); k += 2 {
					s.carriedOut(t, &statements[k], &statements[k+1], at)
				}
			}
		})
	}
}

func (s store) carriedOut(t *testing.T, choose, apply *retention.Statement, at date.Date) {
	t.Helper()
	due := s.selected(t, choose, at)
	if len(due) < 3 {
		t.Fatalf("%s: only %d rows", choose.Name, len(due))
	}
	ctx := context.Background()
	if apply.Each {
		if _, err := Run(ctx, s.db, apply, at, 10); err != ErrEach {
			t.Errorf("%s in batches: %v", apply.Name, err)
		}
		for _, key := range due {
			if was, err := RunEach(ctx, s.db, apply, at, key); err != nil || !was {
				t.Fatalf("%s: due %v, %v\n%s", apply.Name, was, err, apply.SQL)
			}
			if was, err := RunEach(ctx, s.db, apply, at, key); err != nil || was {
				t.Fatalf("%s once more: due %v, %v", apply.Name, was, err)
			}
		}
	} else {
		first, err := page(ctx, s.db, apply.SQL, at.String(), apply.First, 2) // and then it breaks off
		if err != nil || len(first) != 2 {
			t.Fatalf("%s: %d rows, %v\n%s", apply.Name, len(first), err, apply.SQL)
		}
		n, err := Run(ctx, s.db, apply, at, 100)
		if err != nil || n != len(due)-2 {
			t.Fatalf("%s: %d rows, %v, want %d", apply.Name, n, err, len(due)-2)
		}
	}
	if again := s.selected(t, choose, at); len(again) > 0 {
		t.Errorf("%s: %d rows are due again", choose.Name, len(again))
	}
}
