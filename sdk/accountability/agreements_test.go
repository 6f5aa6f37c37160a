package accountability_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/policy"
)

// The terms of GDPR Article 28, as the checklist numbers them.
var terms = []struct{ id, gdpr string }{
	{"writing", "28(9)"}, {"content", "28(3)"}, {"subject-matter", "28(3)"}, {"purpose", "28(3)"}, {"data", "28(3)"}, {"subjects", "28(3)"},
	{"controller", "28(3)"}, {"instructions", "28(3)(a)"}, {"confidentiality", "28(3)(b)"}, {"security", "28(3)(c)"},
	{"sub-processors", "28(3)(d)"}, {"rights", "28(3)(e)"}, {"assistance", "28(3)(f)"}, {"deletion", "28(3)(g)"}, {"audits", "28(3)(h)"},
	{"own-purposes", "28(10)"}, {"chain", "28(4)"},
}

func TestEveryTermIsAsked(t *testing.T) {
	for _, regime := range []string{"EU-GDPR", "EU-EUDPR"} {
		r := of(t, accountability.AgreementsKind, parse(t, strings.Replace(complete, "EU-GDPR", regime, 1)), accountability.Context{})
		rows := r.Groups[0].Parts[0].Rows
		if len(rows) != len(terms) {
			t.Fatalf("%d rows, want %d", len(rows), len(terms))
		}
		for i, want := range terms {
			provision := want.gdpr
			if regime == "EU-EUDPR" { // Article 29, paragraph by paragraph
				provision = "29" + strings.TrimPrefix(provision, "28")
			}
			if rows[i].ID != want.id || rows[i].Provision != provision {
				t.Errorf("%s: row %d is %s %s, want %s %s", regime, i, rows[i].ID, rows[i].Provision, want.id, provision)
			}
		}
	}
}

// A term is stated if the policy says that the agreement has it; else people must
// look it up, and without an agreement it is missing.
func TestTermStates(t *testing.T) {
	doc := parse(t, complete)
	state := func(id string) accountability.State {
		return find(t, of(t, accountability.AgreementsKind, doc, accountability.Context{}), id).State
	}
	if got := state("instructions"); got != accountability.Stated {
		t.Errorf("what the agreement covers is %s", got)
	}
	if got := state("audits"); got != accountability.Check {
		t.Errorf("what nobody has read is %s", got)
	}
	if got := state("writing"); got != accountability.Stated {
		t.Errorf("a signed agreement is %s", got)
	}
	doc.Parties[0].SignsAgreements = policy.No
	if got := state("writing"); got != accountability.Missing {
		t.Errorf("an agreement of somebody who may not sign is %s", got)
	}
	doc.Processors[0].Agreement = nil
	for _, id := range []string{"writing", "instructions", "audits"} {
		if got := state(id); got != accountability.Missing {
			t.Errorf("without an agreement %s is %s", id, got)
		}
	}
}

func TestChains(t *testing.T) {
	doc := parse(t, complete)
	doc.Processors = append(doc.Processors, policy.Processor{ID: "below", Party: "tool", For: []string{"school"}, SubProcessorOf: "hosting"}, policy.Processor{ID: "lost", Party: "tool", SubProcessorOf: "nobody"})
	parts := of(t, accountability.AgreementsKind, doc, accountability.Context{}).Groups[0].Parts
	row := func(part int, id string) accountability.Row {
		i := slices.IndexFunc(parts[part].Rows, func(r accountability.Row) bool { return r.ID == id })
		return parts[part].Rows[i]
	}
	if r := row(0, "sub-processors"); !strings.Contains(r.Says[len(r.Says)-1].Text, "Tool Inc.") || !strings.Contains(r.Left[len(r.Left)-1].Text, "28(2)") {
		t.Errorf("the sub-processor is not told: %+v", r)
	}
	if r := row(1, "chain"); !strings.Contains(r.Says[0].Text, "Host AB") || r.State != accountability.Missing { // no country
		t.Errorf("the chain is not told: %+v", r)
	}
	if r := row(2, "chain"); r.State != accountability.Missing || r.Left[0].Paths[0] != "/processors/2/subProcessorOf" {
		t.Errorf("a lost link is not told: %+v", r)
	}
	// A sub-processor has a part in the activities of the one above it.
	if r := row(1, "purpose"); r.State != accountability.Stated {
		t.Errorf("the sub-processor works for nothing: %+v", r)
	}
}
