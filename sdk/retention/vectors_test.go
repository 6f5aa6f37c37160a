package retention_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// A vector is a rule of a country or of a notice, with days that somebody worked out by hand.
type vector struct {
	ID    string
	Rule  policy.Retention
	Cases []struct {
		Event         date.Date
		Events        []date.Date
		Years         date.FiscalYears
		Through, From date.Date
	}
}

func vectors(t *testing.T) []vector {
	t.Helper()
	data, err := os.ReadFile("testdata/periods.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Vectors []vector }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Vectors) < 12 {
		t.Fatalf("%d vectors", len(file.Vectors))
	}
	return file.Vectors
}

func TestPeriods(t *testing.T) {
	for _, v := range vectors(t) {
		v.Rule.ID = "rule"
		doc := &policy.Document{Retention: []policy.Retention{v.Rule}}
		for _, c := range v.Cases {
			events := retention.Events{Years: c.Years}
			if !c.Event.IsZero() {
				c.Events = append(c.Events, c.Event)
			}
			for _, on := range c.Events {
				events.Happened = append(events.Happened, retention.Event{Kind: v.Rule.Trigger, On: on})
			}
			if due := retention.Plan(doc, &events, c.From.AddDays(-1)); len(due) != 0 {
				t.Errorf("%s %v: due the day before %s", v.ID, c.Events, c.From)
			}
			due := retention.Plan(doc, &events, c.From)
			if len(due) != 1 {
				t.Errorf("%s %v: not due on %s", v.ID, c.Events, c.From)
				continue
			}
			if d := due[0]; d.Through != c.Through || d.Next != c.From {
				t.Errorf("%s %v: kept through %s and due from %s, want %s and %s", v.ID, c.Events, d.Through, d.Next, c.Through, c.From)
			}
		}
	}
}
