package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// Each activity keeps its own copy of what people sent: a table with a row for each part of a
// form, and a column for each kind of data. The retention rules, as SQL, purge these
// tables. An answer goes from the form once no activity keeps it any longer.

// dueTables are made if they are not there. A hold stops the erasure of a row while a
// request about it is open.
const dueTables = `
CREATE TABLE IF NOT EXISTS demo_hold (record TEXT NOT NULL, request TEXT NOT NULL, begins TEXT NOT NULL, until TEXT, PRIMARY KEY (record, request));
CREATE TABLE IF NOT EXISTS demo_run (id INTEGER PRIMARY KEY, at TEXT NOT NULL, day TEXT NOT NULL, policy TEXT NOT NULL, rule TEXT NOT NULL,
	action TEXT NOT NULL, records INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS demo_purged (reference TEXT NOT NULL, field TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (reference, field));`

// A keptTable is the copy of one activity.
type keptTable struct {
	name     string
	doc      *policy.Document
	activity *policy.Activity
	data     []string // the kinds of data that forms ask for
}

// keptTables gives the tables of a policy: of each activity that forms collect for.
func keptTables(doc *policy.Document) []keptTable {
	var list []keptTable
	for i := range doc.Activities {
		a := &doc.Activities[i]
		t := keptTable{name: "kept_" + underscored(doc.ID) + "_" + underscored(a.ID), doc: doc, activity: a}
		for k := range doc.Forms {
			t.collect(&doc.Forms[k])
		}
		if a.ID != "" && len(t.data) > 0 {
			list = append(list, t)
		}
	}
	return list
}

// collect adds the data that the form asks for.
func (t *keptTable) collect(f *policy.Form) {
	if len(f.Activities) > 0 && !slices.Contains(f.Activities, t.activity.ID) {
		return
	}
	for i := range f.Fields {
		id := f.Fields[i].Datum
		if slices.Contains(t.activity.Data, id) && !slices.Contains(t.data, id) {
			t.data = append(t.data, id)
		}
	}
}

// underscored makes a part of a name of an id.
func underscored(id string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, id)
}

func datumColumn(id string) string { return "data_" + underscored(id) }

func eventColumn(rule string) string { return "event_" + underscored(rule) }

// columns gives the columns of the table with their types: the data, the day of the event of
// each rule, and how far each rule has come.
func (t *keptTable) columns() []string {
	list := []string{"key TEXT PRIMARY KEY", "at TEXT NOT NULL", "limited INTEGER NOT NULL DEFAULT FALSE", "some INTEGER NOT NULL DEFAULT FALSE"}
	for _, id := range t.data {
		list = append(list, datumColumn(id)+" TEXT")
	}
	for i := range t.doc.Retention {
		list = append(list, eventColumn(t.doc.Retention[i].ID)+" TEXT")
	}
	for _, column := range t.progress() {
		list = append(list, column+typeOf(column))
	}
	return list
}

// typeOf gives the type of a column of progress: steps are numbers, all else is days.
func typeOf(column string) string {
	if strings.HasPrefix(column, "step_") {
		return " INTEGER"
	}
	return " TEXT"
}

// progress gives the columns that say how far the rules have come.
func (t *keptTable) progress() []string {
	var list []string
	for _, c := range t.copies() {
		list = append(list, c.Step, c.StepOn)
		if !slices.Contains(list, c.Gone) {
			list = append(list, c.Gone)
		}
	}
	return list
}

// make makes the table, and adds columns that a newer policy needs.
func (t *keptTable) make(ctx context.Context, db *sql.DB) error {
	columns := t.columns()
	if _, err := db.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS "`+t.name+`" (`+strings.Join(columns, ", ")+`)`); err != nil {
		return fmt.Errorf("demo: make the table of an activity: %w", err)
	}
	there, err := texts(ctx, db, `SELECT name FROM pragma_table_info($1)`, t.name)
	if err != nil {
		return err
	}
	for _, column := range columns {
		name, _, _ := strings.Cut(column, " ")
		if slices.Contains(there, name) {
			continue
		}
		if _, err := db.ExecContext(ctx, `ALTER TABLE "`+t.name+`" ADD COLUMN `+column); err != nil {
			return fmt.Errorf("demo: widen the table of an activity: %w", err)
		}
	}
	return nil
}

// texts gives the first column of a query.
func texts(ctx context.Context, db querier, query string, args ...any) ([]string, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, rows.Err()
}

// copies says where the data of the rules stand, as a map for lagrum retention sql does.
func (t *keptTable) copies() []retention.Copy {
	var list []retention.Copy
	var sets []string // of data, by the number of their column
	steps := map[string]int{}
	for _, e := range retention.Compile(t.doc).Look(nil, &retention.Events{}, date.Date{}) {
		rule := t.doc.RetentionRule(e.Rule)
		if e.Activity != t.activity.ID || rule == nil || rule.Lasts != "" {
			continue
		}
		change := retention.Change{}
		for _, id := range t.data {
			if len(e.Data) == 0 || slices.Contains(e.Data, id) {
				change[datumColumn(id)] = nil
			}
		}
		if len(change) == 0 {
			continue // no form asks for it
		}
		set := slices.Index(sets, strings.Join(e.Data, " "))
		if set < 0 {
			set, sets = len(sets), append(sets, strings.Join(e.Data, " "))
		}
		list = append(list, t.copy(rule, e.Data, set, steps[e.Rule], change))
		steps[e.Rule]++
	}
	return list
}

func (t *keptTable) copy(rule *policy.Retention, data []string, set, step int, change retention.Change) retention.Copy {
	c := retention.Copy{
		Rule: rule.ID, Activity: t.activity.ID, Data: data, Table: t.name, Key: "key", Event: eventColumn(rule.ID),
		Keep: map[string]string{}, Hold: &retention.HoldColumns{Table: "demo_hold", Key: "record", From: "begins", Until: "until"},
		Step: fmt.Sprintf("step_%s_%d", underscored(rule.ID), step), StepOn: fmt.Sprintf("on_%s_%d", underscored(rule.ID), step),
		Gone:    fmt.Sprintf("gone_%d", set),
		Actions: map[policy.Action]retention.Change{policy.Erase: change, policy.Anonymise: change, retention.Restrict: {"limited": true}},
	}
	if !rule.Only.IsZero() {
		c.Group = "some"
	}
	for i := range t.doc.Retention {
		other := &t.doc.Retention[i]
		c.Keep[other.ID] = eventColumn(other.ID)
		if !other.Only.IsZero() {
			c.Keep[other.ID] = "" // nobody here is among those few
		}
	}
	return c
}

// fill brings the copies up to date with the forms: what came is copied, and what
// was taken back goes from the copies, too.
func (d *demo) fill(ctx context.Context) error {
	rows, err := d.store.DB.QueryContext(ctx, `SELECT `+partColumns+` FROM demo_answer`)
	if err != nil {
		return err
	}
	parts, err := readParts(rows)
	if err != nil {
		return err
	}
	for i := range d.policies {
		for _, t := range keptTables(d.policies[i].Doc) {
			if err := t.make(ctx, d.store.DB); err != nil {
				return err
			}
			for k := range parts {
				if parts[k].policy == t.doc.ID {
					if err := t.put(ctx, d.store.DB, &parts[k], d); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// put copies a part of a form. One that was sent again begins anew; of one that is
// there already, only what it no longer holds goes.
func (t *keptTable) put(ctx context.Context, db *sql.DB, p *part, d *demo) error {
	form := t.doc.Form(p.form)
	if form == nil || len(form.Activities) > 0 && !slices.Contains(form.Activities, t.activity.ID) {
		return nil
	}
	values := p.byDatum(d)
	columns, args, left := []string{"key", "at"}, []any{p.record(), p.at}, []string{}
	any := false
	for _, id := range t.data {
		columns, args = append(columns, datumColumn(id)), append(args, values[id])
		if values[id] == nil {
			left = append(left, datumColumn(id)+" = NULL")
		}
		any = any || values[id] != nil
	}
	if !any && len(left) == 0 {
		return nil
	}
	for i := range t.doc.Retention {
		rule := &t.doc.Retention[i]
		columns, args = append(columns, eventColumn(rule.ID)), append(args, supposed(rule.Trigger, p.at))
	}
	if any {
		if err := t.insert(ctx, db, columns, args); err != nil {
			return err
		}
	}
	if len(left) == 0 {
		return nil
	}
	_, err := db.ExecContext(ctx, `UPDATE "`+t.name+`" SET `+strings.Join(left, ", ")+` WHERE key = $1`, p.record())
	return err
}

func (t *keptTable) insert(ctx context.Context, db *sql.DB, columns []string, args []any) error {
	var places, again []string
	for i, column := range columns {
		places = append(places, fmt.Sprintf("$%d", i+1))
		again = append(again, column+" = excluded."+column)
	}
	for _, column := range t.progress() {
		again = append(again, column+" = NULL")
	}
	_, err := db.ExecContext(ctx, `INSERT INTO "`+t.name+`" (`+strings.Join(columns, ", ")+`) VALUES (`+strings.Join(places, ", ")+
		`) ON CONFLICT (key) DO UPDATE SET `+strings.Join(again, ", ")+` WHERE at <> excluded.at`, args...)
	if err != nil {
		return fmt.Errorf("demo: copy a form: %w", err)
	}
	return nil
}

// supposed gives the day on which the demonstration supposes that what sets a rule off
// happens, for a form that came at the time; nil for what may never happen.
func supposed(trigger policy.Trigger, at string) any {
	day, ok := date.Parse(at[:min(10, len(at))])
	if !ok {
		return nil
	}
	switch trigger {
	case policy.ConsentWithdrawn, policy.Request, policy.OtherTrigger, "":
		return nil
	case policy.CourseEnd, policy.LastCourseHeld, policy.ExamEnd, policy.CaseClosed:
		return day.AddDays(60).String()
	case policy.AccountClosed, policy.RelationEnd, policy.SchoolLeave:
		return day.AddDays(365).String()
	}
	return day.String()
}

// record is the key of what is kept of the part.
func (p *part) record() string {
	if p.second {
		return p.reference + "/2"
	}
	return p.reference + "/1"
}

// byDatum gives the answers as they are kept, by the id of the datum. What is not there
// is nil.
func (p *part) byDatum(d *demo) map[string]any {
	values := map[string]any{}
	def := p.definition(d.policies)
	if def == nil {
		return values
	}
	for i := range def.Fields {
		f := &def.Fields[i]
		value, there := p.answers[f.Name]
		if f.Datum == "" || !there {
			continue
		}
		if kept, err := json.Marshal(value); err == nil {
			values[f.Datum] = string(kept)
		}
	}
	return values
}
