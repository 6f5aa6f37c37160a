//go:build js && wasm

package main

import (
	"context"
	"errors"
	"iter"
	"time"

	"github.com/lagrum/lagrum/examples/worker/policies"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/edge"
	"github.com/lagrum/lagrum/sdk/ledger"
)

// ahead is how many days before the proof of a consent is due a warning is given.
const ahead = 14

// warn notes, for each policy, how many proofs of consent are due in the days to
// come by its own rules, so that somebody can look before "lagrum ledger retain"
// erases them. It is run by the cron trigger.
func warn(ctx context.Context, trigger string, due time.Time) error {
	h := host{db: must(edge.Open("DB"))}
	log := h.log()
	day, _ := date.Parse(due.AddDate(0, 0, ahead).UTC().Format(time.DateOnly))
	var batch []edge.Statement
	for _, id := range policies.IDs {
		n, err := count(log.Due(ctx, ledger.Retention{Policy: policies.Policy(id), At: day}))
		if _, silent := errors.AsType[*ledger.RuleError](err); silent {
			continue // the policy does not say how long the proof is kept, which lint tells
		}
		if err != nil {
			return err
		}
		batch = append(batch, edge.Statement{
			SQL:  `INSERT OR REPLACE INTO warning (policy, day, due) VALUES (?1, ?2, ?3)`,
			Args: []any{id, due.UTC().Format(time.DateOnly), n},
		})
	}
	return h.batch(ctx, batch)
}

// count counts what is due, until the first error.
func count(list iter.Seq2[ledger.Due, error]) (int, error) {
	n := 0
	for _, err := range list {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}
