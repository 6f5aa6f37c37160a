package storetest

import (
	"context"
	"crypto/rand"
	"fmt"
	"testing"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ledger"
	"golang.org/x/mod/sumdb/note"
)

// logName is the name of the log of most tests.
const logName = "consents.example/course"

// keys gives the options of a log with the name, and a new key.
func keys(t *testing.T, name string) ledger.Options {
	t.Helper()
	private, public, err := note.GenerateKey(rand.Reader, name)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	verifier, err := note.NewVerifier(public)
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	return ledger.Options{
		Signer: signer, Verifiers: note.VerifierList(verifier),
		Now: func() time.Time { return day },
	}
}

func open(t *testing.T, s ledger.Store, options ledger.Options) *ledger.Log {
	t.Helper()
	log, err := ledger.Open(s, logName, options)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

// given is a yes, the first record of the history with the id.
func given(id, subject, asked string) consent.Record {
	return consent.Record{
		ID: id, Version: 1, Status: consent.Given, Subject: subject, At: "2026-11-22T12:00:00+01:00",
		Question: consent.Question{
			Policy: "course", Form: "enrolment", Label: "Diet <&> ö \u2028", Consent: form.Consent{ID: asked, Text: "Yes, use my wish."},
		},
		Token: "hash of " + id,
	}
}

// withdrawn is the next version of a yes.
func withdrawn(t *testing.T, r consent.Record) consent.Record {
	t.Helper()
	next, ok := r.Withdraw("2026-11-23T08:00:00+01:00", consent.Self)
	if !ok {
		t.Fatal("the record cannot be withdrawn")
	}
	return next
}

func add(t *testing.T, log *ledger.Log, key string, records ...consent.Record) []ledger.Position {
	t.Helper()
	positions, err := log.Append(t.Context(), key, records...)
	if err != nil {
		t.Fatalf("append %s: %v", key, err)
	}
	if len(positions) != len(records) {
		t.Fatalf("append %s: %d positions for %d records", key, len(positions), len(records))
	}
	return positions
}

// fill appends n records, each of another person.
func fill(t *testing.T, log *ledger.Log, n int) {
	t.Helper()
	for i := range n {
		add(t, log, fmt.Sprintf("fill-%d", i), given(fmt.Sprintf("record-%d", i), fmt.Sprintf("person-%d", i), "diet"))
	}
}

// sound fails the test if the log does not verify.
func sound(t *testing.T, log *ledger.Log, kept ...string) ledger.Report {
	t.Helper()
	report, err := log.Verify(context.WithoutCancel(t.Context()), ledger.Verification{Kept: kept})
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range report.Findings {
		t.Errorf("verify: %v", finding)
	}
	return report
}

var dispose = ledger.Disposal{Reason: "course-data", Decision: "G 2026:1", By: "registrar"}
