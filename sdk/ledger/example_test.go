package ledger_test

import (
	"context"
	"fmt"
	"log"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
	"golang.org/x/mod/sumdb/note"
)

// A yes is kept, proved, taken back, and in the end erased.
func Example() {
	ctx := context.Background()
	const name = "consents.example/evening-school"
	private, public, err := note.GenerateKey(nil, name) // keep the private key where the database is not
	if err != nil {
		log.Fatal(err)
	}
	signer, _ := note.NewSigner(private)
	verifier, _ := note.NewVerifier(public)
	book, err := ledger.Open(ledger.Memory(), name, ledger.Options{
		Signer: signer, Verifiers: note.VerifierList(verifier),
	})
	if err != nil {
		log.Fatal(err)
	}

	yes := consent.Record{ID: "r-1", Version: 1, Status: consent.Given, Subject: "pupil-17", At: "2026-11-22T12:00:00+01:00"}
	positions, err := book.Append(ctx, "submission-4711", yes)
	if err != nil {
		log.Fatal(err)
	}
	proof, err := book.Prove(ctx, positions[0].Index)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("proved:", proof.Check(yes.AppendJSON(nil), note.VerifierList(verifier)) == nil)

	no, _ := yes.Withdraw("2026-11-23T08:30:00+01:00", consent.Self)
	if _, err := book.Append(ctx, "withdrawal-1", no); err != nil {
		log.Fatal(err)
	}
	history, err := book.History(ctx, "r-1")
	if err != nil {
		log.Fatal(err)
	}
	last, _ := history.Last()
	fmt.Println("now:", last.Record.Status)

	kept, err := book.Checkpoint(ctx) // keep it elsewhere
	if err != nil {
		log.Fatal(err)
	}
	if _, err := book.Erase(ctx, "r-1", ledger.Disposal{Reason: "two years after the course", By: "registrar"}); err != nil {
		log.Fatal(err)
	}
	report, err := book.Verify(ctx, ledger.Verification{Kept: []string{kept}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("entries:", report.Size, "erased:", report.Erased, "wrong:", len(report.Findings))
	// Output:
	// proved: true
	// now: withdrawn
	// entries: 3 erased: 2 wrong: 0
}
