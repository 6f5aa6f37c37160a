package storetest

import (
	"errors"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/receipt"
)

func testCheckpoints(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	options := keys(t, logName)
	log := open(t, s, options)
	var kept []string
	for i := range 9 {
		checkpoint, err := log.Checkpoint(ctx)
		if err != nil {
			t.Fatal(err)
		}
		c, err := receipt.OpenCheckpoint(checkpoint, options.Verifiers)
		if err != nil {
			t.Fatal(err)
		}
		if c.Origin != logName || c.Size != int64(i) || !strings.HasPrefix(checkpoint, logName+"\n") {
			t.Errorf("checkpoint %d is of %s, size %d", i, c.Origin, c.Size)
		}
		kept = append(kept, checkpoint)
		add(t, log, kept[i][:20]+string(rune('a'+i)), given(string(rune('a'+i)), "p-1", "diet"))
	}
	report := sound(t, log, kept...)
	if now, err := log.Checkpoint(ctx); err != nil || report.Checkpoint != now {
		t.Errorf("verified %q, which is not the checkpoint; %v", report.Checkpoint, err)
	}
	// Only the key of this log is believed.
	other := open(t, s, keys(t, logName))
	var damage *ledger.DamageError
	if _, err := other.Checkpoint(ctx); !errors.As(err, &damage) {
		t.Errorf("a log that another key signed: %v", err)
	}
	if _, err := other.Append(ctx, "forged", given("forged", "p-1", "diet")); !errors.As(err, &damage) {
		t.Errorf("appending to a log that another key signed: %v", err)
	}
	// Reading needs no key to sign with, and writing does.
	reading := open(t, s, ledger.Options{Verifiers: options.Verifiers})
	sound(t, reading, kept...)
	if _, err := reading.Append(ctx, "x", given("x", "p-1", "diet")); !errors.Is(err, ledger.ErrReadOnly) {
		t.Errorf("appending without a key: %v", err)
	}
}

func testProofs(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	options := keys(t, logName)
	log := open(t, s, options)
	const n = 13
	fill(t, log, n)
	for i := range int64(n) {
		proof, err := log.Prove(ctx, i)
		if err != nil {
			t.Fatal(err)
		}
		row := all(t, s, logName)[i]
		if err := proof.Check(row.Content, options.Verifiers); err != nil {
			t.Errorf("entry %d: %v", i, err)
		}
		if string(proof.Salt) == string(row.Salt) {
			t.Errorf("entry %d: the proof gives the random bytes away", i)
		}
		if err := proof.Check(append(row.Content, ' '), options.Verifiers); err == nil {
			t.Errorf("entry %d: the proof holds for another content", i)
		}
	}
	for _, index := range []int64{-1, n, 1000} {
		if _, err := log.Prove(ctx, index); !errors.Is(err, ledger.ErrUnknown) {
			t.Errorf("entry %d: %v", index, err)
		}
	}
}

func testConsistency(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	options := keys(t, logName)
	log := open(t, s, options)
	var kept []string
	for i := range 7 {
		checkpoint, err := log.Checkpoint(ctx)
		if err != nil {
			t.Fatal(err)
		}
		kept = append(kept, checkpoint)
		for _, old := range kept {
			c, err := log.Consistent(ctx, old)
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Check(options.Verifiers); err != nil {
				t.Error(err)
			}
			if len(c.Hashes) > 0 {
				c.Hashes[0][0]++
				if c.Check(options.Verifiers) == nil {
					t.Error("a changed proof holds")
				}
			}
		}
		add(t, log, string(rune('a'+i)), given(string(rune('a'+i)), "p-1", "diet"))
	}
	var damage *ledger.DamageError
	for _, bad := range []string{"", "nonsense", strings.Replace(kept[3], "\n3\n", "\n4\n", 1)} {
		if _, err := log.Consistent(ctx, bad); !errors.As(err, &damage) {
			t.Errorf("a checkpoint that is none: %v", err)
		}
	}
}
