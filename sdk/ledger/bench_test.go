package ledger_test

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/policy"
)

// filled gives a log with as many records as LAGRUM_RECORDS says; a million take
// some 3 GB.
func filled(b *testing.B) (log *ledger.Log, size int) {
	b.Helper()
	size = 10_000
	if n, err := strconv.Atoi(os.Getenv("LAGRUM_RECORDS")); err == nil {
		size = n
	}
	log, err := ledger.Open(ledger.Memory(), logName, options(b))
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
	return log, size
}

func BenchmarkVerify(b *testing.B) {
	log, size := filled(b)
	for b.Loop() {
		report, err := log.Verify(b.Context(), ledger.Verification{})
		if err != nil || report.Findings != nil || report.Size != int64(size) {
			b.Fatalf("%+v, %v", report, err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size), "ns/record")
}

// A day on which nothing is due, as most are.
func BenchmarkDue(b *testing.B) {
	log, size := filled(b)
	r := aYear
	r.Policy = &policy.Document{}
	*r.Policy = *aYear.Policy
	r.Policy.ID = "" // that of the records
	for b.Loop() {
		for d, err := range log.Due(b.Context(), r) {
			b.Fatalf("%v is due, %v", d.Entry, err)
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
