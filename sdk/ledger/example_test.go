package ledger_test

import (
	"context"
	"fmt"
	"log"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/policy"
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

// The policy says how long the proof of consent is kept, and the log follows it.
func ExampleLog_Retain() {
	ctx := context.Background()
	const name = "consents.example/evening-school"
	private, public, _ := note.GenerateKey(nil, name)
	signer, _ := note.NewSigner(private)
	verifier, _ := note.NewVerifier(public)
	book, err := ledger.Open(ledger.Memory(), name, ledger.Options{Signer: signer, Verifiers: note.VerifierList(verifier)})
	if err != nil {
		log.Fatal(err)
	}
	doc := &policy.Document{
		ID:         "evening-school",
		Data:       []policy.Datum{{ID: "answers", Term: "dpv:ConsentRecord"}},
		Activities: []policy.Activity{{ID: "proof", Data: []string{"answers"}, Retention: []string{"two-years"}}},
		Retention:  []policy.Retention{{ID: "two-years", Trigger: policy.ConsentWithdrawn, Period: date.Period{Years: 2}}},
	}
	question := consent.Question{Policy: doc.ID}
	yes := consent.Record{ID: "r-1", Version: 1, Status: consent.Given, Subject: "pupil-17", At: "2022-03-01T12:00:00+01:00", Question: question}
	no, _ := yes.Withdraw("2023-06-14T08:30:00+02:00", consent.Self)
	other := consent.Record{ID: "r-2", Version: 1, Status: consent.Given, Subject: "pupil-18", At: "2022-03-01T12:00:00+01:00", Question: question}
	if _, err := book.Append(ctx, "all", yes, no, other); err != nil {
		log.Fatal(err)
	}

	rule := ledger.Retention{Policy: doc, At: date.Date{Year: 2025, Month: 6, Day: 15}, By: "registrar"}
	for due, err := range book.Due(ctx, rule) {
		if err != nil {
			log.Fatal(err)
		}
		last, _ := due.History.Last()
		fmt.Println(last.Record.ID, due.Rule, due.Through, due.Action)
	}
	done, err := book.Retain(ctx, rule)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("erased:", done.Erased)
	// Output:
	// r-1 two-years 2025-06-14 erase
	// erased: 1
}
