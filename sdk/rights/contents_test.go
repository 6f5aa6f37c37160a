package rights_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

// cites lists what reasons cite of the law, with their codes.
func cites(list []rights.Reason) []string {
	var got []string
	for _, r := range list {
		got = append(got, string(r.Code)+" "+r.Provision)
	}
	return got
}

// What Article 15 lists is in the answer, and what only some data call for if
// they are there.
func TestContentsOfAccess(t *testing.T) {
	always := []string{"item-purposes 15(1)(a)", "item-data 15(1)(b)", "item-recipients 15(1)(c)", "item-period 15(1)(d)", "item-rights 15(1)(e)", "item-complaint 15(1)(f)"}
	d := school()
	d.Recipients = []policy.Recipient{{ID: "abroad", Transfer: &policy.Transfer{Country: "US"}}}
	r := ask(law.Access)
	for name, tt := range map[string]struct {
		activity string
		change   func(*policy.Document)
		want     []string
	}{
		"from the form":      {"newsletter", func(*policy.Document) {}, []string{"item-copy 15(3)"}},
		"from others":        {"teaching", func(*policy.Document) {}, []string{"item-source 15(1)(g)", "item-copy 15(3)"}},
		"decided by machine": {"newsletter", func(d *policy.Document) { d.Activities[2].Profiling = &policy.Profiling{Decides: true} }, []string{"item-decisions 15(1)(h)", "item-copy 15(3)"}},
		"profiled only":      {"newsletter", func(d *policy.Document) { d.Activities[2].Profiling = &policy.Profiling{} }, []string{"item-copy 15(3)"}},
		"sent abroad":        {"newsletter", func(d *policy.Document) { d.Activities[2].Recipients = []string{"abroad"} }, []string{"item-transfers 15(2)", "item-copy 15(3)"}},
	} {
		doc := school()
		doc.Recipients = d.Recipients
		tt.change(doc)
		r.Activities = []string{tt.activity}
		got := cites(assess(t, doc, r, received).Contents)
		if diff := cmp.Diff(append(append([]string{}, always...), tt.want...), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestContentsOfOtherAnswers(t *testing.T) {
	shown := school()
	shown.Visibility = []policy.Visibility{{Audience: policy.Public, Data: []string{"name"}}}
	why := []string{"item-why 12(4)", "item-complaint 12(4)"}
	for name, tt := range map[string]struct {
		doc      *policy.Document
		right    law.Right
		activity string
		want     []string
	}{
		"rectification":              {school(), law.Rectification, "safety", []string{"item-done 12(3)", "item-statement 16", "item-told 19"}},
		"restriction":                {school(), law.Restriction, "safety", []string{"item-done 12(3)", "item-stored 18(2)", "item-lifting 18(3)", "item-told 19"}},
		"portability":                {school(), law.Portability, "newsletter", []string{"item-format 20(1)", "item-send 20(2)"}},
		"erasure":                    {school(), law.Erasure, "newsletter", []string{"item-done 12(3)", "item-told 19"}},
		"erasure of what was public": {shown, law.Erasure, "newsletter", []string{"item-done 12(3)", "item-told 19", "item-public 17(2)"}},
		"a refusal":                  {school(), law.Objection, "course", why},
		"a part":                     {school(), law.Portability, "", append([]string{"item-format 20(1)", "item-send 20(2)"}, why...)},
		"information":                {school(), law.Information, "safety", []string{"item-notice 13(1)"}},
		"a complaint":                {school(), law.Complaint, "safety", nil},
	} {
		r := ask(tt.right)
		if tt.activity != "" {
			r.Activities = []string{tt.activity}
		}
		if diff := cmp.Diff(tt.want, cites(assess(t, tt.doc, r, received).Contents)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// National exceptions are named by country; an authority has secrecy, and
// public access beside it.
func TestLimitsOfTheCountry(t *testing.T) {
	for name, tt := range map[string]struct {
		regime            law.ActID
		country, activity string
		want              []rights.Code
	}{
		"Swedish school": {law.GDPR, "SE", "teaching", []rights.Code{rights.Others, rights.Secrecy, rights.PublicDocuments}},
		"Swedish club":   {law.GDPR, "SE", "safety", []rights.Code{rights.Others, rights.National}},
		"Danish school":  {law.GDPR, "DK", "teaching", []rights.Code{rights.Others, rights.Secrecy}},
		"German club":    {law.GDPR, "DE", "safety", []rights.Code{rights.Others}},
	} {
		d := school()
		d.Regime, d.Jurisdiction = tt.regime, tt.country
		r := ask(law.Access)
		r.Activities = []string{tt.activity}
		if diff := cmp.Diff(tt.want, codes(assess(t, d, r, received).Limits)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Whoever is refused is told of the authority of the right regime, and of a court.
func TestRecourse(t *testing.T) {
	for _, tt := range []struct {
		regime  law.ActID
		country string
		want    []string
	}{
		{law.GDPR, "SE", []string{"complain 77", "court 79"}},
		{law.EUDPR, "EU", []string{"complain 63", "court 64"}},
		{law.GDPR, "", []string{"court 79"}},
	} {
		d := &policy.Document{Regime: tt.regime, Jurisdiction: tt.country}
		if diff := cmp.Diff(tt.want, cites(assess(t, d, ask(law.Access), received).Recourse)); diff != "" {
			t.Errorf("%s %s (-want +got):\n%s", tt.regime, tt.country, diff)
		}
	}
}
