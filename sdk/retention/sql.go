package retention

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A Copy says where the data of a rule stand in the host's own tables, so that
// the rule can be written as SQL: one row of the table is one record. Names of
// tables and columns are written in quotes; a table may have a schema before it, with
// a point. Days are columns of type date in PostgreSQL and text such as 2026-01-31 in
// SQLite, local to the controller.
type Copy struct {
	// The rule.
	Rule string `json:"rule"`
	// The activity, if several have the rule.
	Activity string `json:"activity,omitempty"`
	// The data, if other rules are on some of the activity's data and not on others.
	Data []string `json:"data,omitempty"`
	// The table.
	Table string `json:"table"`
	// A column that is unique, never null and never changes. It should be the primary key.
	Key string `json:"key"`
	// The type of the key: text (the default), integer or uuid.
	KeyType string `json:"keyType,omitempty"`
	// The column with the day of the latest event; null if it has not happened. It should have an index.
	Event string `json:"event"`
	// The column that is true for those the rule is for (policy.Retention.Only).
	Group string `json:"group,omitempty"`
	// The columns with the events of the rules that demand that these data stay, by rule.
	// An empty name says that they never do so in this table.
	Keep map[string]string `json:"keep,omitempty"`
	// The column with the day on which the rule was cancelled, if it can be.
	Cancelled string `json:"cancelled,omitempty"`
	// Where holds stand.
	Hold *HoldColumns `json:"hold,omitempty"`
	// The column with the last step that was carried out: a number, null at first. A rule with stages needs it.
	Step string `json:"step,omitempty"`
	// The column with the day of that step.
	StepOn string `json:"stepOn,omitempty"`
	// The column with the day on which the data were erased, if rows stay. All copies of the same data share it.
	Gone string `json:"gone,omitempty"`
	// What each action does with a row. Without an entry, erase deletes the row.
	Actions map[policy.Action]Change `json:"actions,omitempty"`
}

// HoldColumns say where holds stand: in the row itself or, with a table, in rows
// of their own that name the key of the record.
type HoldColumns struct {
	Table string `json:"table,omitempty"` // another table
	Key   string `json:"key,omitempty"`   // the column there with the key of the record
	From  string `json:"from"`            // the column with the first day, null if there is none
	Until string `json:"until"`           // the column with the last day, null if it is not known
}

// A Change is what an action does with a row: it gives columns new values, by
// name. A nil value is null; a string may have {key} in it, which becomes the key.
// Values are string, bool, nil, or a number as text in Number.
type Change map[string]any

// A Number is a number in a Change, as SQL writes it: 0, -1, 2.5.
type Number string

// A Dialect is a kind of SQL.
type Dialect uint8

// The dialects.
const (
	SQLite     Dialect = 1 // 3.35 or later, for RETURNING
	PostgreSQL Dialect = 2 // 12 or later
)

// A Statement is one statement of SQL. Its parameters are, in this order, the day,
// the key after which to go on, and how many rows to take at most ([Statement.First]
// is the key to begin with). A statement with Each set has the day and one key. It gives the
// keys of the rows concerned, in their order where it only selects.
type Statement struct {
	Name   string        // what it is: "select profile 0", "apply profile 0"
	Rule   string        // the rule
	Step   int           // the step it begins with, as in Done
	Action policy.Action // what that step does
	Writes bool          // whether it changes rows; else it only says which are due
	Each   bool          // whether it is for one row at a time, once the person has been told
	First  any           // the key to begin with: lower than any
	SQL    string        // the statement, without a semicolon
}

// SQL writes a rule as SQL: for each run of steps that are due together, a statement that
// selects what is due and one that carries it out, in batches. The first gives the
// keys in order; go on after the last until it gives none. A row that has been dealt
// with is not due again, so a run that was broken off can simply begin anew. Steps that
// begin with a warning are selected, and carried out row by row once the message
// has been sent.
//
// It fails where the copy does not say enough, and tells everything that is missing.
func (r *Rules) SQL(d Dialect, c *Copy, years date.FiscalYears) ([]Statement, error) {
	t, err := r.trackOf(c)
	if err != nil {
		return nil, err
	}
	w := sqlWriter{d: d, c: c, t: t, years: years}
	if err := w.check(); err != nil {
		return nil, err
	}
	return w.statements(), nil
}

// trackOf finds the track that a copy is about.
func (r *Rules) trackOf(c *Copy) (*track, error) {
	var found []*track
	for i := range r.tracks {
		t := &r.tracks[i]
		activity := c.Activity == "" || t.activity != nil && t.activity.ID == c.Activity
		data := len(c.Data) == 0 || !slices.ContainsFunc(c.Data, func(id string) bool { return !slices.Contains(t.data, id) })
		if t.rule.ID == c.Rule && activity && data {
			found = append(found, t)
		}
	}
	switch {
	case len(found) == 0:
		return nil, errors.New("no activity has the rule " + c.Rule + " on these data")
	case slices.ContainsFunc(found, func(t *track) bool { return !slices.EqualFunc(t.others, found[0].others, sameRule) }):
		return nil, errors.New("the rule " + c.Rule + " is on several data, and other rules are on some of them only: name the activity and the data")
	}
	return found[0], nil
}

func sameRule(a, b use) bool { return a.rule == b.rule }

// A sqlWriter writes the statements of one copy.
type sqlWriter struct {
	d     Dialect
	c     *Copy
	t     *track
	years date.FiscalYears
	lets  []string // the days that have names in the statement being written
}

// A leg is a run of steps that are due together.
type leg struct{ from, to int } // the first and the last step

// legs gives the runs of the rule. One that destroys stands alone where it may
// not be done, since something else is done instead.
func (w *sqlWriter) legs() []leg {
	var list []leg
	for i, s := range w.t.steps {
		if i == 0 || s.after != (date.Period{}) || w.t.undecided && destroys(s.action) {
			list = append(list, leg{i, i})
		} else {
			list[len(list)-1].to = i
		}
	}
	return list
}

func (w *sqlWriter) statements() []Statement {
	var list []Statement
	for _, l := range w.legs() {
		actions := w.actions(l)
		name := " " + w.t.rule.ID + " " + strconv.Itoa(l.from)
		s := Statement{Rule: w.t.rule.ID, Step: l.from, Action: actions[0], First: w.first()}
		w.lets = nil
		choose := w.selection(w.due(l), "")
		s.Name, s.SQL = "select"+name, w.with("")+choose+"\n"
		list = append(list, s)
		s.Name, s.Writes, s.Each = "apply"+name, true, slices.Contains(actions, policy.Warn)
		s.SQL = w.application(l, actions, s.Each) + "\n"
		list = append(list, s)
	}
	return list
}

// actions gives what a leg does.
func (w *sqlWriter) actions(l leg) []policy.Action {
	var list []policy.Action
	for _, s := range w.t.steps[l.from : l.to+1] {
		if w.t.undecided && destroys(s.action) {
			s.action = Restrict
		}
		list = append(list, s.action)
	}
	return list
}

// selection selects the keys of the rows that meet the conditions.
func (w *sqlWriter) selection(conditions []string, lock string) string {
	key := name(w.c.Key)
	return "SELECT " + key + "\nFROM " + w.table() + "\nWHERE " + strings.Join(conditions, "\n  AND ") +
		"\n  AND " + key + " > " + w.param(2) + "\nORDER BY " + key + "\nLIMIT " + w.param(3) + lock
}

// application changes or deletes the rows of a leg.
func (w *sqlWriter) application(l leg, actions []policy.Action, each bool) string {
	key, verb, sets := name(w.c.Key), "DELETE FROM "+w.table(), ""
	if !w.deletes(actions) {
		verb, sets = "UPDATE "+w.table(), "\nSET "+strings.Join(w.sets(l, actions), ",\n    ")
	}
	switch {
	case each:
		where := strings.Join(append(w.due(l), key+" = "+w.param(2)), "\n  AND ")
		return w.with("") + verb + sets + "\nWHERE " + where + "\nRETURNING " + key
	case w.d == SQLite:
		choose := indent(w.selection(w.due(l), ""))
		return w.with("") + verb + sets + "\nWHERE " + key + " IN (\n" + choose + "\n)\nRETURNING " + key
	}
	join := "\nUSING batch"
	if sets != "" {
		join = sets + "\nFROM batch"
	}
	batch := "batch AS (\n" + indent(w.selection(w.due(l), "\nFOR UPDATE")) + "\n)"
	return w.with(batch) + verb + join + "\nWHERE " + w.table() + "." + key + " = batch." + key + "\nRETURNING " + w.table() + "." + key
}

func indent(s string) string { return "  " + strings.ReplaceAll(s, "\n", "\n  ") }

// deletes reports whether the leg deletes rows.
func (w *sqlWriter) deletes(actions []policy.Action) bool {
	if !slices.Contains(actions, policy.Erase) {
		return false
	}
	_, changes := w.c.Actions[policy.Erase]
	return !changes
}

// sets gives what an update sets.
func (w *sqlWriter) sets(l leg, actions []policy.Action) []string {
	values := map[string]string{}
	for _, a := range actions {
		for column, value := range w.c.Actions[a] {
			values[column] = w.value(value)
		}
		if destroys(a) && w.c.Gone != "" {
			values[w.c.Gone] = w.day()
		}
	}
	if w.c.Step != "" && !slices.Contains(actions, Restrict) {
		values[w.c.Step], values[w.c.StepOn] = strconv.Itoa(l.to), w.day()
	}
	var list []string
	for column, value := range values {
		list = append(list, name(column)+" = "+value)
	}
	slices.Sort(list)
	return list
}

// due gives the conditions under which a leg is due.
func (w *sqlWriter) due(l leg) []string {
	event := name(w.c.Event)
	list := []string{w.reached(l)}
	if w.c.Group != "" {
		list = append(list, name(w.c.Group))
	}
	if w.c.Gone != "" {
		list = append(list, "("+name(w.c.Gone)+" IS NULL OR "+name(w.c.Gone)+" < "+event+")")
	}
	if w.c.Cancelled != "" {
		list = append(list, "("+name(w.c.Cancelled)+" IS NULL OR "+name(w.c.Cancelled)+" < "+event+")")
	}
	if w.t.removes {
		list = append(list, w.kept()...)
		list = append(list, w.held()...)
	}
	if actions := w.actions(l); actions[0] == Restrict {
		list = append(list, w.unrestricted())
	}
	return list
}

// reached gives the condition that the time of the leg has come: for the first, that
// the period is over and nothing has been carried out since the event; for a later
// one, that its time has passed since the step before. A leg of which a part has
// been carried out is carried out anew.
func (w *sqlWriter) reached(l leg) string {
	event, on, step := name(w.c.Event), name(w.c.StepOn), name(w.c.Step)
	if w.c.Step == "" {
		return w.over()
	}
	since := on + " > " + event
	if w.t.atOnce() {
		since = on + " >= " + event
	}
	come := ""
	if stage := w.t.steps[l.from].after; l.from == 0 {
		come = w.over() + "\n  AND (" + on + " IS NULL OR NOT " + since + ")"
	} else {
		come = step + " = " + strconv.Itoa(l.from-1) + " AND " + since + " AND " + on + " <= " + w.ended(stage, stage == (date.Period{}))
	}
	if l.from == l.to {
		return come
	}
	return "(" + come + " OR " + step + " BETWEEN " + strconv.Itoa(l.from) + " AND " + strconv.Itoa(l.to-1) +
		" AND " + since + " AND " + on + " <= " + w.day() + ")"
}

// over gives the condition that the period of the rule is over.
func (w *sqlWriter) over() string {
	return name(w.c.Event) + " <= " + w.began(w.t.rule, w.t.rule.Limit == policy.AtMost)
}

// kept gives the conditions that no other rule demands that the data stay.
func (w *sqlWriter) kept() []string {
	var list []string
	for _, u := range w.keepers() {
		if column := w.c.Keep[u.rule.ID]; column != "" {
			list = append(list, "("+name(column)+" IS NULL OR "+name(column)+" <= "+w.stayed(u.rule)+")")
		}
	}
	return list
}

// keepers gives the other rules that set a minimum.
func (w *sqlWriter) keepers() []use {
	var list []use
	for _, u := range w.t.others {
		if u.keeps(w.t.rule) && u.rule != w.t.rule && !slices.ContainsFunc(list, func(v use) bool { return v.rule == u.rule }) {
			list = append(list, u)
		}
	}
	return list
}

// held gives the condition that no hold is on.
func (w *sqlWriter) held() []string {
	h := w.c.Hold
	if h == nil {
		return nil
	}
	if h.Table == "" {
		return []string{"(" + name(h.From) + " IS NULL OR " + name(h.From) + " > " + w.day() + " OR " + name(h.Until) + " < " + w.day() + ")"}
	}
	hold := path(h.Table)
	return []string{"NOT EXISTS (SELECT 1 FROM " + hold + " WHERE " + hold + "." + name(h.Key) + " = " + w.table() + "." + name(w.c.Key) +
		" AND " + hold + "." + name(h.From) + " <= " + w.day() + " AND (" + hold + "." + name(h.Until) + " IS NULL OR " + hold + "." + name(h.Until) + " >= " + w.day() + "))"}
}

// unrestricted gives the condition that access has not been restricted yet.
func (w *sqlWriter) unrestricted() string {
	differs := " IS NOT "
	if w.d == PostgreSQL {
		differs = " IS DISTINCT FROM "
	}
	var list []string
	for column, value := range w.c.Actions[Restrict] {
		list = append(list, name(column)+differs+w.value(value))
	}
	slices.Sort(list)
	return "(" + strings.Join(list, " OR ") + ")"
}
