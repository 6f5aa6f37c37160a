package accountability_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// shipping is a policy with one processor in a country.
func shipping(t *policy.Transfer, countries ...string) *policy.Document {
	return &policy.Document{
		Regime: "EU-GDPR", Languages: []locale.Tag{"en"},
		Parties:    []policy.Party{{ID: "school", Country: "SE"}, {ID: "tool", Name: policy.Text{locale.Any: "Tool"}}},
		Processors: []policy.Processor{{ID: "mail", Party: "tool", For: []string{"school"}, Countries: countries, Transfer: t}},
		Activities: []policy.Activity{{ID: "letters", Controllers: []string{"school"}, Processors: []string{"mail"}}},
	}
}

// Law is that of the day: decisions come, end and are annulled.
func TestAdequacyOnTheDay(t *testing.T) {
	for _, tt := range []struct {
		country, decision, at string
		state                 accountability.State
		holds                 string
	}{
		{"US", "2000/520/EC", "2015-10-01", accountability.Check, "2000/520/EC"},
		{"US", "2000/520/EC", "2016-01-01", accountability.Missing, ""},
		{"US", "(EU) 2016/1250", "2019-01-01", accountability.Check, "(EU) 2016/1250"},
		{"US", "(EU) 2016/1250", "2020-08-01", accountability.Missing, ""},
		{"US", "(EU) 2016/1250", "2026-01-01", accountability.Missing, "(EU) 2023/1795"},
		{"US", "(EU) 2023/1795", "2026-01-01", accountability.Check, "(EU) 2023/1795"},
		{"US", "2012/484/EU", "2026-01-01", accountability.Missing, "(EU) 2023/1795"}, // Uruguay's
		{"UY", "2012/484/EU", "2026-01-01", accountability.Stated, "2012/484/EU"},
		{"CA", "2002/2/EC", "2026-01-01", accountability.Check, "2002/2/EC"},
		{"IN", "", "2026-01-01", accountability.Missing, ""},
	} {
		doc := shipping(&policy.Transfer{Country: tt.country, Mechanism: policy.Adequacy, Decision: tt.decision}, tt.country)
		r := of(t, accountability.TransfersKind, doc, accountability.Context{At: day(t, tt.at)})
		row := find(t, r, "adequacy")
		if row.State != tt.state {
			t.Errorf("%s %s on %s is %s, want %s: %v", tt.country, tt.decision, tt.at, row.State, tt.state, row.Left)
		}
		if holds := tt.holds != "" && strings.Contains(row.Says[0].Text, tt.holds); tt.holds != "" && !holds {
			t.Errorf("%s on %s says %q, want %s", tt.country, tt.at, row.Says[0].Text, tt.holds)
		}
		list := accountability.Transfers(doc, day(t, tt.at))
		if len(list) != 1 || list[0].Adequate != (tt.holds != "") {
			t.Errorf("%s on %s: %+v", tt.country, tt.at, list)
		}
	}
}

func TestWhatIsLeftOfATransfer(t *testing.T) {
	for _, tt := range []struct {
		what     string
		transfer *policy.Transfer
		missing  []string
		check    []string
	}{
		{"nothing stated", nil, []string{"mechanism", "safeguards", "copy"}, nil},
		{"no mechanism", &policy.Transfer{Country: "IN"}, []string{"mechanism", "safeguards", "copy"}, nil},
		{"clauses", &policy.Transfer{Country: "IN", Mechanism: policy.SCC}, []string{"copy"}, []string{"safeguards"}},
		{"clauses with a copy", &policy.Transfer{Country: "IN", Mechanism: policy.SCC, Copy: policy.Text{"en": "Ask us."}}, nil, []string{"safeguards"}},
		{"an exception", &policy.Transfer{Country: "IN", Mechanism: policy.Derogation}, nil, []string{"safeguards"}},
		{"no country", &policy.Transfer{Mechanism: policy.SCC, Copy: policy.Text{"en": "Ask us."}}, []string{"country"}, []string{"safeguards"}},
		{"a member state", &policy.Transfer{Country: "DE", Mechanism: policy.SCC, Copy: policy.Text{"en": "Ask us."}}, nil, []string{"country", "safeguards"}},
	} {
		doc := shipping(tt.transfer, "IN")
		if tt.transfer != nil {
			doc.Processors[0].Countries = []string{tt.transfer.Country}
		}
		doc.Activities[0].Data, doc.Data = []string{"name"}, []policy.Datum{{ID: "name"}}
		r := of(t, accountability.TransfersKind, doc, accountability.Context{At: day(t, "2026-01-01")})
		var missing, check []string
		for _, row := range rowsOf(r) {
			switch row.State {
			case accountability.Missing:
				missing = append(missing, row.ID)
			case accountability.Check:
				check = append(check, row.ID)
			}
		}
		if !slices.Equal(missing, tt.missing) || !slices.Equal(check, tt.check) {
			t.Errorf("%s: missing %q, want %q; to be checked %q, want %q", tt.what, missing, tt.missing, check, tt.check)
		}
	}
}

// What goes abroad without being stated is found, wherever it stands, and once.
func TestUnstatedTransfers(t *testing.T) {
	doc := &policy.Document{
		Regime: "EU-GDPR", Languages: []locale.Tag{"en"},
		Parties:      []policy.Party{{ID: "us", Country: "US"}, {ID: "in", Country: "IN"}, {ID: "se", Country: "SE"}},
		Recipients:   []policy.Recipient{{ID: "a", Party: "us"}, {ID: "b", Party: "se"}, {ID: "c", Party: "in", Anonymous: true}},
		Processors:   []policy.Processor{{ID: "d", Party: "se", Countries: []string{"SE", "IN"}}, {ID: "e", Party: "in"}},
		Systems:      []policy.System{{ID: "f", StoredIn: []string{"EU", "US"}}, {ID: "g", StoredIn: []string{"US"}, NoPersonalData: true}, {ID: "h", Processor: "d", StoredIn: []string{"IN"}}},
		Technologies: []policy.Technology{{ID: "i", Provider: "us"}, {ID: "j", Provider: "us", NoPersonalData: true}},
	}
	var got []string
	for _, x := range accountability.Transfers(doc, day(t, "2026-01-01")) {
		got = append(got, string(x.Path)+" "+x.Country)
	}
	want := []string{"/recipients/0 US", "/processors/0 IN", "/processors/1 IN", "/systems/0 US", "/technologies/0 US"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	// One that is stated for a party covers the other ways to it.
	doc.Recipients[0].Transfer = &policy.Transfer{Country: "US", Mechanism: policy.SCC}
	for _, x := range accountability.Transfers(doc, day(t, "2026-01-01")) {
		if strings.HasPrefix(string(x.Path), "/technologies") {
			t.Errorf("%s is stated with the recipient", x.Path)
		}
	}
}

func TestTransfersOfOneController(t *testing.T) {
	doc := shipping(&policy.Transfer{Country: "IN", Mechanism: policy.SCC}, "IN")
	doc.Parties = append(doc.Parties, policy.Party{ID: "town"})
	doc.Activities = append(doc.Activities, policy.Activity{ID: "other", Controllers: []string{"town"}})
	for party, want := range map[string]int{"school": 1, "town": 0, "": 1} {
		r := of(t, accountability.TransfersKind, doc, accountability.Context{Party: party})
		if got := len(r.Groups[0].Parts); got != want {
			t.Errorf("%q has %d transfers, want %d", party, got, want)
		}
	}
}
