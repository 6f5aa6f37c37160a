package export_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

func TestKantaraIsValid(t *testing.T) {
	s := compile(t, "kantara/receipt.schema.json", nil)
	school := example(t, "studieskolen")
	letter := asked(t, school, "enrolment", "newsletter-consent", form.Context{Language: locale.DA})
	fee := asked(t, school, "enrolment", "fee-consent", form.Context{Language: locale.DA})
	primary := example(t, "hammarby")
	picture := asked(t, primary, "photo-consent", "picture-choice", form.Context{Language: locale.SV})
	guardian := yes(&picture)
	guardian.By, guardian.Guardian.Verified = consent.ByBoth, "eid"
	for name, c := range map[string]struct {
		doc     *policy.Document
		records []consent.Record
	}{
		"one":      {school, []consent.Record{decided(letter, yes(&letter))}},
		"two":      {school, []consent.Record{decided(letter, yes(&letter)), decided(fee, yes(&fee))}},
		"guardian": {primary, []consent.Record{decided(picture, guardian)}},
	} {
		t.Run(name, func(t *testing.T) {
			out, err := export.Kantara(receiptOf(c.records...), c.doc)
			if err != nil {
				t.Fatal(err)
			}
			validate(t, s, out)
			purposes := decode(t, out)["services"].([]any)[0].(map[string]any)["purposes"].([]any)
			if len(purposes) != len(c.records) {
				t.Errorf("%d purposes of %d consents", len(purposes), len(c.records))
			}
			receipt := decode(t, out)
			withoutOne(t, s, slices.Collect(maps.Keys(receipt)), receipt)
		})
	}
}

func TestKantaraSays(t *testing.T) {
	doc := example(t, "studieskolen")
	fee := asked(t, doc, "enrolment", "fee-consent", form.Context{Language: locale.DA})
	record := decided(fee, yes(&fee))
	record.Question.MayReveal = append(record.Question.MayReveal, "health")
	out, err := export.Kantara(receiptOf(record), doc)
	if err != nil {
		t.Fatal(err)
	}
	got := decode(t, out)
	purpose := got["services"].([]any)[0].(map[string]any)["purposes"].([]any)[0].(map[string]any)
	controllers := got["piiControllers"].([]any)
	delete(got, "services")
	delete(got, "piiControllers")
	want := map[string]any{
		"version": "KI-CR-v1.1.0", "jurisdiction": "DK", "consentTimestamp": 1795345200.0, "language": "da", "sensitive": true,
		"collectionMethod": "ticking (enrolment page 3)", "consentReceiptID": "r-20261122-1", "piiPrincipalId": "p-7f3a",
		"policyUrl": "https://studieskolen.example/persondata", "spiCat": []any{"helbred"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("receipt (-want +got):\n%s", diff)
	}
	delete(purpose, "termination") // sentences on retention, which its own package tests
	if diff := cmp.Diff(map[string]any{
		"purpose": "Nedsat pris", "purposeCategory": []any{"https://w3id.org/dpv/sector/education#StudentFeesManagement"},
		"consentType": "EXPLICIT", "piiCategory": []any{"tro og love-erklæring om nedsat pris"}, "thirdPartyDisclosure": true,
		"thirdPartyName": "den kommune, der betaler for den nedsatte pris",
	}, purpose); diff != "" {
		t.Errorf("purpose (-want +got):\n%s", diff)
	}
	first := map[string]any{
		"piiController": "Studieskolen i København", "contact": "Studieskolen i København", "email": "persondata@studieskolen.dk",
		"phone": "33 18 79 00", "piiControllerUrl": "https://studieskolen.dk",
		"address": map[string]any{
			"streetAddress": "Borgergade 12", "postalCode": "1300", "addressLocality": "København K", "addressCountry": "DK",
		},
	}
	if diff := cmp.Diff(first, controllers[0]); diff != "" {
		t.Errorf("controller (-want +got):\n%s", diff)
	}
}

// Whoever knows only the format would take a refusal for a yes.
func TestKantaraTellsOfNothingButConsents(t *testing.T) {
	doc := example(t, "studieskolen")
	versionsOf := histories(t, doc)
	given := versionsOf[consent.Given][0]
	for status, versions := range versionsOf {
		t.Run(string(status), func(t *testing.T) {
			r := receiptOf(versions[len(versions)-1])
			out, err := export.Kantara(r, doc)
			if status.Counts() != (err == nil) {
				t.Fatalf("%v: %s", err, out)
			}
			r.Items = append(r.Items, consent.Item{Record: given})
			if out, err = export.Kantara(r, doc); err != nil {
				t.Fatal(err)
			}
			want := 1
			if status.Counts() {
				want = 2
			}
			if got := len(decode(t, out)["services"].([]any)[0].(map[string]any)["purposes"].([]any)); got != want {
				t.Errorf("%d purposes, not %d", got, want)
			}
		})
	}
}
