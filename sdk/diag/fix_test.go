package diag_test

import (
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/diag"
)

func TestSlip(t *testing.T) {
	words := []string{"title", "effectiveFrom", "legal-entity", "health", "room-a", "room-1", "east-wing", "pupils", "pupil-list", "list-pupil", "event", "id", "mail", "parties", "partner"}
	for word, want := range map[string]string{
		"titel": "title", "titl": "title", "titlee": "title", "effective_from": "effectiveFrom", "EffectiveFrom": "effectiveFrom",
		"legal_entity": "legal-entity", "leagl-entity": "legal-entity", "helth": "health", "heatlh": "health", "haelth": "health", "healta": "health",
		"pupil": "pupils", "events": "event", "ID": "id", "i-d": "id",
		"room-b": "", "room-2": "", "roon-a": "", "main": "", "tit": "", "xi": "", "": "", "-": "", "colour": "", "east-winf": "",
		"healthh-x": "", "heallthh": "", "party": "", "partie": "parties", "pratner": "partner", "pupil-lits": "pupil-list",
		strings.Repeat("a", 100): "",
	} {
		got, ok := diag.Slip(word, words)
		if got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %t, want %q", word, got, ok, want)
		}
	}
	if n := testing.AllocsPerRun(10, func() { diag.Slip("effective-fromm", words) }); n > 0 {
		t.Errorf("%g allocations", n)
	}
	if got, ok := diag.Slip("cours", []string{"course", "courts"}); ok {
		t.Errorf("of two words that are as near, %q is taken", got)
	}
	if got, ok := diag.Slip("cours", []string{"course", "course"}); !ok || got != "course" {
		t.Errorf("a word that stands twice: %q, %t", got, ok)
	}
}
