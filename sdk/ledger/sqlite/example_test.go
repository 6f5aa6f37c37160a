package sqlite_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
	"golang.org/x/mod/sumdb/note"
)

func ExampleOpen() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "ledger")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	store, err := sqlite.Open(ctx, filepath.Join(dir, "consents.db"))
	if err != nil {
		log.Fatal(err)
	}
	defer store.Close()

	const name = "consents.example/evening-school"
	private, public, _ := note.GenerateKey(nil, name)
	signer, _ := note.NewSigner(private)
	verifier, _ := note.NewVerifier(public)
	book, err := ledger.Open(store, name, ledger.Options{Signer: signer, Verifiers: note.VerifierList(verifier)})
	if err != nil {
		log.Fatal(err)
	}
	yes := consent.Record{ID: "r-1", Version: 1, Status: consent.Given, Subject: "pupil-17", At: "2026-11-22T12:00:00+01:00"}
	if _, err := book.Append(ctx, "submission-4711", yes); err != nil {
		log.Fatal(err)
	}
	histories, err := book.Subject(ctx, "pupil-17")
	if err != nil {
		log.Fatal(err)
	}
	last, _ := histories[0].Last()
	fmt.Println(last.Index, last.Record.Status)
	// Output: 0 given
}
