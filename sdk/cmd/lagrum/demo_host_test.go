package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/serve"
)

// No page reads what the staff see by giving this machine a name of its own.
func TestDemoAnswersToNoStrangersName(t *testing.T) {
	site := startDemo(t, filepath.Join(t.TempDir(), "demo.db"))
	for host, want := range map[string]int{
		"127.0.0.1:8080": 200, "localhost:8080": 200, "LOCALHOST": 200, "demo.localhost:1": 200, "[::1]:8080": 200, "[::1]": 200, "192.0.2.7": 200,
		"evil.example": 421, "evil.example:8080": 421, "localhost.evil.example": 421, "evillocalhost": 421, "127.0.0.1.evil.example:80": 421, "%00": 421,
	} {
		for _, path := range []string{"/staff", "/staff/requests", "/staff/due", "/lartorget", "/lartorget/forms/enrolment?event=leading-meetings"} {
			r := httptest.NewRequest(http.MethodGet, path, nil)
			r.Host = host
			w := httptest.NewRecorder()
			site.server.Config.Handler.ServeHTTP(w, r)
			if w.Code != want {
				t.Errorf("%s asked for as %s: %d", path, host, w.Code)
			}
		}
	}
}

// The pages of the demonstration hide no policy.
func TestDemoRefusesIDsOfItsOwnPages(t *testing.T) {
	doc := policyfile.Parse("policy.yaml", readExample(t, "lartorget")).Doc
	for _, id := range []string{"staff", "profile"} {
		doc.ID = id
		d, err := openDemo(t.Context(), filepath.Join(t.TempDir(), "demo.db"), []serve.Policy{{Doc: doc}})
		if err == nil {
			d.store.Close()
		}
		if err == nil || !strings.Contains(err.Error(), id) {
			t.Errorf("%s: %v", id, err)
		}
	}
}

// The keys are in the file and what people typed: nobody else on the machine reads
// it, or what SQLite keeps beside it, neither of a new file nor of one that others
// could read.
func TestDemoIsForItsOwnerAlone(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"old.db", "old.db-wal"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"old.db", "new.db"} {
		startDemo(t, filepath.Join(dir, file))
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 6 {
		t.Fatalf("the folder holds %v, %v", entries, err)
	}
	for _, entry := range entries {
		if info, err := entry.Info(); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", entry.Name(), info.Mode(), err)
		}
	}
}
