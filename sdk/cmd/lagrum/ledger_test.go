package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
)

// A bookkeeper has a log with six records in a file, and its keys.
type bookkeeper struct{ dir string }

func newBookkeeper(t *testing.T) *bookkeeper {
	t.Helper()
	b := &bookkeeper{dir: t.TempDir()}
	public := b.run(t, 0, "ledger", "key", "consents.example/school", b.file("log.key"))
	if err := os.WriteFile(b.file("log.pub"), []byte(public), 0o600); err != nil {
		t.Fatal(err)
	}
	log, store := b.open(t)
	for i := range 6 {
		r := consent.Request(consent.Question{Policy: "school", Label: "May we?"}, "p-"+strconv.Itoa(i), "2026-11-22T12:00:00Z")
		r.ID = "c-" + strconv.Itoa(i)
		if _, err := log.Append(t.Context(), r.ID, r); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *bookkeeper) file(name string) string { return filepath.Join(b.dir, name) }

// open opens the log with its private key.
func (b *bookkeeper) open(t *testing.T) (*ledger.Log, *sqlite.Store) {
	t.Helper()
	signer, err := signingKey(b.file("log.key"))
	if err != nil {
		t.Fatal(err)
	}
	known, name, err := (&logRequest{logKeys: []string{b.file("log.pub")}}).known()
	if err != nil {
		t.Fatal(err)
	}
	store, err := sqlite.Open(t.Context(), b.file("log.db"))
	if err != nil {
		t.Fatal(err)
	}
	log, err := ledger.Open(store, name, ledger.Options{Signer: signer, Verifiers: note.VerifierList(known...)})
	if err != nil {
		t.Fatal(err)
	}
	return log, store
}

// run runs the command and gives what it wrote, errors after all else.
func (b *bookkeeper) run(t *testing.T, status int, args ...string) string {
	t.Helper()
	var out, problems bytes.Buffer
	if got := run(t.Context(), args, strings.NewReader(""), &out, &problems); got != status {
		t.Fatalf("lagrum %s: %d, want %d: %s%s", strings.Join(args[:2], " "), got, status, &out, &problems)
	}
	return out.String() + problems.String()
}

// on adds which log it is.
func (b *bookkeeper) on(args ...string) []string {
	return append(append([]string{"ledger"}, args...), "--db", b.file("log.db"), "--log-key", b.file("log.pub"))
}

func (b *bookkeeper) tamper(t *testing.T, statement string) {
	t.Helper()
	_, store := b.open(t)
	defer store.Close()
	if _, err := store.DB.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

func TestLedgerVerify(t *testing.T) {
	b := newBookkeeper(t)
	if out := b.run(t, exitWell, b.on("verify")...); !strings.Contains(out, "consents.example/school: entries 6") || !strings.Contains(out, "nothing was changed") {
		t.Errorf("a sound log: %s", out)
	}
	kept := b.file("kept.txt")
	if err := os.WriteFile(kept, []byte(b.run(t, exitWell, b.on("checkpoint")...)), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := b.run(t, exitWell, b.on("verify", "--json", "--checkpoint", kept)...); !strings.Contains(out, `"findings":[]`) {
		t.Errorf("as JSON: %s", out)
	}
	b.tamper(t, `UPDATE lagrum_entry SET subject = 'p-9' WHERE position = 3`)
	if out := b.run(t, exitWrong, b.on("verify")...); !strings.Contains(out, "subject") || strings.Contains(out, "p-9") {
		t.Errorf("a changed column: %s", out)
	}
	if out := b.run(t, exitWrong, b.on("verify", "--json")...); !strings.Contains(out, `"index":3`) {
		t.Errorf("a changed column as JSON: %s", out)
	}
}

func TestLedgerErase(t *testing.T) {
	b := newBookkeeper(t)
	act := []string{"--key", b.file("log.key"), "--reason", "retention rule consents", "--by", "registrar", "c-2"}
	if out := b.run(t, exitMisuse, b.on(append([]string{"erase", "--public-body"}, act...)...)...); !strings.Contains(out, "decision") {
		t.Errorf("a public body without a decision: %s", out)
	}
	b.run(t, exitWell, b.on(append([]string{"restrict", "--public-body"}, act...)...)...)
	b.run(t, exitWell, b.on(append([]string{"erase", "--public-body", "--decision", "2026-12"}, act...)...)...)
	if out := b.run(t, exitWell, b.on("verify")...); !strings.Contains(out, "entries 8, of them records 5, acts 1, erased 2") {
		t.Errorf("after it: %s", out)
	}
	if out := b.run(t, exitMisuse, b.on(append([]string{"erase"}, act...)...)...); !strings.Contains(out, "lagrum:") {
		t.Errorf("erased twice: %s", out)
	}
}

func TestLedgerRelease(t *testing.T) {
	b := newBookkeeper(t)
	act := []string{"--key", b.file("log.key"), "--reason", "art. 18", "--by", "registrar", "c-2"}
	b.run(t, exitWell, b.on(append([]string{"restrict"}, act...)...)...)
	b.run(t, exitWell, b.on(append([]string{"release"}, act...)...)...)
	log, store := b.open(t)
	defer store.Close()
	if h, err := log.History(t.Context(), "c-2"); err != nil || h.Restricted != nil || len(h.Entries) != 1 {
		t.Errorf("after the release: %+v, %v", h.Restricted, err)
	}
}

// keeps is a policy that keeps the proof of consent for a year.
const keeps = `id: school
languages: [en]
data:
  - {id: answers, term: "dpv:ConsentRecord", label: {en: answers}}
activities:
  - {id: proof, data: [answers], retention: [a-year]}
retention:
  - {id: a-year, trigger: consent-withdrawn, period: P1Y}
`

// said adds old answers to the log.
func (b *bookkeeper) said(t *testing.T, ids ...string) {
	t.Helper()
	log, store := b.open(t)
	defer store.Close()
	for _, id := range ids {
		r := consent.Request(consent.Question{Policy: "school", Label: "May we?"}, "p-"+id, "2020-03-01T12:00:00+01:00")
		r.ID = id
		if _, err := log.Append(t.Context(), id, r); err != nil {
			t.Fatal(err)
		}
	}
}

func (b *bookkeeper) write(t *testing.T, name, content string) string {
	t.Helper()
	if err := os.WriteFile(b.file(name), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return b.file(name)
}

func TestLedgerRetain(t *testing.T) {
	b := newBookkeeper(t)
	b.said(t, "old", "claimed")
	policy := b.write(t, "policy.yaml", keeps)
	events := b.write(t, "events.yaml", "records: [{record: claimed, holds: [{reason: legal-claim, on: 2020-05-01}]}]")
	retain := func(status int, args ...string) string {
		return b.run(t, status, b.on(append(append([]string{"retain"}, args...), policy)...)...)
	}
	plan := retain(exitWell, "--dry-run", "--at", "2026-11-22", "--events", events)
	for _, want := range []string{"old: erase, by rule a-year", "claimed: held, by rule a-year", "1 March 2021", "time is up on 2026-11-22: 2; nothing"} {
		if !strings.Contains(plan, want) {
			t.Errorf("the plan does not say %q: %s", want, plan)
		}
	}
	if all := retain(exitWell, "--dry-run", "--at", "2030-01-01"); !strings.Contains(all, "c-0: erase") || !strings.Contains(all, ": 8; nothing") {
		t.Errorf("the plan for a day to come: %s", all)
	}
	by := []string{"--key", b.file("log.key"), "--by", "registrar"}
	on := append([]string{"--at", "2022-01-01"}, by...)
	if out := retain(exitWell, append(on, "--public-body")...); !strings.Contains(out, "erased: 0") || !strings.Contains(out, "decision missing: 2") {
		t.Errorf("a public body: %s", out)
	}
	if out := retain(exitWell, append(on, "--events", events)...); out != "histories erased: 1\nheld: 1\n" {
		t.Errorf("with a claim: %s", out)
	}
	if out := retain(exitWell, on...); out != "histories erased: 1\n" {
		t.Errorf("after it: %s", out)
	}
	if out := b.run(t, exitWell, b.on("verify")...); !strings.Contains(out, "erased 4") {
		t.Errorf("the log: %s", out)
	}
	for says, args := range map[string][]string{
		"not usable: At":             append([]string{"--at", "9999-01-01"}, by...),
		"at least one of the flags":  {"--at", "2022-01-01"},
		"there is no time zone":      append([]string{"--zone", "Stockholm"}, by...),
		"does not say how long":      nil,
		"an event without kind or d": append([]string{"--events", b.write(t, "bad.yaml", "records: [{record: old, happened: [{}]}]")}, by...),
	} {
		if args == nil {
			b.write(t, "policy.yaml", "id: school\nlanguages: [en]\n")
			args = by
		}
		if out := retain(exitMisuse, args...); !strings.Contains(out, says) {
			t.Errorf("%q is not said: %s", says, out)
		}
		b.write(t, "policy.yaml", keeps)
	}
}

func TestLedgerExportAndImport(t *testing.T) {
	b := newBookkeeper(t)
	exported := b.file("log.jsonl")
	if err := os.WriteFile(exported, []byte(b.run(t, exitWell, b.on("export")...)), 0o600); err != nil {
		t.Fatal(err)
	}
	before := b.run(t, exitWell, b.on("checkpoint")...)
	other := []string{"--db", b.file("other.db"), "--log-key", b.file("log.pub")}
	if out := b.run(t, exitWell, append([]string{"ledger", "import", exported, "--key", b.file("log.key")}, other...)...); !strings.Contains(out, "entries 6") {
		t.Errorf("imported: %s", out)
	}
	if after := b.run(t, exitWell, append([]string{"ledger", "checkpoint"}, other...)...); after != before {
		t.Error("the log has another checkpoint after it was moved")
	}
}

func TestLedgerMisuse(t *testing.T) {
	b := newBookkeeper(t)
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"a key that is there":  {[]string{"ledger", "key", "x.example/y", b.file("log.key")}, "already there"},
		"a name with a space":  {[]string{"ledger", "key", "x y", b.file("new.key")}, "cannot be the name"},
		"no database":          {[]string{"ledger", "verify", "--db", b.file("none.db"), "--log-key", b.file("log.pub")}, "no such file"},
		"a key that is none":   {[]string{"ledger", "verify", "--db", b.file("log.db"), "--log-key", b.file("log.key")}, "no key of a log"},
		"a private key wanted": {b.on("erase", "c-1"), "required flag"},
		"no such command":      {[]string{"ledger", "burn"}, "no such command"},
	} {
		t.Run(name, func(t *testing.T) {
			if out := b.run(t, exitMisuse, c.args...); !strings.Contains(out, c.says) || strings.Contains(out, "PRIVATE+KEY") {
				t.Error(out)
			}
		})
	}
}
