package text_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// Two texts are put before a number and bring their own space; see their comment.
var endInSpace = []string{"Retention.AtLeast", "Retention.AtMost"}

func TestEveryTextIsThereAndTidy(t *testing.T) {
	for _, tag := range text.Languages {
		for _, s := range sayings(t, tag) {
			words := s.words
			if slices.Contains(endInSpace, s.path) {
				trimmed := strings.TrimSuffix(words, " ")
				if trimmed == words || strings.HasSuffix(trimmed, " ") {
					t.Errorf("%s %s: %q, want exactly one space at the end", tag, s.path, words)
				}
				words = trimmed
			}
			if words == "" {
				t.Errorf("%s %s is empty", tag, s.path)
			}
			if strings.TrimSpace(words) != words || strings.Contains(words, "  ") || strings.ContainsAny(words, "\n\t\u00a0") {
				t.Errorf("%s %s: %q has white space that is not one space between words", tag, s.path, words)
			}
			for _, bad := range []string{" ,", " .", " :", " ;", "..", ",,", "( ", " )", "{}", "'"} {
				if strings.Contains(words, bad) {
					t.Errorf("%s %s: %q has %q", tag, s.path, words, bad)
				}
			}
			if strings.Count(words, "{") != strings.Count(words, "}") {
				t.Errorf("%s %s: %q has a brace alone", tag, s.path, words)
			}
		}
	}
}

func TestPlaceholdersAreTheSameInAllLanguages(t *testing.T) {
	english := words(t, locale.EN)
	for _, tag := range text.Languages {
		for _, s := range sayings(t, tag) {
			if diff := cmp.Diff(locale.Placeholders(english[s.path]), locale.Placeholders(s.words)); diff != "" {
				t.Errorf("%s %s %q (-en +%s):\n%s", tag, s.path, s.words, tag, diff)
			}
		}
	}
}

// Where English asks, ends a sentence or announces a list, so do the others. A
// heading may be a question in one language and not in another, and articles of
// law are abbreviated in some.
func TestTextsEndAlike(t *testing.T) {
	english := words(t, locale.EN)
	for _, tag := range text.Languages {
		for _, s := range sayings(t, tag) {
			want, got := ending(english[s.path]), ending(s.words)
			if want == got || want == "" && got == "?" || strings.HasPrefix(s.path, "Law.") {
				continue
			}
			t.Errorf("%s %s: %q ends in %q, English %q in %q", tag, s.path, s.words, got, english[s.path], want)
		}
	}
}

// ending is the punctuation at the end of a text.
func ending(s string) string {
	if s != "" && strings.ContainsAny(s[len(s)-1:], ".?!:;,") {
		return s[len(s)-1:]
	}
	return ""
}

func TestLanguages(t *testing.T) {
	want := []locale.Tag{"sv", "da", "nb", "nn", "fi", "is", "en"}
	if diff := cmp.Diff(want, text.Languages); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	names := map[string]locale.Tag{}
	for _, tag := range text.Languages {
		l := text.In(tag)
		if l.Tag != tag {
			t.Errorf("In(%s) gives %s", tag, l.Tag)
		}
		if other, ok := names[l.Name]; ok {
			t.Errorf("%s and %s have the same name", tag, other)
		}
		names[l.Name] = tag
	}
}

func TestIn(t *testing.T) {
	for tag, want := range map[locale.Tag]locale.Tag{
		"sv": "sv", "sv-FI": "sv", "fi-FI": "fi", "en-GB": "en", "nb-NO": "nb", "is-Latn-IS": "is",
		"de": "", "no": "", "": "", "mul": "", "SV": "",
	} {
		var got locale.Tag
		if l := text.In(tag); l != nil {
			got = l.Tag
		}
		if got != want {
			t.Errorf("In(%q) gives %q, want %q", tag, got, want)
		}
	}
}

func TestMonthsDiffer(t *testing.T) {
	for _, tag := range text.Languages {
		months := slices.Clone(text.In(tag).Rules.Months[:])
		slices.Sort(months)
		if len(slices.Compact(months)) != 12 {
			t.Errorf("%s has a month twice", tag)
		}
	}
}

func TestCountry(t *testing.T) {
	for _, tt := range []struct {
		tag  locale.Tag
		code string
		want string
	}{
		{"sv", "SE", "Sverige"}, {"sv", "DE", "Tyskland"}, {"da", "SE", "Sverige"}, {"nb", "US", "USA"}, {"nn", "AT", "Austerrike"}, {"nb", "AT", "Østerrike"},
		{"fi", "SE", "Ruotsi"}, {"is", "SE", "Svíþjóð"}, {"en", "FI", "Finland"}, {"fi", "FO", "Färsaaret"},
		{"en", "XX", "XX"}, {"sv", "", ""}, {"sv", "se", "se"}, {"en", "EU", "EU"},
		{"en", "MK", "North Macedonia"}, {"is", "MK", "Norður-Makedónía"}, {"fi", "SZ", "Eswatini"}, {"en", "TR", "Türkiye"}, {"da", "HK", "Hongkong"},
	} {
		if got := text.In(tt.tag).Country(tt.code); got != tt.want {
			t.Errorf("%s %q: got %q, want %q", tt.tag, tt.code, got, tt.want)
		}
	}
}

// A form offers the countries and territories of ISO 3166-1, and Kosovo: neither
// unions nor islands that are part of a country.
func TestCountriesAreThoseOfISO3166(t *testing.T) {
	iso := validator.New()
	for _, code := range text.Countries() {
		if code != "XK" && iso.Var(code, "iso3166_1_alpha2") != nil {
			t.Errorf("%s (%s) is no code of ISO 3166-1", code, text.In(locale.EN).Country(code))
		}
	}
	if n := len(text.Countries()); n != 249+1 {
		t.Errorf("%d countries, want the 249 of ISO 3166-1 and Kosovo", n)
	}
}

// The members of the EEA, and where data often go.
func TestCountriesThatNoticesName(t *testing.T) {
	const codes = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO AX FO GL GB CH US CA JP KR IN"
	for _, tag := range text.Languages {
		for code := range strings.FieldsSeq(codes) {
			if text.In(tag).Country(code) == code {
				t.Errorf("%s has no name for %s", tag, code)
			}
		}
	}
}
