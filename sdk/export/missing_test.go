package export_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

func lacks(t *testing.T, err error) []string {
	t.Helper()
	missing, ok := errors.AsType[*export.MissingError](err)
	if !ok {
		t.Fatalf("%v is no MissingError", err)
	}
	return missing.Lacks
}

// What a policy does not say is not made up.
func TestKantaraNamesWhatThePolicyLacks(t *testing.T) {
	doc := example(t, "lartorget")
	q := asked(t, doc, "account", "recommendations", form.Context{Language: locale.SV})
	r := receiptOf(decided(q, yes(&q)))
	r.NoticeURL = ""
	_, err := export.Kantara(r, doc)
	want := []string{
		`party "hsn" has no postal address`, `party "hsn" has no telephone number`, "the receipt has no address of the notice",
	}
	if diff := cmp.Diff(want, lacks(t, err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !strings.Contains(err.Error(), "Kantara 1.1") || !strings.Contains(err.Error(), `"hsn" has no telephone number`) {
		t.Errorf("%q does not say so", err)
	}
}

func TestRecordNamesWhatThePolicyLacks(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*policy.Document, *consent.Record)
		want   string
	}{
		"storage": {func(d *policy.Document, _ *consent.Record) { d.System("microsoft-365").StoredIn = nil }, `system "microsoft-365" does not say where its data are stored (storedIn)`},
		"system": {func(d *policy.Document, _ *consent.Record) { d.Activity("newsletter-mail").Systems = nil },
			`activity "newsletter-mail" names no system, so nothing tells where its data are stored`},
		"retention":    {func(d *policy.Document, _ *consent.Record) { d.Activity("newsletter-mail").Retention = nil }, "no retention rule tells how long the data are kept"},
		"jurisdiction": {func(d *policy.Document, _ *consent.Record) { d.Jurisdiction = "" }, "the policy has no jurisdiction"},
		"activity":     {func(d *policy.Document, _ *consent.Record) { d.Activity("newsletter-mail").Consents = nil }, `no activity of the policy rests on consent "newsletter"`},
		"data":         {func(d *policy.Document, _ *consent.Record) { d.Consent("newsletter").Data = nil }, `consent "newsletter" does not say which data it is about`},
		"purpose":      {func(d *policy.Document, _ *consent.Record) { d.Consent("newsletter").Purposes = nil }, `consent "newsletter" has no purpose`},
		"name":         {func(d *policy.Document, _ *consent.Record) { d.Party("microsoft").Name = nil }, `party "microsoft" has no name`},
		"reach": {func(d *policy.Document, _ *consent.Record) { p := d.Party("microsoft"); p.Web, p.Notice = "", "" },
			`party "microsoft" has no e-mail address, telephone number or web site`},
		"address": {func(d *policy.Document, _ *consent.Record) { d.Party("microsoft").Country = "" }, `party "microsoft" has neither address nor country`},
		"event": {func(_ *policy.Document, r *consent.Record) { r.Question.Controllers = nil },
			`the record does not say who relies on consent "newsletter", which depends on the event`},
		"id":       {func(_ *policy.Document, r *consent.Record) { r.ID = "" }, "the record has no id"},
		"subject":  {func(_ *policy.Document, r *consent.Record) { r.Subject = "" }, "the record has no pseudonym of the person"},
		"withdraw": {func(_ *policy.Document, r *consent.Record) { r.Question.Withdraw = "" }, `consent "newsletter" does not say how to withdraw it`},
		"time":     {func(_ *policy.Document, r *consent.Record) { r.At = "yesterday" }, "the record does not say when"},
		"status":   {func(_ *policy.Document, r *consent.Record) { r.Status = "" }, "the record has no status"},
		"where": {func(_ *policy.Document, r *consent.Record) { r.Interface, r.Question.Form = "", "" },
			"the record does not say on which page or by which channel the answer came"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := example(t, "studieskolen")
			q := asked(t, doc, "enrolment", "newsletter-consent", form.Context{Language: locale.DA})
			record := decided(q, yes(&q))
			c.change(doc, &record)
			r := receiptOf(record)
			r.Items[0].Withdraw = ""
			_, err := export.ISO27560Receipt(r, doc)
			if got := lacks(t, err); !slices.Contains(got, c.want) {
				t.Errorf("%q are missing, not %q", got, c.want)
			}
		})
	}
}

// A record is read with the policy under which it was made, or not at all.
func TestAnotherPolicyIsRefused(t *testing.T) {
	doc := example(t, "studieskolen")
	q := asked(t, doc, "enrolment", "newsletter-consent", form.Context{Language: locale.DA})
	r := receiptOf(decided(q, yes(&q)))
	doc.Version = "2027-1"
	for name, run := range map[string]func(*consent.Receipt, *policy.Document) ([]byte, error){
		"Kantara": export.Kantara, "27560": export.ISO27560Receipt, "DPV": export.DPVReceipt,
	} {
		_, err := run(r, doc)
		if err == nil || !strings.Contains(err.Error(), `version "2027-1"`) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestUnknownLanguageAndControllerAreRefused(t *testing.T) {
	doc := example(t, "lartorget")
	if _, err := export.DPVPolicy(doc, locale.FI); err == nil || !strings.Contains(err.Error(), `"fi"`) {
		t.Errorf("%v", err)
	}
	if _, err := export.TILT(doc, export.TILTContext{Controller: "caterer"}); err == nil || !strings.Contains(err.Error(), "example-board") {
		t.Errorf("%v", err)
	}
	if _, err := export.TILT(&policy.Document{Languages: []locale.Tag{locale.EN}}, export.TILTContext{}); lacks(t, err)[0] != "a controller" {
		t.Errorf("%v", err)
	}
}
