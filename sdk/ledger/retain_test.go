package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/policy"
)

// aYear keeps the proof of consent of a course for a year.
var aYear = ledger.Retention{
	Policy: &policy.Document{
		ID: "course", Data: []policy.Datum{{ID: "proof", Term: "dpv:ConsentRecord"}},
		Retention:  []policy.Retention{{ID: "a-year", Trigger: policy.ConsentWithdrawn, Period: date.Period{Years: 1}}},
		Activities: []policy.Activity{{ID: "records", Data: []string{"proof"}, Retention: []string{"a-year"}}},
	},
	At: date.Date{Year: 2022, Month: 1, Day: 1}, By: "registrar",
}

// A watched store notes the most that it was asked for at once, and may fail.
type watched struct {
	ledger.Store
	rows, values, changes int
	failAt                int // the commit that fails, from 1; 0 for none
	commits               int
}

func (w *watched) Range(ctx context.Context, log string, from int64, limit int) ([]ledger.Row, error) {
	w.rows = max(w.rows, limit)
	return w.Store.Range(ctx, log, from, limit)
}

func (w *watched) Find(ctx context.Context, log string, by ledger.By, values ...string) ([]ledger.Row, error) {
	w.values = max(w.values, len(values))
	return w.Store.Find(ctx, log, by, values...)
}

func (w *watched) Commit(ctx context.Context, log string, c ledger.Change) error {
	w.commits++
	if w.commits == w.failAt {
		return errBroken
	}
	w.changes = max(w.changes, len(c.Rows))
	return w.Store.Commit(ctx, log, c)
}

var errBroken = errors.New("the disk is full")

// However long a log is, its rules are carried out with little of it at a time; and
// what a failure leaves, the next run does.
func TestRetainTakesALittleAtATime(t *testing.T) {
	o := options(t)
	store := &watched{Store: ledger.Memory()}
	log := open(t, store, o)
	const n = 3000
	var records []consent.Record
	for i := range n {
		r := yes(fmt.Sprint(i))
		r.Status, r.At, r.Question.Policy = consent.Refused, "2020-01-01T12:00:00Z", "course"
		records = append(records, r)
	}
	if _, err := log.Append(t.Context(), "all", records...); err != nil {
		t.Fatal(err)
	}
	r := aYear
	*store = watched{Store: store.Store, failAt: 8}
	before, err := log.Retain(t.Context(), r)
	if !errors.Is(err, errBroken) || before.Erased == 0 || before.Erased == n {
		t.Fatalf("broken off with %+v, %v", before, err)
	}
	store.failAt = 0
	after, err := log.Retain(t.Context(), r)
	if err != nil || before.Erased+after.Erased != n {
		t.Fatalf("%d and then %d of %d were erased, %v", before.Erased, after.Erased, n, err)
	}
	if store.rows > 500 || store.values > 90 || store.changes > 100 {
		t.Errorf("at once, %d rows and %d values were asked for, and %d rows written", store.rows, store.values, store.changes)
	}
	report, err := log.Verify(t.Context(), ledger.Verification{})
	if err != nil || len(report.Findings) > 0 || report.Erased != n || report.Acts != n {
		t.Errorf("%+v, %v", report, err)
	}
}

// Whoever may only read a log may see what is due, and erases nothing.
func TestRetainNeedsTheKey(t *testing.T) {
	o := options(t)
	o.Signer = nil
	log := open(t, ledger.Memory(), o)
	r := ledger.Retention{Policy: &policy.Document{}, At: date.Date{Year: 2022, Month: 1, Day: 1}, By: "registrar"}
	if _, err := log.Retain(t.Context(), r); !errors.Is(err, ledger.ErrReadOnly) {
		t.Error(err)
	}
}
