package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/serve"
	"github.com/lagrum/lagrum/sdk/text"
)

// sender takes whoever answers where a guardian must for one: nobody logs in to a
// demonstration, and the record says that it is one.
func sender(_ *http.Request, sub *form.Submission) serve.Sender {
	if !slices.ContainsFunc(consent.Asked(sub.Form()), func(q consent.Question) bool { return q.ByGuardian }) {
		return serve.Sender{}
	}
	return serve.Sender{By: consent.ByGuardian, Guardian: consent.Guardian{Verified: "demonstration"}}
}

// receive keeps a form, or a part of one. What is sent again takes the place of
// what was there; with a consent that was taken back on the way, what rested on
// it goes.
func (d *demo) receive(ctx context.Context, got serve.Delivery) error {
	def := got.Submission.Form()
	return d.inOne(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO demo_answer (reference, second, policy, form, language, event, at, answers)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (reference, second) DO UPDATE SET at = excluded.at, answers = excluded.answers`,
			got.Reference, got.Second, def.Policy, def.Form, string(def.Language), got.Event, now(), string(got.Submission.AppendJSON(nil)))
		if err != nil {
			return fmt.Errorf("demo: keep a form: %w", err)
		}
		if got.Second {
			_, err := tx.ExecContext(ctx, `DELETE FROM demo_erased WHERE reference = $1`, got.Reference)
			return err
		}
		return d.keepConsents(ctx, tx, got)
	})
}

func (d *demo) keepConsents(ctx context.Context, tx *sql.Tx, got serve.Delivery) error {
	for i := range got.Records {
		r := &got.Records[i]
		_, err := tx.ExecContext(ctx, `INSERT INTO demo_consent (id, reference, field) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
			r.ID, got.Reference, r.Question.Field)
		if err != nil {
			return fmt.Errorf("demo: keep a consent: %w", err)
		}
		if !r.Status.Counts() {
			if err := d.erase(ctx, tx, got.Reference, r.Question.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// withdrawn erases what rested on a consent that was taken back.
func (d *demo) withdrawn(ctx context.Context, r consent.Record) error {
	return d.inOne(ctx, func(tx *sql.Tx) error {
		var reference string
		err := tx.QueryRowContext(ctx, `SELECT reference FROM demo_consent WHERE id = $1`, r.ID).Scan(&reference)
		if err != nil {
			return fmt.Errorf("demo: find a consent: %w", err)
		}
		return d.erase(ctx, tx, reference, r.Question.ID)
	})
}

// erase takes the answers that nothing but the consent allows to keep out of
// what is kept of a form.
func (d *demo) erase(ctx context.Context, tx *sql.Tx, reference, id string) error {
	parts, err := d.parts(ctx, tx, reference)
	if err != nil {
		return err
	}
	for _, p := range parts {
		erased := false
		for _, field := range p.resting(d.policies, id) {
			if _, there := p.answers[field]; !there {
				continue
			}
			delete(p.answers, field)
			erased = true
			_, err := tx.ExecContext(ctx, `INSERT INTO demo_erased (reference, field, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, reference, field, now())
			if err != nil {
				return fmt.Errorf("demo: note an erasure: %w", err)
			}
		}
		if !erased {
			continue
		}
		left, err := json.Marshal(p.answers)
		if err != nil {
			return fmt.Errorf("demo: an answer cannot be written")
		}
		if _, err := tx.ExecContext(ctx, `UPDATE demo_answer SET answers = $1 WHERE reference = $2 AND second = $3`, string(left), reference, p.second); err != nil {
			return fmt.Errorf("demo: erase an answer: %w", err)
		}
	}
	return nil
}

// A part is what is kept of one part of a form.
type part struct {
	reference, policy, form, event, at string
	language                           locale.Tag
	second                             bool
	answers                            map[string]any
}

const partColumns = `reference, second, policy, form, language, event, at, answers`

// A querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func (d *demo) parts(ctx context.Context, q querier, reference string) ([]part, error) {
	rows, err := q.QueryContext(ctx, `SELECT `+partColumns+` FROM demo_answer WHERE reference = $1 ORDER BY second`, reference)
	if err != nil {
		return nil, fmt.Errorf("demo: read a form: %w", err)
	}
	return readParts(rows)
}

func readParts(rows *sql.Rows) ([]part, error) {
	defer rows.Close()
	var list []part
	for rows.Next() {
		var p part
		var language, answers string
		if err := rows.Scan(&p.reference, &p.second, &p.policy, &p.form, &language, &p.event, &p.at, &answers); err != nil {
			return nil, fmt.Errorf("demo: read a form: %w", err)
		}
		p.language = locale.Tag(language)
		if json.Unmarshal([]byte(answers), &p.answers) != nil {
			return nil, fmt.Errorf("demo: what is kept of a form cannot be read")
		}
		list = append(list, p)
	}
	return list, rows.Err()
}

// resting names the fields that ask for data which go when the consent is taken
// back.
func (p *part) resting(policies []serve.Policy, id string) []string {
	def := p.definition(policies)
	if def == nil {
		return nil
	}
	var names []string
	for _, d := range consent.EffectOf(p.document(policies), id, p.form, text.In(p.language)).Data {
		for i := range def.Fields {
			if f := &def.Fields[i]; f.Datum == d.Datum && len(d.Why) == 0 {
				names = append(names, f.Name)
			}
		}
	}
	return names
}

// definition gives the form as it is today; nil if there is none any more.
func (p *part) definition(policies []serve.Policy) *form.Definition {
	doc := p.document(policies)
	if doc == nil {
		return nil
	}
	def, err := form.Derive(doc, p.form, form.Context{Language: p.language, Event: p.event, Sum: receipt.Sum})
	if err != nil {
		return nil
	}
	return def
}

func (p *part) document(policies []serve.Policy) *policy.Document {
	for i := range policies {
		if policies[i].Doc.ID == p.policy {
			return policies[i].Doc
		}
	}
	return nil
}

func now() string { return time.Now().Format(time.RFC3339) }
