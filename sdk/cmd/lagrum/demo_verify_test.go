package main

import (
	"context"
	"sync/atomic"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
)

// However many look at a log at once, it is read once; who comes later sees it anew.
func TestLogIsVerifiedOnceAtATime(t *testing.T) {
	store := &slowStore{Store: ledger.Memory(), open: make(chan bool)}
	private, public, err := note.GenerateKey(nil, "school.example/consents")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	known, err := note.NewVerifier(public)
	if err != nil {
		t.Fatal(err)
	}
	log, err := ledger.Open(store, signer.Name(), ledger.Options{Signer: signer, Verifiers: note.VerifierList(known)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := log.Append(t.Context(), "a", consent.Record{ID: "a", Version: 1, Status: consent.Given, Subject: "s", At: "2026-11-22T12:00:00Z"}); err != nil {
		t.Fatal(err)
	}
	var v verifier
	first, left := context.WithCancel(t.Context())
	one := v.begin(first, log)
	left() // whoever asked first goes away
	for range 9 {
		if v.begin(t.Context(), log) != one {
			t.Fatal("a second one has begun")
		}
	}
	close(store.open)
	if report, err := v.verify(t.Context(), log); err != nil || report.Size != 1 || report.Findings != nil {
		t.Errorf("%+v, %v", report, err)
	}
	<-one.done
	reads := store.reads.Load()
	if report, err := v.verify(t.Context(), log); err != nil || report.Size != 1 || store.reads.Load() == reads {
		t.Errorf("later: %+v, %v, read %d times and %d before", report, err, store.reads.Load(), reads)
	}
}

// A slowStore lets nobody read rows before it is open.
type slowStore struct {
	ledger.Store
	open  chan bool
	reads atomic.Int64
}

func (s *slowStore) Range(ctx context.Context, log string, from int64, limit int) ([]ledger.Row, error) {
	<-s.open
	s.reads.Add(1)
	return s.Store.Range(ctx, log, from, limit)
}
