package purge

import (
	"context"
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/retention"
)

// How fast a database finds what is due, beside package retention for the same
// rows: a rule with four steps and holds in another table, among 20,000 people.
func BenchmarkDue(b *testing.B) {
	at := date.Date{Year: 2023, Month: 12, Day: 31}
	people := size()
	doc, c := document(), copies()[0]
	rules := retention.Compile(doc)
	for name, s := range stores(b) {
		b.Run(name, func(b *testing.B) {
			s.fill(b, people)
			statements, err := rules.SQL(s.dialect, &c, nil)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if err := pages(context.Background(), s.db, &statements[0], at, 10_000, func([]any) {}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(people*b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
	b.Run("rules", func(b *testing.B) {
		var records []*retention.Events
		for i := range people {
			p := somebody(i)
			records = append(records, p.events(doc, &c, nil))
		}
		var entries []retention.Entry
		for b.Loop() {
			for _, e := range records {
				entries = rules.Look(entries[:0], e, at)
			}
		}
		b.ReportMetric(float64(people*b.N)/b.Elapsed().Seconds(), "rows/s")
	})
}
