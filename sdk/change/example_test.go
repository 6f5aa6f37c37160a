package change_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"

	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/text"
)

const first = `
id: evening-school
title: {en: How we use your data}
languages: [en]
effectiveFrom: 2026-01-01
subjects: [{id: subscriber, label: {en: subscribers}}]
data: [{id: email, label: {en: e-mail address}}, {id: age, label: {en: age}}]
purposes: [{id: news, title: {en: Newsletter}}]
activities:
  - {id: mail, purposes: [news], subjects: [subscriber], data: [email], basis: {article: 6(1)(a)}, consents: [newsletter]}
consents: [{id: newsletter, purposes: [news], text: {en: "Yes, send me news by e-mail."}}]
`

const second = `
id: evening-school
title: {en: How we use your data}
languages: [en]
effectiveFrom: 2026-09-01
subjects: [{id: subscriber, label: {en: subscribers}}]
data: [{id: email, label: {en: e-mail address}}, {id: age, label: {en: age}}]
purposes: [{id: news, title: {en: Newsletter}}]
activities:
  - {id: mail, purposes: [news], subjects: [subscriber], data: [email, age], basis: {article: 6(1)(a)}, consents: [newsletter]}
consents: [{id: newsletter, purposes: [news], text: {en: "Yes, send me news by e-mail."}}]
`

func ExampleCompare() {
	old, new := policyfile.Parse("first.yaml", []byte(first)), policyfile.Parse("second.yaml", []byte(second))
	report := change.Compare(old.Doc, new.Doc)
	for _, c := range report.Changes {
		fmt.Println(c.Kind, c.ID, c.New)
	}
	fmt.Println("asked again:", report.Again())
	// Output:
	// data-added age /activities/0/data/1
	// asked again: [newsletter]
}

func ExampleReport_Markdown() {
	old, new := policyfile.Parse("first.yaml", []byte(first)), policyfile.Parse("second.yaml", []byte(second))
	os.Stdout.Write(change.Compare(old.Doc, new.Doc).Markdown(text.In(locale.EN)))
	// Output:
	// # Changes: How we use your data
	//
	// The changes apply from 1 September 2026.
	//
	// They concern: subscribers.
	//
	// ## What changes
	//
	// ### Newsletter
	//
	// - We also use these data: age.
	//
	// ## What we ask you again
	//
	// Have you agreed to any of this? Then we ask you again, since something that matters to your answer has changed. Your earlier answer does not cover the change. You are free to say no.
	//
	// > Yes, send me news by e-mail.
}

// A record of consent keeps hashes; the core leaves the hash to its host.
func ExampleFingerprint_Agrees() {
	hash := func(text string) string {
		sum := sha256.Sum256([]byte(text))
		return hex.EncodeToString(sum[:])
	}
	old, new := policyfile.Parse("first.yaml", []byte(first)), policyfile.Parse("second.yaml", []byte(second))
	then, _ := change.MaterialOf(old.Doc, "newsletter")
	record := then.In(locale.EN).Sum(hash)

	now, _ := change.MaterialOf(new.Doc, "newsletter")
	fmt.Println("the answer still counts:", record.Agrees(now.Sum(hash)))
	// Output:
	// the answer still counts: false
}
