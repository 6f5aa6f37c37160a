package ledger_test

import (
	"fmt"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
)

// A million records take a hundred times as long.
func BenchmarkVerify(b *testing.B) {
	o := options(b)
	log, err := ledger.Open(ledger.Memory(), logName, o)
	if err != nil {
		b.Fatal(err)
	}
	const size = 10_000
	for i := 0; i < size; i += 250 {
		var records []consent.Record
		for j := range 250 {
			records = append(records, yes(fmt.Sprint(i+j)))
		}
		if _, err := log.Append(b.Context(), fmt.Sprint(i), records...); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		report, err := log.Verify(b.Context(), ledger.Verification{})
		if err != nil || report.Findings != nil || report.Size != size {
			b.Fatalf("%+v, %v", report, err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/size, "ns/record")
}

func BenchmarkAppendInMemory(b *testing.B) {
	log, err := ledger.Open(ledger.Memory(), logName, options(b))
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		id := fmt.Sprint(i)
		if _, err := log.Append(b.Context(), id, yes(id)); err != nil {
			b.Fatal(err)
		}
	}
}
