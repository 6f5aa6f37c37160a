package ledger_test

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
)

// LAGRUM_RECORDS says how many records are verified; a million take some 3 GB.
func BenchmarkVerify(b *testing.B) {
	size := 10_000
	if n, err := strconv.Atoi(os.Getenv("LAGRUM_RECORDS")); err == nil {
		size = n
	}
	o := options(b)
	log, err := ledger.Open(ledger.Memory(), logName, o)
	if err != nil {
		b.Fatal(err)
	}
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
		if err != nil || report.Findings != nil || report.Size != int64(size) {
			b.Fatalf("%+v, %v", report, err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size), "ns/record")
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
