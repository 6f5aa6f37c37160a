package rights_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
)

func BenchmarkAssess(b *testing.B) {
	doc := policies(b)["lartorget/policy.yaml"]
	for _, right := range []law.Right{law.Access, law.Erasure} {
		b.Run(string(right), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := rights.Assess(doc, ask(right), received); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLetter(b *testing.B) {
	doc := policies(b)["lartorget/policy.yaml"]
	a := assess(b, doc, ask(law.Erasure), received)
	b.ReportAllocs()
	for b.Loop() {
		letter, _ := a.Letter(doc, rights.Reply, text.In(locale.SV), "")
		_ = letter.Text()
	}
}

func BenchmarkJSON(b *testing.B) {
	doc := policies(b)["lartorget/policy.yaml"]
	a := assess(b, doc, ask(law.Erasure), received)
	b.ReportAllocs()
	for b.Loop() {
		_ = a.JSON(text.In(locale.SV))
	}
}
