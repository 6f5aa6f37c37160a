package postgres_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	server "github.com/lagrum/lagrum/internal/postgres"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/postgres"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
	"golang.org/x/mod/sumdb/note"
)

const logName = "consents.example/course"

func open(t testing.TB, address string) *postgres.Store {
	t.Helper()
	store, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

func options(t testing.TB) ledger.Options {
	t.Helper()
	private, public, err := note.GenerateKey(nil, logName)
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, private, public)
}

func parse(t testing.TB, private, public string) ledger.Options {
	t.Helper()
	signer, err := note.NewSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	verifier, err := note.NewVerifier(public)
	if err != nil {
		t.Fatal(err)
	}
	return ledger.Options{Signer: signer, Verifiers: note.VerifierList(verifier)}
}

func openLog(t testing.TB, s ledger.Store, o ledger.Options) *ledger.Log {
	t.Helper()
	log, err := ledger.Open(s, logName, o)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

func yes(id string) consent.Record {
	return consent.Record{ID: id, Version: 1, Status: consent.Given, Subject: "pupil-" + id, At: "2026-11-22T12:00:00Z"}
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) ledger.Store {
		store := open(t, server.Database(t))
		return storetest.Database(store, store.DB)
	})
}

// What a commit promises rests on it, whatever the database says by itself.
func TestCommitsWait(t *testing.T) {
	address := server.Database(t)
	first := open(t, address)
	var name string
	if err := first.DB.QueryRowContext(t.Context(), `SELECT current_database()`).Scan(&name); err != nil {
		t.Fatal(err)
	}
	if _, err := first.DB.ExecContext(t.Context(), `ALTER DATABASE `+name+` SET synchronous_commit = off`); err != nil {
		t.Fatal(err)
	}
	for given, want := range map[string]string{"": "on", "&synchronous_commit=remote_apply": "remote_apply"} {
		store := open(t, address+given)
		var got string
		if err := store.DB.QueryRowContext(t.Context(), `SHOW synchronous_commit`).Scan(&got); err != nil || got != want {
			t.Errorf("synchronous_commit is %s, want %s; %v", got, want, err)
		}
	}
	for _, bad := range []string{"&synchronous_commit=off", "&synchronous_commit=local"} {
		if store, err := postgres.Open(t.Context(), address+bad); err == nil {
			store.Close()
			t.Errorf("%s was opened", bad)
		}
	}
}

func TestAddressStaysSecret(t *testing.T) {
	for _, address := range []string{"postgres://consents:hunter2@db.example:port/x", "password=hunter2 port=x"} {
		store, err := postgres.Open(t.Context(), address)
		if err == nil {
			store.Close()
			t.Fatal("opened")
		}
		if strings.Contains(err.Error(), "hunter2") {
			t.Error("the error tells the password")
		}
	}
}

// An error says nothing of the row that it is about.
func TestErrorsQuoteNothing(t *testing.T) {
	store := open(t, server.Database(t))
	if _, err := store.DB.ExecContext(t.Context(), `ALTER TABLE lagrum_entry ADD CHECK (part = 1)`); err != nil {
		t.Fatal(err)
	}
	_, err := openLog(t, store, options(t)).Append(t.Context(), "secret-key", yes("secret"))
	if err == nil {
		t.Fatal("no error")
	}
	for e := err; e != nil; e = errors.Unwrap(e) {
		if said := fmt.Sprintf("%+v %#v", e, e); strings.Contains(said, "secret") {
			t.Errorf("the error quotes the row: %T", e)
		}
	}
}

// Several that open a new database at once all find its tables.
func TestOpenedAtOnce(t *testing.T) {
	address, o := server.Database(t), options(t)
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			store, err := postgres.Open(t.Context(), address)
			if err != nil {
				t.Error(err)
				return
			}
			defer store.Close()
			log, err := ledger.Open(store, logName, o)
			if err != nil {
				t.Error(err)
				return
			}
			id := fmt.Sprint(i)
			if _, err := log.Append(t.Context(), id, yes(id)); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	report, err := openLog(t, open(t, address), o).Verify(t.Context(), ledger.Verification{})
	if err != nil || report.Size != 6 || report.Findings != nil {
		t.Errorf("report %+v, %v", report, err)
	}
}
