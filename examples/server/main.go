// The command server is the smallest complete host: it shows a policy with its
// forms, keeps what people send and the log of their consents in one SQLite
// file, signs receipts, and forgets what a consent allowed once it is taken back.
//
//	lagrum receipt key receipts.pem >receipts.jwk
//	lagrum ledger key school.example/consents log.key >log.pub
//	server policy.yaml
package main

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/serve"
	"github.com/lagrum/lagrum/sdk/text"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	file := must(policyfile.Load(os.Args[1]))
	store := must(sqlite.Open(ctx, "server.db"))
	defer store.Close()
	must(store.DB.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS answer (reference TEXT, datum TEXT, value TEXT, PRIMARY KEY (reference, datum));
		CREATE TABLE IF NOT EXISTS asked (consent TEXT PRIMARY KEY, reference TEXT)`))
	signer := must(receipt.NewSigner(must(receipt.ParsePrivateKey(must(os.ReadFile("receipts.pem"))))))
	handler := must(serve.New([]serve.Policy{{Doc: file.Doc, Ledger: open(store)}}, serve.Options{
		Signer: signer, Address: os.Getenv("ADDRESS"), // where people reach it: https://school.example
		Receive: func(ctx context.Context, d serve.Delivery) error { return keep(ctx, store.DB, d) },
		Withdrawn: func(ctx context.Context, r consent.Record) error {
			for _, d := range consent.EffectOf(file.Doc, r.Question.ID, r.Question.Form, text.In(r.Question.Language)).Data {
				if len(d.Why) > 0 { // something else needs it
					continue
				}
				if _, err := store.DB.ExecContext(ctx, `DELETE FROM answer WHERE datum = $1 AND reference IN (SELECT reference FROM asked WHERE consent = $2)`, d.Datum, r.ID); err != nil {
					return err
				}
			}
			return nil
		},
	}))
	server := &http.Server{Addr: cmp.Or(os.Getenv("LISTEN"), "127.0.0.1:8080"), Handler: handler, ReadTimeout: time.Minute, WriteTimeout: time.Minute}
	context.AfterFunc(ctx, func() { server.Shutdown(context.Background()) })
	log.Print("http://" + server.Addr)
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
}

// open opens the log of the organiser, whose name is that of its key.
func open(store ledger.Store) *ledger.Log {
	signer := must(note.NewSigner(strings.TrimSpace(string(must(os.ReadFile("log.key"))))))
	known := must(note.NewVerifier(strings.TrimSpace(string(must(os.ReadFile("log.pub"))))))
	return must(ledger.Open(store, signer.Name(), ledger.Options{Signer: signer, Verifiers: note.VerifierList(known)}))
}

// keep keeps each answer under the datum that it is, and for which form which
// consents were asked.
func keep(ctx context.Context, db *sql.DB, d serve.Delivery) error {
	var err error
	for name := range d.Submission.Names() {
		value := strings.Join(d.Submission.Texts(name), ", ")
		_, failed := db.ExecContext(ctx, `INSERT OR REPLACE INTO answer VALUES ($1, $2, $3)`, d.Reference, d.Submission.Form().Field(name).Datum, value)
		err = errors.Join(err, failed)
	}
	for _, r := range d.Records {
		_, failed := db.ExecContext(ctx, `INSERT OR IGNORE INTO asked VALUES ($1, $2)`, r.ID, d.Reference)
		err = errors.Join(err, failed)
	}
	return err
}

// must ends the program if something went wrong.
func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}
