// The command server is the smallest complete host: it shows a policy with its
// forms, keeps what people send and the log of their consents in one SQLite
// file, signs receipts, and forgets what a consent allowed once it is taken back.
//
//	lagrum receipt key receipts.pem >receipts.jwk
//	lagrum ledger key school.example/consents log.key >log.pub
//	(umask 077; head -c 32 /dev/urandom >pages.key)
//	server policy.yaml
package main

import (
	"cmp"
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
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
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	file := must(policyfile.Load(os.Args[1]))
	store := must(sqlite.Open(ctx, "server.db"))
	defer store.Close()
	must(store.DB.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS answer (reference, second, datum, value, PRIMARY KEY (reference, datum)); CREATE TABLE IF NOT EXISTS asked (consent PRIMARY KEY, reference)`))
	listen := cmp.Or(os.Getenv("LISTEN"), "127.0.0.1:8080")
	read := func(name string) string { return strings.TrimSpace(string(must(os.ReadFile(name)))) }
	signer := must(note.NewSigner(read("log.key"))) // the log bears the name of its key
	own := must(ledger.Open(store, signer.Name(), ledger.Options{Signer: signer, Verifiers: note.VerifierList(must(note.NewVerifier(read("log.pub"))))}))
	handler := must(serve.New([]serve.Policy{{Doc: file.Doc, Ledger: own}}, serve.Options{
		Address: cmp.Or(os.Getenv("ADDRESS"), "http://"+listen), // where people reach it: https://school.example
		Key:     must(os.ReadFile("pages.key")), Signer: must(receipt.NewSigner(must(receipt.ParsePrivateKey(must(os.ReadFile("receipts.pem")))))),
		Receive: func(ctx context.Context, d serve.Delivery) error { return keep(ctx, store.DB, d) },
		Withdrawn: func(ctx context.Context, r consent.Record) (err error) {
			for _, d := range consent.EffectOf(file.Doc, r.Question.ID, r.Question.Form, text.In(r.Question.Language)).Data {
				if len(d.Why) == 0 && err == nil { // nothing else needs it
					_, err = store.DB.ExecContext(ctx, `DELETE FROM answer WHERE datum = $1 AND reference IN (SELECT reference FROM asked WHERE consent = $2)`, d.Datum, r.ID)
				}
			}
			return err
		},
	}))
	server := &http.Server{Addr: listen, Handler: handler, ReadTimeout: time.Minute, WriteTimeout: time.Minute}
	ended := make(chan error)
	context.AfterFunc(ctx, func() { ended <- server.Shutdown(context.Background()) })
	log.Print("http://" + listen)
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	must(0, <-ended) // all have their answers, and the file may be closed
}

// keep keeps each answer under the datum that it is, in the place of those that came
// before with the same part of the form, and for which form which consents were asked.
func keep(ctx context.Context, db *sql.DB, d serve.Delivery) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // of no effect after a commit
	_, err = tx.ExecContext(ctx, `DELETE FROM answer WHERE reference = $1 AND second = $2`, d.Reference, d.Second)
	for name := range d.Submission.Names() {
		if datum := d.Submission.Form().Field(name).Datum; datum != "" && err == nil { // consents have none; they are on record
			_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO answer VALUES ($1, $2, $3, $4)`, d.Reference, d.Second, datum, strings.Join(d.Submission.Texts(name), ", "))
		}
	}
	for _, r := range d.Records {
		if err == nil {
			_, err = tx.ExecContext(ctx, `INSERT OR IGNORE INTO asked VALUES ($1, $2)`, r.ID, d.Reference)
		}
	}
	if err == nil {
		err = tx.Commit()
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
