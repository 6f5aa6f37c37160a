//go:build js && wasm

package main

import (
	"context"
	"strings"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/edge"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/serve"
	"github.com/lagrum/lagrum/sdk/text"
)

// A host keeps what people send about one policy.
type host struct {
	db  edge.DB
	doc *policy.Document
}

// keep keeps each answer under the datum that it is, and for which form which
// consents were asked; all of it or nothing.
func (h *host) keep(ctx context.Context, d serve.Delivery) error {
	var batch []edge.Statement
	for name := range d.Submission.Names() {
		batch = append(batch, edge.Statement{
			SQL:  `INSERT OR REPLACE INTO answer (reference, datum, value) VALUES (?1, ?2, ?3)`,
			Args: []any{d.Reference, d.Submission.Form().Field(name).Datum, strings.Join(d.Submission.Texts(name), ", ")},
		})
	}
	for _, r := range d.Records {
		batch = append(batch, edge.Statement{SQL: `INSERT OR IGNORE INTO asked (consent, reference) VALUES (?1, ?2)`, Args: []any{r.ID, d.Reference}})
	}
	return h.batch(ctx, batch)
}

// forget erases what only a consent allowed that is taken back.
func (h *host) forget(ctx context.Context, r consent.Record) error {
	var batch []edge.Statement
	for _, d := range consent.EffectOf(h.doc, r.Question.ID, r.Question.Form, text.In(r.Question.Language)).Data {
		if len(d.Why) > 0 { // something else needs it
			continue
		}
		batch = append(batch, edge.Statement{
			SQL:  `DELETE FROM answer WHERE datum = ?1 AND reference IN (SELECT reference FROM asked WHERE consent = ?2)`,
			Args: []any{d.Datum, r.ID},
		})
	}
	return h.batch(ctx, batch)
}

func (h *host) batch(ctx context.Context, batch []edge.Statement) error {
	if len(batch) == 0 {
		return nil
	}
	_, err := h.db.Batch(ctx, batch...)
	return err
}
