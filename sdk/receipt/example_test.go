package receipt_test

import (
	"crypto/ed25519"
	"fmt"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// An organiser signs a receipt, and somebody else checks it with the public key.
func Example() {
	private := ed25519.NewKeyFromSeed([]byte("a seed of 32 bytes for examples.")) // make yours with: lagrum receipt key
	signer, err := receipt.NewSigner(private)
	if err != nil {
		fmt.Println(err)
		return
	}
	file, err := signer.Sign(&consent.Receipt{
		ID: "r-1", Issued: "2026-11-22T12:00:05+01:00", Language: "en", Organiser: "Evening School",
		Items: []consent.Item{{Record: consent.Record{ID: "c-1", Subject: "p-7", At: "2026-11-22T12:00:00+01:00"}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}

	published, err := receipt.PublicJWK(private.Public().(ed25519.PublicKey))
	if err != nil {
		fmt.Println(err)
		return
	}
	keys, err := receipt.ParseKeys(published)
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := receipt.Verify(file, keys)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Right(), report.Receipt.ID)
	for _, check := range report.Checks {
		fmt.Println(check.Part, check.Result, check.Code)
	}
	// Output:
	// true r-1
	// signature right known-key
	// content right content-right
	// log unchecked no-proof
}

// A log with a single record: its tree has no more than that leaf.
func ExampleProof_Check() {
	const private = "PRIVATE+KEY+courses.example+cfe2a7da+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
	const public = "courses.example+cfe2a7da+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
	signer, err := note.NewSigner(private)
	if err != nil {
		fmt.Println(err)
		return
	}
	content, salt := []byte(`{"id":"c-1"}`), []byte("16 random bytes.")
	leaf := receipt.Leaf(salt, content)
	checkpoint, err := receipt.Checkpoint{Origin: "courses.example", Size: 1, Root: tlog.RecordHash(leaf[:])}.Sign(signer)
	if err != nil {
		fmt.Println(err)
		return
	}
	proof := receipt.NewProof(0, salt, nil, 1, checkpoint)

	var keys receipt.Keys
	if err := keys.AddLogs(public); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(proof.Check(content, keys.Logs()))
	fmt.Println(proof.Check([]byte(`{"id":"c-2"}`), keys.Logs()) == receipt.ErrNotInLog)
	// Output:
	// <nil>
	// true
}
