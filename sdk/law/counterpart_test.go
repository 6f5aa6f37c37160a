package law

import (
	"strings"
	"testing"
)

func TestCounterpartsSayHowTheyAreKnown(t *testing.T) {
	find := func(gdpr string) (Counterpart, bool) {
		for _, c := range Counterparts(gdpr) {
			if c.Regime == EUDPR {
				return c, true
			}
		}
		return Counterpart{}, false
	}
	if c, ok := find("6(1)(a)"); !ok || c.Number != "5(1)(d)" || !c.Verified {
		t.Errorf("6(1)(a): %+v %v, want 5(1)(d), which was read", c, ok)
	}
	if c, ok := find("15(1)(h)"); !ok || c.Verified || !strings.Contains(c.Source, "as in the GDPR") {
		t.Errorf("15(1)(h): %+v %v, want a counterpart whose point nobody compared", c, ok)
	}
	if c, ok := find("6(1)(f)"); ok {
		t.Errorf("6(1)(f) has the counterpart %+v in a regime without legitimate interests", c)
	}
	for _, c := range Counterparts("13(1)(c)") {
		if c.Source == "" || c.Number == "" {
			t.Errorf("%+v has no source or number", c)
		}
	}
}

// A paragraph that the table takes over from the GDPR was read nowhere.
func TestMarkIsThatOfWhatWasRead(t *testing.T) {
	tests := []struct {
		name, gdpr string
		want       bool
	}{
		{"the article, read", "13", true},
		{"a letter, not read", "13(1)(c)", false},
		{"a point below an article that was read", "22(3)", false},
		{"a point answered by its article", "32(1)", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := false
			for _, c := range Counterparts(tt.gdpr) {
				if c.Regime != EUDPR {
					continue
				}
				found = true
				if c.Verified != tt.want || c.Source == "" {
					t.Errorf("%s as %s: got %t from %q, want %t", tt.gdpr, c.Number, c.Verified, c.Source, tt.want)
				}
			}
			if !found {
				t.Fatalf("no counterpart of %s", tt.gdpr)
			}
		})
	}
}
