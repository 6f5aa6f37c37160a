package sqlite_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
	"github.com/lagrum/lagrum/sdk/ledger/storetest"
	"golang.org/x/mod/sumdb/note"
)

const logName = "consents.example/course"

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

func open(t testing.TB, file string) *sqlite.Store {
	t.Helper()
	store, err := sqlite.Open(t.Context(), file)
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
		store := open(t, filepath.Join(t.TempDir(), "consents.db"))
		return storetest.Database(store, store.DB)
	})
}

// A name that would mean something else in an address is a name.
func TestFileNames(t *testing.T) {
	for _, name := range []string{"a b.db", "100%25.db", "was?mode=memory", "a#b.db", "åäö.db", "a&b=c.db"} {
		dir := t.TempDir()
		store, err := sqlite.Open(t.Context(), filepath.Join(dir, name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) != 1 || entries[0].Name() != name {
			t.Errorf("%s: the folder holds %v", name, entries)
		}
	}
	for _, name := range []string{"", ":memory:", filepath.Join(t.TempDir(), "missing", "a.db")} {
		if store, err := sqlite.Open(t.Context(), name); err == nil {
			store.Close()
			t.Errorf("%q was opened", name)
		}
	}
}

// What a commit promises rests on these.
func TestSettings(t *testing.T) {
	store := open(t, filepath.Join(t.TempDir(), "consents.db"))
	for range 3 {
		conn, err := store.DB.Conn(t.Context()) // another one each time
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "secure_delete": "1", "busy_timeout": "30000"} {
			var got string
			if err := conn.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
				t.Errorf("%s is %s, want %s; %v", pragma, got, want, err)
			}
		}
	}
}

func TestReopened(t *testing.T) {
	file, o := filepath.Join(t.TempDir(), "consents.db"), options(t)
	for i := range 3 {
		store, err := sqlite.Open(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		log := openLog(t, store, o)
		id := fmt.Sprint(i)
		if _, err := log.Append(t.Context(), id, yes(id)); err != nil {
			t.Fatal(err)
		}
		report, err := log.Verify(t.Context(), ledger.Verification{})
		if err != nil || report.Size != int64(i+1) || report.Findings != nil {
			t.Errorf("report %+v, %v", report, err)
		}
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// What stands in a ledger is for the owner of the file alone, from the first byte on,
// whatever the umask lets others do.
func TestForTheOwnerAlone(t *testing.T) {
	dir := t.TempDir()
	store := open(t, filepath.Join(dir, "consents.db"))
	if _, err := openLog(t, store, options(t)).Append(t.Context(), "a", yes("a")); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 3 {
		t.Fatalf("the file and two beside it are %v, %v", entries, err)
	}
	for _, entry := range entries {
		if info, err := entry.Info(); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", entry.Name(), info.Mode(), err)
		}
	}
}

// A file that somebody has made on purpose for others too stays so.
func TestModeStays(t *testing.T) {
	file := filepath.Join(t.TempDir(), "consents.db")
	if err := os.WriteFile(file, nil, 0o640); err != nil {
		t.Fatal(err)
	}
	open(t, file)
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// Nothing of what was erased is left in the file, or beside it.
func TestErasedForGood(t *testing.T) {
	dir := t.TempDir()
	store := open(t, filepath.Join(dir, "consents.db"))
	log := openLog(t, store, options(t))
	for i := range 40 {
		id := fmt.Sprintf("secret-%d", i)
		if _, err := log.Append(t.Context(), "key-of-"+id, yes(id)); err != nil {
			t.Fatal(err)
		}
	}
	if !found(t, dir, "secret-7") {
		t.Fatal("nothing is found even before")
	}
	for i := range 40 {
		if _, err := log.Erase(t.Context(), fmt.Sprintf("secret-%d", i), ledger.Disposal{Reason: "over", By: "registrar"}); err != nil {
			t.Fatal(err)
		}
	}
	if found(t, dir, "secret-") {
		t.Error("something of what was erased is left")
	}
}

func found(t *testing.T, dir, text string) bool {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte(text)) {
			return true
		}
	}
	return false
}

// Several that open a new file at once all find its tables.
func TestOpenedAtOnce(t *testing.T) {
	file, o := filepath.Join(t.TempDir(), "consents.db"), options(t)
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			store, err := sqlite.Open(t.Context(), file)
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
	report, err := openLog(t, open(t, file), o).Verify(t.Context(), ledger.Verification{})
	if err != nil || report.Size != 6 || report.Findings != nil {
		t.Errorf("report %+v, %v", report, err)
	}
}
