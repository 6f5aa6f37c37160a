package lint

import (
	"strconv"
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Parties that are part of each other in a circle have no outermost whole. Any
// of them will do, as long as it is the same for all.
func TestPartsInACircle(t *testing.T) {
	p := newPass(&policy.Document{
		Parties:    []policy.Party{{ID: "a", PartOf: "b"}, {ID: "b", PartOf: "c"}, {ID: "c", PartOf: "a"}, {ID: "d", PartOf: "a"}, {ID: "e", PartOf: "lost"}},
		Activities: []policy.Activity{{Controllers: []string{"a"}}},
		Contacts:   []policy.Contact{{Party: "c", Email: "office@school.example"}},
	}, date.Date{})
	for _, id := range []string{"b", "c", "d"} {
		if got, want := p.top(id), p.top("a"); got != want {
			t.Errorf("%s is part of %s, and a of %s", id, got, want)
		}
	}
	if got := p.top("e"); got != "lost" {
		t.Errorf("e is part of %s", got)
	}
	if p.hasOfficer("d") || !p.isReached("a") || p.isReached("d") || p.isReached("e") {
		t.Error("an officer or a contact goes the wrong way round the circle")
	}
	if !p.isOwn(0, "c") || p.isOwn(0, "e") {
		t.Error("the organisation of the controller is not that of its parts")
	}
}

// The officer of the whole serves its parts, and not the other way round.
func TestOfficersServeParts(t *testing.T) {
	p := newPass(&policy.Document{
		Parties:  []policy.Party{{ID: "city", DPO: "officer"}, {ID: "board", PartOf: "city"}, {ID: "school", PartOf: "board"}, {ID: "region"}, {ID: "clinic", PartOf: "region"}},
		Contacts: []policy.Contact{{ID: "officer"}, {ID: "own", Kind: policy.DPOContact, Party: "clinic"}},
	}, date.Date{})
	for id, want := range map[string]bool{"city": true, "board": true, "school": true, "clinic": true, "region": false, "lost": false, "": false} {
		if got := p.hasOfficer(id); got != want {
			t.Errorf("%s: got %t, want %t", id, got, want)
		}
	}
}

// However long the chain of parts, each link is walked once.
func TestLongChainsOfParts(t *testing.T) {
	allocs := func(n int) float64 {
		doc := &policy.Document{Regime: law.GDPR, Activities: []policy.Activity{{}}}
		for i := range n {
			doc.Parties = append(doc.Parties, policy.Party{ID: strconv.Itoa(i), PartOf: strconv.Itoa(i + 1)})
			doc.Activities[0].Controllers = append(doc.Activities[0].Controllers, strconv.Itoa(i))
		}
		return testing.AllocsPerRun(1, func() {
			p := newPass(doc, date.Date{})
			for i := range doc.Parties {
				p.hasOfficer(doc.Parties[i].ID)
				p.isReached(doc.Parties[i].ID)
				p.isOwn(0, doc.Parties[i].ID)
			}
		}) / float64(n)
	}
	if few, many := allocs(100), allocs(10_000); many > 1.25*few {
		t.Errorf("%.1f allocations for each of 10000 parties, and %.1f for each of 100", many, few)
	}
}
