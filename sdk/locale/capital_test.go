package locale_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/locale"
)

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "namn": "Namn", "Namn": "Namn", "eTwinning": "eTwinning", "e-post": "E-post", "x": "X",
		"ålder": "Ålder", "ärende": "Ärende", "öppettid": "Öppettid", "ændring": "Ændring", "økonomi": "Økonomi",
		"þjónusta": "Þjónusta", "ítarefni": "Ítarefni", "3 years": "3 years", "«sitat»": "«sitat»",
	} {
		if got := locale.Capital(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestSmall(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "Namn": "namn", "namn": "namn", "IT-stöd": "IT-stöd", "Åtkomst": "åtkomst", "Þjónusta": "þjónusta", "3 years": "3 years",
	} {
		if got := locale.Small(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
