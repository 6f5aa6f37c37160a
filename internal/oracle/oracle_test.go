package oracle

import (
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/ident"
)

func TestCandidatesAreMadeFromTheSeed(t *testing.T) {
	for _, s := range subjects() {
		same, other := 0, 0
		for i := range 100 {
			v := candidate(s, 1, i)
			if v == candidate(s, 1, i) {
				same++
			}
			if v != candidate(s, 2, i) {
				other++
			}
		}
		if same != 100 || other < 90 {
			t.Errorf("%s: %d of 100 are the same with the same seed, %d are others with another", s.kind, same, other)
		}
	}
}

// Candidates of one verdict only would compare nothing.
func TestCandidatesAreOfBothSorts(t *testing.T) {
	for _, s := range subjects() {
		valid := 0
		for i := range 1000 {
			if (question{s, candidate(s, 1, i)}).ours().Valid() {
				valid++
			}
		}
		if valid < 250 || valid > 900 {
			t.Errorf("%s: %d of 1000 are valid", s.kind, valid)
		}
	}
}

// A tab or a line break would be read as the end of a value.
func TestCandidatesAreOneLine(t *testing.T) {
	for _, s := range subjects() {
		for i := range 1000 {
			if v := candidate(s, 1, i); strings.ContainsAny(v+s.plain(v), "\t\n") {
				t.Errorf("%s, index %d, is more than one value", s.kind, i)
			}
		}
	}
}

func TestPlainStaysPlain(t *testing.T) {
	for _, s := range subjects() {
		for i := range 1000 {
			if plain := s.plain(candidate(s, 1, i)); s.plain(plain) != plain {
				t.Errorf("%s, index %d: what is plain can be made plainer", s.kind, i)
			}
		}
	}
}

func TestClassesHaveAReasonAndASource(t *testing.T) {
	for _, s := range subjects() {
		for _, c := range s.classes {
			if c.name == "" || c.name == typing || c.reason == "" || c.source == "" || len(c.libraries) == 0 {
				t.Errorf("%s: the class %q is not told of in full", s.kind, c.name)
			}
		}
	}
}

func TestExplain(t *testing.T) {
	s := &subject{kind: ident.CVR, plain: plainWithout("DK"), classes: []class{
		{"first", []string{"theirs"}, true, "why", "where", reason(ident.Checksum)},
	}}
	const right, wrong = "13585628", "13585627" // of a public organisation
	ask := func(value string, theirs bool) answer { return answer{question{s, value}, theirs} }
	for name, c := range map[string]struct {
		library      string
		typed, plain answer
		want         string
		known        bool
	}{
		"both accept":                  {"theirs", ask(right, true), ask(right, true), "", true},
		"both refuse":                  {"theirs", ask(wrong, false), ask(wrong, false), "", true},
		"they accept, and why":         {"theirs", ask(wrong, true), ask(wrong, true), "first", true},
		"another library accepts":      {"others", ask(wrong, true), ask(wrong, true), "unexplained", false},
		"they refuse":                  {"theirs", ask(right, false), ask(right, false), "unexplained", false},
		"they refuse the space":        {"theirs", ask("135 85628", false), ask(right, true), typing, true},
		"they refuse with or without":  {"theirs", ask("135 85628", false), ask(right, false), "unexplained", false},
		"we refuse the colon":          {"theirs", ask("135:85628", true), ask(right, true), typing, true},
		"we refuse it, plain too, why": {"theirs", ask("135:85627", true), ask(wrong, true), "first", true},
		"we refuse it, plain too":      {"others", ask("135:85627", true), ask(wrong, true), "unexplained", false},
	} {
		if got, known := explain(c.library, c.typed, c.plain); got != c.want || known != c.known {
			t.Errorf("%s: got %q, %t, want %q, %t", name, got, known, c.want, c.known)
		}
	}
}

func TestCollect(t *testing.T) {
	got := map[string][]bool{}
	if err := collect(got, "a=true b=false\na=false b=false\n", 2); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got["a"], []bool{true, false}) || !slices.Equal(got["b"], []bool{false, false}) {
		t.Errorf("got %v", got)
	}
	for name, out := range map[string]string{
		"a line too few":   "a=true\n",
		"a verdict missed": "a=true b=true\na=true\n",
		"no verdict":       "a=true\na=maybe\n",
		"no library":       "a=true\ntrue\n",
	} {
		if err := collect(map[string][]bool{}, out, 2); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// What is printed of a difference has no number in it.
func TestComplaintShowsNoNumber(t *testing.T) {
	s := subjects()[0]
	for i := range 200 {
		v := candidate(s, 1, i)
		c := Complaint{s.kind, "theirs", ident.Checksum, true, 1, i, shape(v)}
		if len(only(v, figures)) >= 6 && strings.Contains(c.String(), only(v, figures)) || strings.ContainsAny(c.Shape, "012345678") {
			t.Errorf("index %d: the complaint shows the number", i)
		}
	}
}
