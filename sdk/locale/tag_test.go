package locale_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/lagrum/lagrum/sdk/locale"
)

func TestParseGivesCanonicalCase(t *testing.T) {
	for s, want := range map[string]locale.Tag{
		"sv": "sv", "SV": "sv", "sv-fi": "sv-FI", "SV-LATN-FI": "sv-Latn-FI", "zh-hant": "zh-Hant",
		"smj": "smj", "es-419": "es-419", "MUL": locale.Any, "no": "no", "nb-no": "nb-NO", "fo": "fo",
	} {
		if got, ok := locale.Parse(s); !ok || got != want {
			t.Errorf("Parse(%q) = %q, %v, want %q", s, got, ok, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for name, s := range map[string]string{
		"nothing": "", "one letter": "s", "word": "svenska", "wildcard": "*", "underscore": "sv_SE", "dash alone": "-",
		"dash after": "sv-", "dash before": "-SE", "two dashes": "sv--SE", "after the script": "sv-Latn-", "region twice": "sv-SE-FI",
		"region before script": "sv-SE-Latn", "digits": "s1", "short script": "sv-Lat", "script with digit": "sv-La1n",
		"region of two digits": "sv-12", "variant": "sl-rozaj", "extension": "sv-u-co-trad", "private": "x-own", "space": "sv ",
		"space before": " sv", "other letters": "så", "four parts": "sv-Latn-SE-x",
	} {
		if got, ok := locale.Parse(s); ok || got != "" {
			t.Errorf("%s: Parse(%q) = %q, %v", name, s, got, ok)
		}
	}
}

func TestFallbackStaysWithinTheLanguage(t *testing.T) {
	for tag, want := range map[locale.Tag][]locale.Tag{
		"sv-FI": {"sv-FI", "sv"}, "nb-NO": {"nb-NO", "nb"}, "no": {"no", "nb"}, "no-NO": {"no-NO", "no", "nb"},
		"nn": {"nn"}, "nn-NO": {"nn-NO", "nn"}, "zh-Hant-TW": {"zh-Hant-TW", "zh-Hant", "zh"}, "en-GB": {"en-GB", "en"}, "": nil,
	} {
		if d := cmp.Diff(want, tag.Fallback()); d != "" {
			t.Errorf("%q (-want +got):\n%s", tag, d)
		}
	}
}

func TestBase(t *testing.T) {
	got := []locale.Tag{locale.Tag("sv-Latn-FI").Base(), locale.NN.Base(), locale.Tag("").Base()}
	if d := cmp.Diff([]locale.Tag{"sv", "nn", ""}, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// What Parse accepts is well-formed to x/text, and what it gives is a fixed point.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"sv", "sv-fi", "zh-HANT-tw", "es-419", "x-own", "sv--", "i-klingon", "mul"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tag, ok := locale.Parse(s)
		if !ok {
			if tag != "" {
				t.Fatalf("Parse(%q) failed with %q", s, tag)
			}
			return
		}
		if again, ok := locale.Parse(string(tag)); !ok || again != tag {
			t.Fatalf("%q is read again as %q", tag, again)
		}
		if !strings.EqualFold(s, string(tag)) {
			t.Fatalf("Parse(%q) = %q", s, tag)
		}
		// x/text also looks the subtags up; an unknown one is a ValueError, a wrong form is not.
		if _, err := language.Raw.Parse(s); err != nil {
			if _, unknown := err.(language.ValueError); !unknown {
				t.Fatalf("Parse(%q) = %q, x/text says %v", s, tag, err)
			}
		}
		chain := tag.Fallback()
		if chain[0] != tag || !slices.Contains(chain, tag.Base()) {
			t.Fatalf("%q falls back to %q", tag, chain)
		}
	})
}
