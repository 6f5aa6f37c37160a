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
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	file, err := policyfile.Load(os.Args[1])
	check(err)
	store, err := sqlite.Open(ctx, "server.db")
	check(err)
	defer store.Close()
	_, err = store.DB.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS answer (reference TEXT, second BOOLEAN, answers TEXT, PRIMARY KEY (reference, second));
		CREATE TABLE IF NOT EXISTS rests (consent TEXT PRIMARY KEY, reference TEXT)`)
	check(err)
	key, err := receipt.ParsePrivateKey(read("receipts.pem"))
	check(err)
	signer, err := receipt.NewSigner(key)
	check(err)
	handler, err := serve.New([]serve.Policy{{Doc: file.Doc, Ledger: open(store)}}, serve.Options{
		Signer: signer, Address: os.Getenv("ADDRESS"), // where people reach it: https://school.example
		Receive: func(ctx context.Context, d serve.Delivery) error {
			for _, r := range d.Records {
				if _, err := store.DB.ExecContext(ctx, `INSERT INTO rests VALUES ($1, $2) ON CONFLICT DO NOTHING`, r.ID, d.Reference); err != nil {
					return err
				}
			}
			_, err := store.DB.ExecContext(ctx, `INSERT OR REPLACE INTO answer VALUES ($1, $2, $3)`, d.Reference, d.Second, string(d.Submission.AppendJSON(nil)))
			return err
		},
		Withdrawn: func(ctx context.Context, r consent.Record) error { return forget(ctx, store.DB, r.ID) },
	})
	check(err)
	server := &http.Server{Addr: cmp.Or(os.Getenv("LISTEN"), "127.0.0.1:8080"), Handler: handler, ReadTimeout: time.Minute, WriteTimeout: time.Minute}
	context.AfterFunc(ctx, func() { server.Shutdown(context.Background()) })
	log.Print("http://" + server.Addr)
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
}

// open opens the log of the organiser, whose name is that of its key.
func open(store ledger.Store) *ledger.Log {
	signer, err := note.NewSigner(strings.TrimSpace(string(read("log.key"))))
	check(err)
	known, err := note.NewVerifier(strings.TrimSpace(string(read("log.pub"))))
	check(err)
	l, err := ledger.Open(store, signer.Name(), ledger.Options{Signer: signer, Verifiers: note.VerifierList(known)})
	check(err)
	return l
}

// forget erases the part of a form that rested on a consent.
func forget(ctx context.Context, db *sql.DB, id string) error {
	_, err := db.ExecContext(ctx, `DELETE FROM answer WHERE second AND reference = (SELECT reference FROM rests WHERE consent = $1)`, id)
	return err
}

func read(name string) []byte {
	data, err := os.ReadFile(name)
	check(err)
	return data
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
