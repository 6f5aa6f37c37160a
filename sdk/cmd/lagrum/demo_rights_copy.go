package main

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/rights"
)

// clear erases from the copy of an activity what a verdict opens to erasure, of the
// forms with the references.
func (t *keptTable) clear(ctx context.Context, db *sql.DB, v *rights.Verdict, references []string) error {
	var sets []string
	for _, id := range t.data {
		if slices.Contains(v.Data, id) && !slices.Contains(v.Stays, id) {
			sets = append(sets, datumColumn(id)+" = NULL")
		}
	}
	if len(sets) == 0 {
		return nil
	}
	for _, reference := range references {
		_, err := db.ExecContext(ctx, `UPDATE "`+t.name+`" SET `+strings.Join(sets, ", ")+` WHERE key IN ($1, $2)`, reference+"/1", reference+"/2")
		if err != nil {
			return fmt.Errorf("demo: erase what was asked for: %w", err)
		}
	}
	return nil
}

// A likeness is a form that may be the person's.
type likeness struct {
	parts       []part // of the form
	name, reach bool   // what is the same
}

// likenesses finds the forms with the name or the way to reach the person. That one of
// them is the person's is for people to see: names are shared, and mailboxes too.
func (d *demo) likenesses(ctx context.Context, m *matter) ([]likeness, error) {
	rows, err := d.store.DB.QueryContext(ctx, `SELECT `+partColumns+` FROM demo_answer WHERE policy = $1 ORDER BY at, reference, second`, m.doc.ID)
	if err != nil {
		return nil, fmt.Errorf("demo: read the forms: %w", err)
	}
	parts, err := readParts(rows)
	if err != nil {
		return nil, err
	}
	var list []likeness
	byReference := map[string]int{}
	for i := range parts {
		at, known := byReference[parts[i].reference]
		if !known {
			at = len(list)
			byReference[parts[i].reference] = at
			list = append(list, likeness{})
		}
		list[at].parts = append(list[at].parts, parts[i])
		for _, value := range parts[i].answers {
			list[at].name = list[at].name || same(valueText(value), m.name) || same(valueText(value), m.person)
			list[at].reach = list[at].reach || same(valueText(value), m.reach)
		}
	}
	return slices.DeleteFunc(list, func(l likeness) bool { return !l.name && !l.reach }), nil
}

// same compares what people type, whatever its case and spaces.
func same(a, b string) bool {
	a, b = strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " ")
	return a != "" && strings.EqualFold(a, b)
}

// claim says which forms are the person's, of those that may be.
func (d *demo) claim(ctx context.Context, m *matter, references []string) error {
	likely, err := d.likenesses(ctx, m)
	if err != nil {
		return err
	}
	return d.inOne(ctx, func(tx *sql.Tx) error {
		for _, old := range []string{`DELETE FROM demo_theirs WHERE reference = $1`, `DELETE FROM demo_hold WHERE request = $1`} {
			if _, err := tx.ExecContext(ctx, old, m.reference); err != nil {
				return fmt.Errorf("demo: keep whose forms they are: %w", err)
			}
		}
		for i := range likely {
			if slices.Contains(references, likely[i].parts[0].reference) {
				if err := likely[i].claim(ctx, tx, m); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func (l *likeness) claim(ctx context.Context, tx *sql.Tx, m *matter) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO demo_theirs (reference, form) VALUES ($1, $2)`, m.reference, l.parts[0].reference)
	for _, second := range []bool{false, true} {
		if err != nil || !holds(m.asked.Right) {
			break
		}
		p := part{reference: l.parts[0].reference, second: second}
		_, err = tx.ExecContext(ctx, `INSERT INTO demo_hold (record, request, begins) VALUES ($1, $2, $3)`, p.record(), m.reference, m.asked.Received.String())
	}
	if err != nil {
		return fmt.Errorf("demo: keep whose forms they are: %w", err)
	}
	return nil
}

// holds reports whether nothing is erased that a request is about, as long as it is open:
// what is asked for must be there when it is answered (EDPB Guidelines 01/2022), and
// stays where its use is restricted instead (GDPR Article 18).
func holds(right law.Right) bool {
	switch right {
	case law.Access, law.Portability, law.Rectification, law.Restriction:
		return true
	}
	return false
}

// A holding is what the demonstration holds of one person: the provider of the copy
// that the person gets (rights.Provider).
type holding struct {
	demo  *demo
	parts []part
}

// holdingOf gives what is held in the forms that are the person's.
func (d *demo) holdingOf(ctx context.Context, m *matter) (*holding, error) {
	h := &holding{demo: d}
	for _, reference := range m.theirs {
		parts, err := d.parts(ctx, d.store.DB, reference)
		if err != nil {
			return nil, err
		}
		for i := range parts {
			parts[i].language = servedIn(m.doc.Languages, m.language.Tag) // so that choices read as the rest does
		}
		h.parts = append(h.parts, parts...)
	}
	return h, nil
}

// Held gives the answers that ask for the datum, as people read them.
func (h *holding) Held(datum string) ([]rights.Entry, error) {
	var list []rights.Entry
	for i := range h.parts {
		p := &h.parts[i]
		def := p.definition(h.demo.policies)
		if def == nil {
			continue
		}
		day, _ := date.Parse(p.at[:min(10, len(p.at))])
		for k := range def.Fields {
			f := &def.Fields[k]
			value, there := p.answers[f.Name]
			if f.Datum != datum || !there {
				continue
			}
			e := rights.Entry{Value: valueText(value), Since: day}
			for _, o := range f.Options {
				if o.Value == e.Value {
					e.Value = o.Label
				}
			}
			if e.Value != "" {
				list = append(list, e)
			}
		}
	}
	return list, nil
}
