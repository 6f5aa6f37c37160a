package examples_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Every consent that an example asks for has a proof, and the log of consents
// erases it when the example's own rule says so, and not a day before. An answer about
// storage on the device stays on the device.
func TestTheProofOfConsentGoesByThePolicy(t *testing.T) {
	for system, c := range map[string]struct {
		consents int64
		through  date.Date // of what was taken back on 31 May 2020
	}{
		"gateway":      {6, date.Date{Year: 2023, Month: 5, Day: 31}},
		"hammarby":     {1, date.Date{Year: 2022, Month: 5, Day: 31}},
		"lartorget":    {5, date.Date{Year: 2022, Month: 5, Day: 31}},
		"studieskolen": {3, date.Date{Year: 2022, Month: 5, Day: 31}},
	} {
		t.Run(system, func(t *testing.T) {
			doc := load(t, filepath.Join(system, "policy.yaml"))
			log := consentLog(t)
			for _, asked := range doc.Consents {
				if asked.Kind == policy.DeviceStorage {
					continue
				}
				yes := consent.Record{
					ID: asked.ID, Version: 1, Status: consent.Given, Subject: "p-17", At: "2020-03-01T12:00:00+01:00",
					Question: consent.Question{Policy: doc.ID, Consent: form.Consent{ID: asked.ID}},
				}
				no, _ := yes.Withdraw("2020-05-31T12:00:00+02:00", consent.Self)
				if _, err := log.Append(t.Context(), asked.ID, yes, no); err != nil {
					t.Fatal(err)
				}
			}
			rule := ledger.Retention{Policy: doc, At: c.through, By: "registrar"}
			if done, err := log.Retain(t.Context(), rule); err != nil || done != (ledger.Retained{}) {
				t.Errorf("on the last day, %+v, %v", done, err)
			}
			rule.At = c.through.AddDays(1)
			if done, err := log.Retain(t.Context(), rule); err != nil || done != (ledger.Retained{Erased: c.consents}) {
				t.Errorf("on the day after, %+v, %v, want %d erased", done, err, c.consents)
			}
		})
	}
}

// consentLog gives an empty log.
func consentLog(t *testing.T) *ledger.Log {
	t.Helper()
	const name = "consents.example/organiser"
	private, public, err := note.GenerateKey(nil, name)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	verifier, err := note.NewVerifier(public)
	if err != nil {
		t.Fatal(err)
	}
	log, err := ledger.Open(ledger.Memory(), name, ledger.Options{Signer: signer, Verifiers: note.VerifierList(verifier)})
	if err != nil {
		t.Fatal(err)
	}
	return log
}
