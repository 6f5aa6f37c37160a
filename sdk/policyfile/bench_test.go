package policyfile_test

import (
	"strconv"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

func BenchmarkParse(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			src := specimen.Policy(n)
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				if file := policyfile.Parse("specimen.yaml", src); len(file.Findings) > 0 {
					b.Fatal(file.Findings[0])
				}
			}
		})
	}
}
