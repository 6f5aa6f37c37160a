package rights_test

import (
	"slices"
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
)

// Whatever is asked, there is an answer or a mistake, and the answer does not
// contradict itself.
func FuzzAssess(f *testing.F) {
	f.Add("access", "guardian", "SE", "EU-GDPR", 2026, 3, 5, 10, 9, uint8(0))
	f.Add("erasure", "", "EU", "EU-EUDPR", 2023, 11, 25, 60, 0, uint8(255))
	f.Add("objection", "relative", "DK", "SE-PUL", 9999, 12, 1, 30, 1, uint8(77))
	f.Fuzz(func(t *testing.T, right, by, country, regime string, year, month, day, after, age int, flags uint8) {
		on := func(bit int) bool { return flags>>bit&1 == 1 }
		start := date.Date{Year: year, Month: month, Day: day}
		r := rights.Request{Right: law.Right(right), By: rights.Asker(by), Received: start, Age: age, Facts: rights.Facts{
			Doubt: on(0), Unidentified: on(1), Unfounded: on(2), Claims: on(3), FurtherCopy: on(4),
		}}
		if on(5) {
			r.Facts.Told = start.AddDays(3)
		}
		if on(6) {
			r.Facts.Asked = start.AddDays(1)
		}
		if on(7) {
			r.Died = start.AddYears(-3)
		}
		doc := school()
		doc.Jurisdiction, doc.Regime = country, law.ActID(regime)
		a, err := rights.Assess(doc, r, start.AddDays(max(0, min(after, 1000))))
		if err != nil {
			if _, ok := err.(rights.Mistake); !ok {
				t.Fatalf("%v is no mistake", err)
			}
			return
		}
		holds(t, &a)
	})
}

// holds checks what is so of every answer.
func holds(t *testing.T, a *rights.Answer) {
	t.Helper()
	d := &a.Deadline
	if d.Due.IsZero() != d.Last.IsZero() || d.Last.Before(d.Due) || d.Due.Before(d.Counted) || !d.Due.IsZero() && d.Due.Before(d.Received) {
		t.Errorf("the deadline is %+v", d)
	}
	if len(d.Steps) == 0 {
		t.Error("no deadline and no word on it")
	}
	if a.Outcome == rights.Granted && slices.ContainsFunc(a.Activities, func(v rights.Verdict) bool { return v.Outcome != rights.Granted }) {
		t.Error("all is granted, and a part is not")
	}
	for _, v := range a.Activities {
		if v.Outcome == rights.Refused && (len(v.Data) > 0 || len(v.Reasons) == 0) {
			t.Errorf("%s is refused: data %v, reasons %v", v.Activity, v.Data, codes(v.Reasons))
		}
		for _, id := range v.Data {
			if slices.Contains(v.Stays, id) {
				t.Errorf("%s: %s goes and stays", v.Activity, id)
			}
		}
	}
	a.JSON(text.In(locale.IS))
}
