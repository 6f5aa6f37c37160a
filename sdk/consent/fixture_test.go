package consent_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// school asks for a consent of each kind. An answer such as [ticked] gives counts
// for all that do not begin with "poor".
const school = `
id: school
title: {en: How we use your data, sv: Så använder vi dina uppgifter}
version: "1"
languages: [en, sv]
regime: EU-GDPR
jurisdiction: SE
effectiveFrom: 2026-09-01
parties:
  - {id: school, name: Example School}
  - {id: board, name: Example Board, publicAuthority: true}
subjects:
  - {id: guest, label: {en: guests, sv: gäster}}
data:
  - {id: email, label: {en: e-mail address, sv: e-postadress}}
  - {id: age, label: {en: age, sv: ålder}}
  - {id: allergies, label: {en: allergies, sv: allergier}, special: health}
  - {id: hobbies, label: {en: hobbies, sv: intressen}, reveals: [{category: religion, strength: weak}]}
  - {id: pages, label: {en: pages visited, sv: besökta sidor}}
purposes:
  - {id: news, title: {en: Newsletter, sv: Nyhetsbrev}}
  - {id: lunch, title: {en: Food, sv: Mat}}
  - {id: club, title: {en: Club, sv: Klubb}}
  - {id: counting, title: {en: Statistics, sv: Statistik}}
activities:
  - {id: mail, purposes: [news], controllers: [school], basis: {article: 6(1)(a)}, subjects: [guest], data: [email, age], consents: [newsletter, poor-lists, poor-silent], retention: [until-no]}
  - {id: food, purposes: [lunch], controllers: [school], basis: {article: 6(1)(a)}, specialGround: {article: 9(2)(a)}, subjects: [guest], data: [allergies], consents: [allergies, poor-allergies]}
  - {id: meet, purposes: [club], controllers: [school], basis: {article: 6(1)(a)}, subjects: [guest], data: [hobbies], consents: [club, hobbies, pupils]}
  - {id: town, purposes: [club], controllers: [board], basis: {article: 6(1)(a)}, subjects: [guest], data: [email], consents: [town, poor-town]}
  - {id: count, purposes: [counting], controllers: [school], basis: {article: 6(1)(a)}, subjects: [guest], data: [pages], consents: [statistics]}
  - {id: post, purposes: [lunch], controllers: [board], basis: {article: 6(1)(e)}, subjects: [guest], data: [email], consents: [waiver]}
retention:
  - {id: until-no, trigger: consent-withdrawn, period: P7D}
consents:
  - {id: newsletter, purposes: [news], data: [email], text: {en: "Yes, Example School may e-mail me its newsletter.", sv: "Ja, Example School får mejla mig sitt nyhetsbrev."}, withdraw: &withdraw {en: Follow the link in any e-mail., sv: Följ länken i ett mejl.}}
  - {id: allergies, kind: explicit, purposes: [lunch], data: [allergies], text: &text {en: "Yes, Example School may use these data.", sv: "Ja, Example School får använda uppgifterna."}, withdraw: *withdraw, expires: P1Y}
  - {id: hobbies, purposes: [club], data: [hobbies], text: *text, withdraw: *withdraw}
  - {id: club, purposes: [club], data: [email], text: *text, withdraw: *withdraw, offeredToChildren: true}
  - {id: pupils, purposes: [club], data: [email], text: *text, withdraw: *withdraw, byGuardian: true}
  - {id: town, purposes: [club], data: [email], text: *text, withdraw: *withdraw, alternative: {en: Say no and come all the same., sv: Säg nej och kom ändå.}}
  - {id: statistics, kind: device-storage, purposes: [counting], data: [pages], text: *text, withdraw: *withdraw}
  - {id: waiver, kind: secrecy-waiver, data: [email], text: *text, withdraw: *withdraw}
  - {id: poor-lists, purposes: [news, club], data: [email], text: *text, withdraw: *withdraw}
  - {id: poor-silent}
  - {id: poor-allergies, kind: ordinary, purposes: [lunch], data: [allergies], text: *text, withdraw: *withdraw}
  - {id: poor-town, purposes: [club], data: [email], text: *text, withdraw: *withdraw}
technologies:
  - {id: session, kind: cookie, necessary: true}
  - {id: counter, kind: cookie, consent: statistics}
  - {id: other, kind: cookie}
forms:
  - id: all
    fields:
      - {datum: email}
      - {id: may-use, consent: allergies}
      - {datum: allergies}
`

// instant is when people answer, and day the day of it.
const instant = "2026-11-22T12:00:00+01:00"

var day = date.Date{Year: 2026, Month: 11, Day: 22}

func sum(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}

// parse reads a policy that has the right shape.
func parse(t testing.TB, src string) *policy.Document {
	t.Helper()
	f := policyfile.Parse("policy.yaml", []byte(src))
	if f.Doc == nil || len(f.Findings) > 0 {
		t.Fatalf("the policy has not the right shape: %v", f.Findings)
	}
	return f.Doc
}

// document loads a policy of the examples.
func document(t testing.TB, name string) *policy.Document {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(root, "examples", name))
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(data))
}

func definition(t testing.TB, doc *policy.Document, id string, c form.Context) *form.Definition {
	t.Helper()
	c.Sum = sum
	d, err := form.Derive(doc, id, c)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// asks gives the question that a policy puts today.
func asks(t testing.TB, doc *policy.Document, id string, earlier ...*policy.Document) consent.Question {
	t.Helper()
	q, err := consent.Ask(doc, id, form.Context{Sum: sum, Earlier: earlier})
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// question is one of [school].
func question(t testing.TB, id string) consent.Question { return asks(t, parse(t, school), id) }

// ticked is a box that somebody ticked on a page.
func ticked(q *consent.Question) consent.Answer {
	return consent.Answer{
		Yes: true, Act: policy.ByTicking, At: instant, Shown: q.Sum, Interface: "enrolment 1",
		Steps: consent.Steps{Yes: 1, No: 1, Withdraw: 1}, Person: consent.Person{Subject: "p-1"},
	}
}

// given is the record of a ticked box.
func given(q consent.Question) consent.Record {
	r := consent.Decide(q, ticked(&q))
	r.ID = "c-1"
	return r
}

// codes gives the codes of reasons, with a question mark after those that only
// warn.
func codes(list []consent.Reason) []string {
	var found []string
	for _, r := range list {
		code := string(r.Code)
		if !r.Voids {
			code += "?"
		}
		found = append(found, code)
	}
	return found
}
