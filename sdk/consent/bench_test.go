package consent_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
)

func BenchmarkDecide(b *testing.B) {
	q := question(b, "allergies")
	a := ticked(&q)
	b.ReportAllocs()
	for b.Loop() {
		if consent.Decide(q, a).Status != consent.Given {
			b.Fatal("it does not count")
		}
	}
}

func BenchmarkStands(b *testing.B) {
	q := question(b, "allergies")
	r := given(q)
	b.ReportAllocs()
	for b.Loop() {
		if !consent.Stands(r, q, day, date.Date{}).Counts {
			b.Fatal("it does not stand")
		}
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	r := given(question(b, "allergies"))
	var dst []byte
	b.ReportAllocs()
	for b.Loop() {
		dst = r.AppendJSON(dst[:0])
	}
}

// A record is made of what the form holds, copied once: what it costs must not
// creep up.
func TestAllocations(t *testing.T) {
	q := question(t, "allergies")
	a := ticked(&q)
	if n := testing.AllocsPerRun(100, func() { consent.Decide(q, a) }); n > 28 {
		t.Errorf("Decide allocates %v times", n)
	}
}
