package rights_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

func TestWhoAsks(t *testing.T) {
	for name, tt := range map[string]struct {
		by    rights.Asker
		right law.Right
		age   int
		want  []rights.Code
	}{
		"the person":                 {rights.Self, law.Access, 40, nil},
		"a guardian":                 {rights.Guardian, law.Access, 9, []rights.Code{rights.ByGuardian, rights.ChildHeard}},
		"a guardian, age unknown":    {rights.Guardian, law.Portability, 0, []rights.Code{rights.ByGuardian, rights.ChildHeard}},
		"a guardian, to correct":     {rights.Guardian, law.Rectification, 9, []rights.Code{rights.ByGuardian}},
		"a guardian, just not grown": {rights.Guardian, law.Erasure, 17, []rights.Code{rights.ByGuardian}},
		"a child":                    {rights.Child, law.Access, 13, []rights.Code{rights.ByChild}},
		"somebody with a mandate":    {rights.Representative, law.Access, 70, []rights.Code{rights.Mandate}},
		"a guardian of the adults":   {rights.Guardian, law.Access, 18, nil}, // barred, see Bars
	} {
		a := assess(t, school(), rights.Request{Right: tt.right, Received: received, By: tt.by, Age: tt.age}, received)
		if diff := cmp.Diff(tt.want, codes(a.Who)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		protected := (tt.right == law.Access || tt.right == law.Portability) && tt.by != rights.Self && tt.by != rights.Child && a.Outcome != rights.Refused
		if has(a.Limits, rights.Protected) != protected {
			t.Errorf("%s: limits %v", name, codes(a.Limits))
		}
	}
}

// Denmark goes on for ten years after a death and Iceland for five; elsewhere
// the law covers the living.
func TestTheDead(t *testing.T) {
	for name, tt := range map[string]struct {
		regime      law.ActID
		country     string
		died, asked string
		bars, who   []rights.Code
	}{
		"Denmark":                   {law.GDPR, "DK", "2020-05-04", "2026-09-08", []rights.Code{rights.ByRelative}, []rights.Code{rights.DeadUntil}},
		"Denmark, last day":         {law.GDPR, "DK", "2020-05-04", "2030-05-04", []rights.Code{rights.ByRelative}, []rights.Code{rights.DeadUntil}},
		"Denmark, over":             {law.GDPR, "DK", "2020-05-04", "2030-05-05", []rights.Code{rights.DeadSince}, nil},
		"Iceland":                   {law.GDPR, "IS", "2024-02-29", "2029-02-28", []rights.Code{rights.ByRelative}, []rights.Code{rights.DeadUntil}},
		"Iceland, over":             {law.GDPR, "IS", "2024-02-29", "2029-03-01", []rights.Code{rights.DeadSince}, nil},
		"Sweden":                    {law.GDPR, "SE", "2026-05-04", "2026-09-08", []rights.Code{rights.Dead}, nil},
		"Finland":                   {law.GDPR, "FI", "2026-05-04", "2026-09-08", []rights.Code{rights.Dead}, nil},
		"an institution in Denmark": {law.EUDPR, "DK", "2026-05-04", "2026-09-08", []rights.Code{rights.Dead}, nil},
		"the institutions":          {law.EUDPR, "EU", "2026-05-04", "2026-09-08", []rights.Code{rights.Dead}, nil},
	} {
		d := activities(tt.regime, "6(1)(a)", "5(1)(d)")
		d.Jurisdiction = tt.country
		r := rights.Request{Right: law.Access, Received: parse(t, tt.asked), By: rights.Relative, Died: parse(t, tt.died)}
		a := assess(t, d, r, r.Received)
		if diff := cmp.Diff([][]rights.Code{tt.bars, tt.who}, [][]rights.Code{codes(a.Bars), codes(a.Who)}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		want := rights.Refused
		if tt.who != nil {
			want = rights.Judged
		}
		if a.Outcome != want {
			t.Errorf("%s: %s, want %s", name, a.Outcome, want)
		}
		r.Facts.Entitled = true // lets a relative in, and lifts no end
		if tt.who != nil {
			want = rights.Granted
			d.Activities = d.Activities[:1]
		}
		if a := assess(t, d, r, r.Received); a.Outcome != want {
			t.Errorf("%s, entitled: %s, want %s", name, a.Outcome, want)
		}
	}
	// Somebody who asked, and died after that, had asked.
	r := rights.Request{Right: law.Access, Received: received, Died: received.AddDays(3)}
	if a := assess(t, school(), r, received.AddDays(5)); len(a.Bars) > 0 {
		t.Errorf("barred by %v", codes(a.Bars))
	}
}

// No more is asked for than the controller already holds, and nothing of those
// who are logged in.
func TestIdentityAsksForNoMoreThanNeeded(t *testing.T) {
	held := school()
	held.Activities[1].Data = append(held.Activities[1].Data, "number")
	for name, tt := range map[string]struct {
		doc     *policy.Document
		request rights.Request
		want    []rights.Code
	}{
		"logged in":               {held, rights.Request{Right: law.Access, Channel: policy.ByLogin}, []rights.Code{rights.LoggedIn}},
		"by mail":                 {school(), rights.Request{Right: law.Access, Channel: policy.ByEmail}, []rights.Code{rights.KnownContact, rights.NumberNotHeld, rights.NoCopy}},
		"the number is held":      {held, rights.Request{Right: law.Access}, []rights.Code{rights.KnownContact, rights.NumberHeld, rights.NoCopy}},
		"not for these data":      {held, rights.Request{Right: law.Access, Activities: []string{"safety"}}, []rights.Code{rights.KnownContact, rights.NumberNotHeld, rights.NoCopy}},
		"doubts":                  {school(), rights.Request{Right: law.Access, Facts: rights.Facts{Doubt: true}}, []rights.Code{rights.KnownContact, rights.Doubt, rights.NumberNotHeld, rights.NoCopy}},
		"doubts in spite of it":   {school(), rights.Request{Right: law.Access, Channel: policy.ByLogin, Facts: rights.Facts{Doubt: true}}, []rights.Code{rights.KnownContact, rights.Doubt, rights.NumberNotHeld, rights.NoCopy}},
		"nobody need be informed": {school(), rights.Request{Right: law.Information}, nil},
		"nor complain by name":    {school(), rights.Request{Right: law.Complaint}, nil},
	} {
		tt.request.Received = received
		if diff := cmp.Diff(tt.want, codes(assess(t, tt.doc, tt.request, received).Identity)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestFee(t *testing.T) {
	for name, tt := range map[string]struct {
		regime law.ActID
		right  law.Right
		facts  rights.Facts
		want   []rights.Code
	}{
		"free":                        {law.GDPR, law.Access, rights.Facts{}, []rights.Code{rights.Free}},
		"further copies":              {law.GDPR, law.Access, rights.Facts{FurtherCopy: true}, []rights.Code{rights.Free, rights.FurtherCopies}},
		"copies of what is corrected": {law.GDPR, law.Rectification, rights.Facts{FurtherCopy: true}, []rights.Code{rights.Free}},
		"unfounded":                   {law.EUDPR, law.Erasure, rights.Facts{Unfounded: true}, []rights.Code{rights.Free, rights.UnfoundedFee}},
		"a complaint":                 {law.GDPR, law.Complaint, rights.Facts{}, nil},
		"PuL":                         {law.PUL, law.Access, rights.Facts{}, []rights.Code{rights.OnceAYear}},
		"PuL, rectification":          {law.PUL, law.Rectification, rights.Facts{}, nil},
	} {
		r := ask(tt.right)
		r.Facts = tt.facts
		a := assess(t, &policy.Document{Regime: tt.regime}, r, received)
		if diff := cmp.Diff(tt.want, codes(a.Fee)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
