package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/lagrum/lagrum/internal/purge"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
	"github.com/lagrum/lagrum/sdk/text"
)

// dueBatch is how many rows are dealt with at once.
const dueBatch = 1000

// A dueStep is a step of a rule in the table of an activity.
type dueStep struct {
	table  keptTable
	copy   retention.Copy
	choose retention.Statement // says what is due
	apply  retention.Statement // carries it out
}

// steps compiles the rules of all policies for their tables, in the order of the
// policies.
func (d *demo) steps() []dueStep {
	var list []dueStep
	for i := range d.policies {
		rules := retention.Compile(d.policies[i].Doc)
		for _, t := range keptTables(d.policies[i].Doc) {
			for _, c := range t.copies() {
				statements, err := rules.SQL(retention.SQLite, &c, nil)
				if err != nil { // such as one that another rule keeps from ever ending
					d.log.Error("a retention rule is not carried out", "policy", t.doc.ID, "error", err)
					continue
				}
				for k := 0; k+1 < len(statements); k += 2 {
					list = append(list, dueStep{t, c, statements[k], statements[k+1]})
				}
			}
		}
	}
	return list
}

// A dueRule is what a step of a rule demands on a day, in all activities of a policy.
type dueRule struct {
	doc     *policy.Document
	rule    *policy.Retention
	action  policy.Action
	step    int
	records int
	uses    []string // the activities, by id
	why     []string // for the first record
	sql     []string // that carries it out
}

// plan tells what is due on the day.
func (d *demo) plan(ctx context.Context, at date.Date, lang *text.Language) ([]*dueRule, error) {
	steps := d.steps()
	var list []*dueRule
	for i := range steps {
		s := &steps[i]
		keys, err := purge.Keys(ctx, d.store.DB, &s.choose, at, dueBatch)
		if err != nil {
			return nil, fmt.Errorf("demo: look what is due: %w", err)
		}
		if len(keys) == 0 {
			continue
		}
		r := found(&list, s)
		r.records += len(keys)
		r.sql = append(r.sql, s.apply.SQL)
		if !slices.Contains(r.uses, s.table.activity.ID) {
			r.uses = append(r.uses, s.table.activity.ID)
		}
		if r.why == nil {
			if r.why, err = s.why(ctx, d.store.DB, keys[0], at, servedWords(s.table.doc, lang)); err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

// servedWords gives the words of a policy's texts: those of the page's language, if
// the policy has it.
func servedWords(doc *policy.Document, lang *text.Language) *text.Language {
	return text.In(servedIn(doc.Languages, lang.Tag))
}

// found gives the rule's entry in the list, new if it is not there.
func found(list *[]*dueRule, s *dueStep) *dueRule {
	for _, r := range *list {
		if r.doc == s.table.doc && r.rule.ID == s.copy.Rule && r.step == s.apply.Step && r.action == s.apply.Action {
			return r
		}
	}
	r := &dueRule{doc: s.table.doc, rule: s.table.doc.RetentionRule(s.copy.Rule), action: s.apply.Action, step: s.apply.Step}
	*list = append(*list, r)
	return r
}

// why explains why the step is due for a record. The rules are asked, as for any
// record; they say the same as the SQL.
func (s *dueStep) why(ctx context.Context, db *sql.DB, key any, at date.Date, lang *text.Language) ([]string, error) {
	events, err := s.events(ctx, db, key)
	if err != nil {
		return nil, err
	}
	for _, e := range retention.Compile(s.table.doc).Look(nil, events, at) {
		if e.Rule == s.copy.Rule && e.Activity == s.copy.Activity && slices.Equal(e.Data, s.copy.Data) {
			return retention.Explain(s.table.doc, &e, lang), nil
		}
	}
	return nil, nil
}

// events tells what is known of a record.
func (s *dueStep) events(ctx context.Context, db *sql.DB, key any) (*retention.Events, error) {
	var out retention.Events
	for i := range s.table.doc.Retention {
		rule := &s.table.doc.Retention[i]
		var on sql.NullString
		if err := db.QueryRowContext(ctx, `SELECT `+eventColumn(rule.ID)+` FROM "`+s.table.name+`" WHERE key = $1`, key).Scan(&on); err != nil {
			return nil, fmt.Errorf("demo: read a record: %w", err)
		}
		if day, ok := date.Parse(on.String); ok {
			out.Happened = append(out.Happened, retention.Event{Kind: rule.Trigger, On: day, Rule: rule.ID})
		}
	}
	var step sql.NullInt64
	var on sql.NullString
	if err := db.QueryRowContext(ctx, `SELECT `+s.copy.Step+`, `+s.copy.StepOn+` FROM "`+s.table.name+`" WHERE key = $1`, key).Scan(&step, &on); err != nil {
		return nil, fmt.Errorf("demo: read a record: %w", err)
	}
	if day, ok := date.Parse(on.String); ok && step.Valid {
		done := retention.Done{Rule: s.copy.Rule, Activity: s.copy.Activity, Data: s.copy.Data, Step: int(step.Int64), Action: s.actionOf(int(step.Int64)), On: day}
		out.Done = append(out.Done, done)
	}
	return &out, nil
}

// actionOf is what a step of the rule does.
func (s *dueStep) actionOf(step int) policy.Action {
	rule := s.table.doc.RetentionRule(s.copy.Rule)
	if step > 0 && step <= len(rule.Stages) {
		return rule.Stages[step-1].Action
	}
	return rule.Action
}

// run carries out what is due on the day, and gives what was done. What it did before is
// not due again.
func (d *demo) run(ctx context.Context, at date.Date) ([]dueRule, error) {
	steps := d.steps()
	var done []*dueRule
	for i := range steps {
		n, err := steps[i].run(ctx, d.store.DB, at)
		if err != nil {
			return nil, fmt.Errorf("demo: carry out what is due: %w", err)
		}
		if n > 0 {
			found(&done, &steps[i]).records += n
		}
	}
	var list []dueRule
	for _, r := range done {
		list = append(list, *r)
		_, err := d.store.DB.ExecContext(ctx, `INSERT INTO demo_run (at, day, policy, rule, action, records) VALUES ($1, $2, $3, $4, $5, $6)`,
			now(), at.String(), r.doc.ID, r.rule.ID, string(r.action), r.records)
		if err != nil {
			return nil, fmt.Errorf("demo: note what was done: %w", err)
		}
	}
	return list, d.forget(ctx, at)
}

func (s *dueStep) run(ctx context.Context, db *sql.DB, at date.Date) (int, error) {
	if !s.apply.Each {
		return purge.Run(ctx, db, &s.apply, at, dueBatch)
	}
	keys, err := purge.Keys(ctx, db, &s.choose, at, dueBatch)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, key := range keys { // here a real service sends the message first
		was, err := purge.RunEach(ctx, db, &s.apply, at, key)
		if err != nil {
			return n, err
		}
		if was {
			n++
		}
	}
	return n, nil
}

// forget takes from the forms the answers that no activity keeps any longer.
func (d *demo) forget(ctx context.Context, at date.Date) error {
	kept, copied, err := d.kept(ctx)
	if err != nil {
		return err
	}
	return d.inOne(ctx, func(tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, `SELECT `+partColumns+` FROM demo_answer`)
		if err != nil {
			return err
		}
		parts, err := readParts(rows)
		if err != nil {
			return err
		}
		for i := range parts {
			p := &parts[i]
			gone := p.without(d, func(datum string) bool {
				return copied[copyKey{p.policy, p.record(), datum}] && !kept[copyKey{p.policy, p.record(), datum}]
			})
			if err := d.drop(ctx, tx, p, gone, at); err != nil {
				return err
			}
		}
		return nil
	})
}

// A copyKey names a kind of data of a part of a form.
type copyKey struct{ policy, record, datum string }

// kept tells which data some activity still keeps, and which one ever had.
func (d *demo) kept(ctx context.Context) (kept, copied map[copyKey]bool, err error) {
	kept, copied = map[copyKey]bool{}, map[copyKey]bool{}
	for i := range d.policies {
		for _, t := range keptTables(d.policies[i].Doc) {
			for _, id := range t.data {
				for there, in := range map[string]map[copyKey]bool{"IS NOT NULL": kept, "IS NULL": copied} {
					keys, err := texts(ctx, d.store.DB, `SELECT key FROM "`+t.name+`" WHERE `+datumColumn(id)+` `+there)
					if err != nil {
						return nil, nil, fmt.Errorf("demo: read what is kept: %w", err)
					}
					for _, key := range keys {
						in[copyKey{t.doc.ID, key, id}] = true
					}
				}
			}
		}
	}
	return kept, copied, nil
}

// without names the fields whose data are gone.
func (p *part) without(d *demo, gone func(datum string) bool) []string {
	def := p.definition(d.policies)
	if def == nil {
		return nil
	}
	var names []string
	for i := range def.Fields {
		f := &def.Fields[i]
		if _, there := p.answers[f.Name]; there && f.Datum != "" && gone(f.Datum) {
			names = append(names, f.Name)
		}
	}
	return names
}

// drop takes answers out of what is kept of a form, and notes the day.
func (d *demo) drop(ctx context.Context, tx *sql.Tx, p *part, fields []string, at date.Date) error {
	if len(fields) == 0 {
		return nil
	}
	for _, field := range fields {
		delete(p.answers, field)
		_, err := tx.ExecContext(ctx, `INSERT INTO demo_purged (reference, field, day) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, p.reference, field, at.String())
		if err != nil {
			return fmt.Errorf("demo: note an erasure: %w", err)
		}
	}
	left, err := json.Marshal(p.answers)
	if err != nil {
		return fmt.Errorf("demo: an answer cannot be written")
	}
	_, err = tx.ExecContext(ctx, `UPDATE demo_answer SET answers = $1 WHERE reference = $2 AND second = $3`, string(left), p.reference, p.second)
	if err != nil {
		return fmt.Errorf("demo: erase an answer: %w", err)
	}
	return nil
}
