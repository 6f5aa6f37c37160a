package screen

import (
	"strings"
	"testing"
)

// found gives the stretches of the text that are found, one after the other.
func found(t *testing.T, lexicon, text string) string {
	t.Helper()
	l, err := Parse("xx", lexicon)
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(l, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, h := range s.Find(nil, text) {
		b.WriteString("[" + text[h.Start:h.End] + "]")
	}
	return b.String()
}

func TestPatterns(t *testing.T) {
	for _, test := range []struct{ name, patterns, text, want string }{
		{"whole word", "sjuk", "Sjuk idag, sjukhuset ringde.", "[Sjuk]"},
		{"begins", "allergi*", "pollenallergi och Allergiker", "[Allergiker]"},
		{"ends", "*allergi", "pollenallergi och allergiker", "[pollenallergi]"},
		{"anywhere", "*allergi*", "pollenallergiker", "[pollenallergiker]"},
		{"letters beyond ASCII", "överkänslig*", "ÖVERKÄNSLIGHET", "[ÖVERKÄNSLIGHET]"},
		{"as written", "SD", "sd SD Sd", "[SD]"},
		{"ends, as written", "*Åxå", "vid Båxå och båÅxå", "[båÅxå]"},
		{"one letter", "V", "Hon röstar på V.", "[V]"},
		{"hyphens part words", "hiv", "hiv-positiv", "[hiv]"},
		{"apostrophe", "doesn't", "He doesn't eat.", "[doesn't]"},
		{"phrase", "bor hos", "Hon bor hos pappa", "[bor hos]"},
		{"any word", "svag _ matte", "svag i matte, svag matte", "[svag i matte]"},
		{"gap", "bråkar .. med", "bråkar ofta och mycket med Elin; bråkar a b c d med", "[bråkar ofta och mycket med]"},
		{"gap may be nothing", "bråkar .. med", "bråkar med Elin", "[bråkar med]"},
		{"not beyond the sentence", "bråkar .. med", "Den bråkar. Kom med!", ""},
		{"choice", "bor hos mamma|*far", "bor hos farfar", "[bor hos farfar]"},
		{"group", "bor hos @parent", "bor hos mamma", "[bor hos mamma]"},
		{"name", "bråkar med ^|hen", "bråkar med Åke, bråkar med gaffel, bråkar med hen", "[bråkar med Åke][bråkar med hen]"},
		{"exception before", "allergi*\n!inga _", "Inga allergier. Allergisk.", "[Allergisk]"},
		{"exception after", "sjukt\n!sjukt bra|god*", "sjukt bra, sjukt godis, sjukt", "[sjukt]"},
		{"exception around", "vägen\n!i vägen för", "i vägen för, vägen", "[vägen]"},
		{"joined", "svår* allergi\nallergi mot\nallergi", "svår allergi mot nötter", "[svår allergi mot]"},
		{"not joined", "allergi\nastma", "allergi, astma", "[allergi][astma]"},
		{"invalid UTF-8", "sjuk", "\xffsjuk\xc3", "[sjuk]"},
	} {
		if got := found(t, "@parent mamma|pappa\n[health]\n"+test.patterns, test.text); got != test.want {
			t.Errorf("%s: %q in %q: got %s, want %s", test.name, test.patterns, test.text, got, test.want)
		}
	}
}

// An exception of one class says nothing about another.
func TestExceptionsKeepToTheirClass(t *testing.T) {
	if got := found(t, "[health]\nkors\n[religion]\nkors\n!kors i taket\n", "kors i taket"); got != "[kors]" {
		t.Errorf("got %s", got)
	}
}

func TestSyntaxErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"[helth]\n", `screen: line 1: "[helth]": no such class`},
		{"\nallergy\n", `screen: line 2: "allergy": a pattern before the first class`},
	} {
		if _, err := Parse("en", test.text); err == nil || err.Error() != test.want {
			t.Errorf("Parse(%q): %v, want %s", test.text, err, test.want)
		}
	}
	for pattern, want := range map[string]string{
		"_ ill":                         "it must begin with a word",
		".. ill":                        "it must begin with a word",
		"ill ..":                        "it must end with a word",
		"!":                             "there is no word in it",
		"*":                             "a word of it has no letters",
		"a|":                            "a word of it has no letters",
		"^ ill":                         "it must begin with a word",
		"@who":                          "it names a group that is not there",
		"e-mail":                        "it has a character that is no letter or digit",
		"a .. b .. c .. d":              "it has too many gaps",
		"a b c d e f g h i":             "it has too many words",
		strings.Repeat("a|", 256) + "a": "a word of it has too many choices",
	} {
		l := Lexicon{Sections: []Section{{Health, []string{pattern}}}}
		_, err := New(l, Options{})
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("New with %q: %v, want %s", pattern, err, want)
		}
	}
}
