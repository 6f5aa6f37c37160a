package main

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/serve"
	"github.com/lagrum/lagrum/sdk/text"
)

// A demo keeps what a demonstration receives, with its ledgers and its keys, in
// one SQLite file. Its keys are anybody's who has the file: a real service keeps
// them apart.
type demo struct {
	store    *sqlite.Store
	policies []serve.Policy
	key      []byte // of the pages
	signer   *receipt.Signer
	log      *slog.Logger
	verifier verifier

	receiptKey string            // the public key of the receipts, as a JWK
	logKeys    map[string]string // those of the logs, by name
}

// demoTables are made if they are not there. An answer has one row for each part
// of its form.
const demoTables = `
CREATE TABLE IF NOT EXISTS demo_key (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS demo_answer (
	reference TEXT NOT NULL, second INTEGER NOT NULL, policy TEXT NOT NULL, form TEXT NOT NULL, language TEXT NOT NULL,
	event TEXT NOT NULL, at TEXT NOT NULL, answers TEXT NOT NULL, PRIMARY KEY (reference, second));
CREATE TABLE IF NOT EXISTS demo_consent (id TEXT PRIMARY KEY, reference TEXT NOT NULL, field TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS demo_erased (reference TEXT NOT NULL, field TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (reference, field));`

// openDemo opens the file, or makes it, and gives each policy its ledger.
func openDemo(ctx context.Context, file string, policies []serve.Policy) (*demo, error) {
	for i := range policies {
		if id := policies[i].Doc.ID; id == "staff" || id == "profile" {
			return nil, fmt.Errorf("the id %q is that of a page of the demonstration; choose another for the policy", id)
		}
	}
	if err := hide(file); err != nil {
		return nil, err
	}
	store, err := sqlite.Open(ctx, file)
	if err != nil {
		return nil, err
	}
	d := &demo{store: store, policies: policies, log: slog.New(slog.DiscardHandler), logKeys: map[string]string{}}
	if err := d.prepare(ctx); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return d, nil
}

// hide takes from others what earlier versions let them read: the keys are in the
// file. What is made from now on is its owner's alone (see sqlite.Open).
func hide(file string) error {
	for _, name := range []string{file, file + "-wal", file + "-shm"} {
		if err := os.Chmod(name, 0o600); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func (d *demo) prepare(ctx context.Context) error {
	if _, err := d.store.DB.ExecContext(ctx, demoTables+dueTables+rightsTables); err != nil {
		return fmt.Errorf("demo: make the tables: %w", err)
	}
	var err error
	if d.key, err = d.secret(ctx, "pages", func() ([]byte, error) { return random(32), nil }); err != nil {
		return err
	}
	seed, err := d.secret(ctx, "receipts", func() ([]byte, error) { return random(ed25519.SeedSize), nil })
	if err != nil {
		return err
	}
	key := ed25519.NewKeyFromSeed(seed)
	if d.signer, err = receipt.NewSigner(key); err != nil {
		return err
	}
	jwk, err := receipt.PublicJWK(key.Public().(ed25519.PublicKey))
	if err != nil {
		return err
	}
	d.receiptKey = string(jwk)
	for i := range d.policies {
		if d.policies[i].Ledger, err = d.ledger(ctx, d.policies[i].Doc); err != nil {
			return err
		}
	}
	return nil
}

// ledger opens the ledger of a policy.
func (d *demo) ledger(ctx context.Context, doc *policy.Document) (*ledger.Log, error) {
	name := "lagrum.example/" + doc.ID
	secret, err := d.secret(ctx, name, func() ([]byte, error) {
		secret, verifier, err := note.GenerateKey(rand.Reader, name)
		return []byte(secret + "\n" + verifier), err
	})
	if err != nil {
		return nil, err
	}
	private, public, _ := strings.Cut(string(secret), "\n")
	signer, err := note.NewSigner(private)
	if err != nil {
		return nil, err
	}
	d.logKeys[name] = public
	verifier, err := note.NewVerifier(public)
	if err != nil {
		return nil, err
	}
	return ledger.Open(d.store, name, ledger.Options{Signer: signer, Verifiers: note.VerifierList(verifier), PublicBody: isPublicBody(doc)})
}

// isPublicBody reports whether one of the controllers is a public authority: its
// records may not be destroyed without a decision.
func isPublicBody(doc *policy.Document) bool {
	for i := range doc.Activities {
		for _, id := range doc.Activities[i].Controllers {
			if p := doc.Party(id); p != nil && p.PublicAuthority {
				return true
			}
		}
	}
	return false
}

// secret gives the key with the name, and makes it the first time.
func (d *demo) secret(ctx context.Context, name string, generate func() ([]byte, error)) ([]byte, error) {
	made, err := generate()
	if err != nil {
		return nil, err
	}
	if _, err := d.store.DB.ExecContext(ctx, `INSERT INTO demo_key (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING`, name, made); err != nil {
		return nil, fmt.Errorf("demo: keep a key: %w", err)
	}
	var value []byte
	err = d.store.DB.QueryRowContext(ctx, `SELECT value FROM demo_key WHERE name = $1`, name).Scan(&value)
	return value, err
}

func random(n int) []byte {
	b := make([]byte, n)
	rand.Read(b) // never fails
	return b
}

// options are those under which the demonstration is served.
func (d *demo) options(o serve.Options) serve.Options {
	if o.Logger != nil {
		d.log = o.Logger
	}
	o.Key, o.Signer, o.Receive, o.Sender, o.Withdrawn = d.key, d.signer, d.receive, sender, d.withdrawn
	o.Requested = d.requested
	o.Compare = true
	o.Note = policy.Text{}
	for _, tag := range text.Languages {
		o.Note[tag] = text.In(tag).Form.DemoKept
	}
	return o
}

// inOne runs changes of the demonstration's own tables, all or none.
func (d *demo) inOne(ctx context.Context, change func(*sql.Tx) error) error {
	tx, err := d.store.DB.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // of no effect after a commit
	if err := change(tx); err != nil {
		return err
	}
	return tx.Commit()
}
