package choices_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/lagrum/lagrum/sdk/choices"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

const school = `
id: school
version: "1"
languages: [en]
regime: EU-GDPR
jurisdiction: DK
effectiveFrom: 2026-09-01
parties: [{id: school, name: Example School}, {id: counter, name: Example Counter Ltd, notice: "https://counter.example/privacy"}]
subjects: [{id: visitor, label: {en: visitors}}]
data: [{id: pages, label: {en: pages visited}}]
purposes: [{id: statistics, title: {en: Statistics}, text: {en: We count visits.}}]
activities:
  - {id: counting, purposes: [statistics], controllers: [school], subjects: [visitor], data: [pages], consents: [statistics], basis: {article: 6(1)(a)}}
retention: [{id: year, trigger: collection, period: P1Y, limit: at-most}]
consents:
  - id: statistics
    kind: device-storage
    purposes: [statistics]
    data: [pages]
    text: {en: I consent to Example School counting my visits.}
    withdraw: {en: Choose “Your choices” on any page.}
technologies:
  - {id: session, kind: cookie, name: {en: session}, purpose: {en: Keeps you logged in.}, necessary: true}
  - {id: visits, kind: cookie, name: {en: visit counter}, provider: counter, data: [pages], retention: year, consent: statistics, stored: [_count, "_count_*"]}
  - {id: access, kind: log, name: {en: access log}, necessary: true}
`

func sum(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}

func ExampleDerive() {
	file := policyfile.Parse("policy.yaml", []byte(school))
	panel, err := choices.Derive(file.Doc, form.Context{Language: locale.EN, Sum: sum})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range panel.Choices {
		fmt.Println(c.ID+":", c.Text)
		for _, t := range c.Technologies {
			fmt.Println("-", t.Name, t.Stored, "by", t.Provider, t.Kept)
		}
	}
	for _, t := range panel.Necessary {
		fmt.Println("always:", t.Name)
	}
	// Output:
	// statistics: I consent to Example School counting my visits.
	// - Visit counter [_count _count_*] by Example Counter Ltd We keep the data for at most 1 year after the day on which we received the data.
	// always: Session
}
