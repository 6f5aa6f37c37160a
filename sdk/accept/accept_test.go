package accept_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/accept"
	"github.com/lagrum/lagrum/sdk/locale"
)

func TestLanguage(t *testing.T) {
	for name, c := range map[string]struct {
		header    string
		supported []locale.Tag
		want      locale.Tag
	}{
		"first is the fallback":             {"", []locale.Tag{"fi", "sv"}, "fi"},
		"nothing known is asked":            {"de, fr;q=0.8", []locale.Tag{"fi", "sv", "en"}, "fi"},
		"a region falls back":               {"sv-FI", []locale.Tag{"en", "sv"}, "sv"},
		"the region is kept where it is":    {"sv-FI", []locale.Tag{"sv", "sv-FI"}, "sv-FI"},
		"weights decide":                    {"en;q=0.5, da;q=0.9", []locale.Tag{"en", "da"}, "da"},
		"order decides among equals":        {"is, fi", []locale.Tag{"fi", "is"}, "is"},
		"weight 0 refuses":                  {"en;q=0, da;q=0.1", []locale.Tag{"en", "da"}, "da"},
		"Norwegian is Bokmål":               {"no", []locale.Tag{"en", "nn", "nb"}, "nb"},
		"Norwegian with a region":           {"no-NO", []locale.Tag{"en", "nn", "nb"}, "nb"},
		"Norwegian, only Nynorsk":           {"no", []locale.Tag{"en", "nn"}, "nn"},
		"Bokmål, only Nynorsk":              {"nb-NO, en", []locale.Tag{"en", "da", "nn"}, "nn"},
		"Bokmål, supported as Norwegian":    {"nb", []locale.Tag{"en", "no"}, "no"},
		"Nynorsk":                           {"nn", []locale.Tag{"en", "nb", "nn"}, "nn"},
		"Nynorsk before English":            {"nn-NO, en;q=0.9", []locale.Tag{"sv", "en", "nb"}, "nb"},
		"English before a neighbour":        {"nb, en;q=0.5", []locale.Tag{"sv", "da", "en"}, "en"},
		"a neighbour when nothing else is":  {"fo", []locale.Tag{"en", "da"}, "da"},
		"Finnish is not Swedish":            {"fi", []locale.Tag{"en", "sv"}, "en"},
		"an unknown range takes none along": {"qq-quux-1, sv;q=0.5", []locale.Tag{"en", "sv"}, "sv"},
		"an unknown region":                 {"sv-XX, da;q=0.5", []locale.Tag{"en", "da", "sv"}, "sv"},
		"a parameter that is no weight":     {"da;r=1, sv;q=0.5", []locale.Tag{"en", "sv", "da"}, "sv"},
		"spaces and a capital Q":            {" da ; Q=0.4 ,sv;q=0.5 ", []locale.Tag{"en", "da", "sv"}, "sv"},
		"a malformed weight":                {"da;q=much, sv;q=0.5", []locale.Tag{"en", "sv", "da"}, "sv"},
		"a weight over 1":                   {"da;q=5, sv;q=0.5", []locale.Tag{"en", "sv", "da"}, "sv"},
		"any":                               {"*", []locale.Tag{"is", "en"}, "is"},
		"any with little weight":            {"en, *;q=0.1", []locale.Tag{"is", "en"}, "en"},
		"capitals":                          {"SV-se", []locale.Tag{"en", "sv"}, "sv"},
		"too long":                          {"sv," + strings.Repeat("en,", 2000), []locale.Tag{"fi", "sv"}, "fi"},
		"refused, and any other is wanted":  {"sv;q=0, *", []locale.Tag{"sv", "en"}, "en"},
		"refused, and nothing else is said": {"sv;q=0", []locale.Tag{"sv", "en"}, "en"},
		"refused, and the wish is unknown":  {"de, sv;q=0.0", []locale.Tag{"sv", "en"}, "en"},
		"a neighbour that is refused":       {"fo, da;q=0", []locale.Tag{"en", "da"}, "en"},
		"a refused language has regions":    {"sv;q=0", []locale.Tag{"sv-FI", "en"}, "en"},
		"a refused region leaves the rest":  {"sv-FI;q=0", []locale.Tag{"sv", "en"}, "sv"},
		"all refused":                       {"sv;q=0, en;q=0", []locale.Tag{"sv", "en"}, "sv"},
		"none supported":                    {"sv", nil, ""},
	} {
		if got := accept.Language(c.header, c.supported); got != c.want {
			t.Errorf("%s: Language(%.40q, %q) = %q, want %q", name, c.header, c.supported, got, c.want)
		}
	}
	if got := (accept.Languages{}).Match("sv"); got != "" {
		t.Errorf("zero Languages: got %q", got)
	}
}

func TestType(t *testing.T) {
	const html, json, plain, markdown = "text/html; charset=utf-8", "application/json", "text/plain", "text/markdown"
	all := []string{html, json, plain, markdown}
	for name, c := range map[string]struct{ header, want string }{
		"no header":                      {"", html},
		"nothing that can be read":       {";;, /, text", html},
		"exact":                          {"application/json", json},
		"capitals":                       {"Application/JSON", json},
		"a browser":                      {"text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8", html},
		"any":                            {"*/*", html},
		"a range":                        {"text/*;q=0.5, application/*", json},
		"specific over range":            {"text/*, text/html;q=0.1, application/json;q=0.5", plain},
		"specific over any":              {"*/*, text/html;q=0, application/json;q=0.1, text/plain;q=0.1", markdown},
		"refused":                        {"text/html;q=0", ""},
		"not offered":                    {"image/png, audio/*", ""},
		"earlier offer of equals":        {"text/plain, application/json", json},
		"charset is ignored":             {"application/json; charset=utf-8", json},
		"unmet parameter":                {"text/plain; format=flowed, text/markdown;q=0.1", markdown},
		"comma within quotes":            {`text/plain; x="a,application/json,\",b", text/markdown;q=0.1`, markdown},
		"malformed weight is skipped":    {"text/plain;q=1e0, text/markdown;q=0.2", markdown},
		"weight over 1 is skipped":       {"text/plain;q=2, text/markdown;q=0.2", markdown},
		"four decimals are skipped":      {"text/plain;q=0.1234, text/markdown;q=0.1", markdown},
		"three decimals":                 {"text/plain;q=0.124, text/markdown;q=0.123", plain},
		"too long a header is no header": {"application/json," + strings.Repeat("a/b,", 2000), html},
	} {
		if got := accept.Type(c.header, all...); got != c.want {
			t.Errorf("%s: Type(%.60q) = %q, want %q", name, c.header, got, c.want)
		}
	}
	if got := accept.Type("*/*", "not a type", json); got != json {
		t.Errorf("an offer that is no type: got %q", got)
	}
	if got := accept.Type("") + accept.Type("*/*"); got != "" {
		t.Errorf("no offers: got %q", got)
	}
}

// The example of RFC 9110 12.5.1: each type alone against a rival of known weight.
func TestTypeWeighsAsTheExampleOfRFC9110(t *testing.T) {
	const header = "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5"
	byWeight := []string{
		"text/plain;format=flowed", // 1
		"text/plain",               // 0.7
		"image/jpeg",               // 0.5
		"text/plain;format=fixed",  // 0.4
		"text/html",                // 0.3
	}
	for i := range byWeight[1:] {
		if got := accept.Type(header, byWeight[i+1], byWeight[i]); got != byWeight[i] {
			t.Errorf("got %q, want %q", got, byWeight[i])
		}
	}
}

func FuzzLanguage(f *testing.F) {
	for _, s := range []string{"sv, en;q=0.5", "*", "no-NO", "da;q=x,,", "zh-Hant-TW;q=0.001", "i-klingon", "de-DE-u-co-phonebk"} {
		f.Add(s)
	}
	supported := []locale.Tag{locale.FI, locale.SV, locale.DA, locale.NB, locale.NN, locale.IS, locale.EN}
	languages := accept.NewLanguages(supported)
	f.Fuzz(func(t *testing.T, header string) {
		got := languages.Match(header)
		if !slices.Contains(supported, got) {
			t.Fatalf("%q: got %q", header, got)
		}
		if !strings.ContainsAny(header, ",;") {
			if tag, ok := locale.Parse(header); ok && slices.Contains(supported, tag.Base()) && got != tag.Base() {
				t.Fatalf("%q: got %q", header, got)
			}
		}
	})
}

func FuzzType(f *testing.F) {
	for _, s := range []string{"text/html;q=0.5, */*;q=0.1", `a/b;c="d,e\"",f/g`, "text/*", "*/json", ";q=", "text/html;q=1;q=0"} {
		f.Add(s)
	}
	offered := []string{"text/html; charset=utf-8", "application/json", "text/plain;format=flowed"}
	f.Fuzz(func(t *testing.T, header string) {
		got := accept.Type(header, offered...)
		if got != "" && !slices.Contains(offered, got) {
			t.Fatalf("%q: got %q", header, got)
		}
		if strings.Contains(header, `"`) || len(header) > 2000 {
			return
		}
		// A full weight on one exact type outweighs all that can stand before it, unless it ties or is named twice.
		if with := accept.Type(header+",x-own/only", "x-own/only"); with != "x-own/only" && !strings.Contains(strings.ToLower(header), "x-own") {
			t.Fatalf("%q: got %q", header, with)
		}
	})
}

func BenchmarkLanguages(b *testing.B) {
	languages := accept.NewLanguages([]locale.Tag{locale.FI, locale.SV, locale.DA, locale.NB, locale.EN})
	for b.Loop() {
		languages.Match("nn-NO,nn;q=0.9,en-US;q=0.8,en;q=0.7")
	}
}
