package locale_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/locale"
)

func TestFormat(t *testing.T) {
	args := []locale.Arg{{"name", "{day}"}, {"day", "måndag"}, {"name", "second"}, {"empty", ""}, {"a b", "never"}}
	for name, c := range map[string]struct{ pattern, want string }{
		"one pass":            {"{name} på {day}", "{day} på måndag"},
		"unknown names stay":  {"{x} {name", "{x} {name"},
		"empty value":         {"[{empty}]", "[]"},
		"empty name":          {"{} {day}", "{} måndag"},
		"brace within brace":  {"{{day}}", "{måndag}"},
		"brace before a name": {"{ {day}", "{ måndag"},
		"a name with a space": {"{a b}", "{a b}"},
		"adjacent":            {"{day}{day}", "måndagmåndag"},
		"none":                {"plain", "plain"},
		"nothing":             {"", ""},
	} {
		if got := locale.Format(c.pattern, args...); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestPlaceholdersAreSortedAndUnique(t *testing.T) {
	got := locale.Placeholders("{n} of {total} for {controller}, {n}; {not a name} {}")
	if d := cmp.Diff([]string{"controller", "n", "total"}, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if got := locale.Placeholders("none"); len(got) != 0 {
		t.Errorf("got %q", got)
	}
}

func FuzzFormat(f *testing.F) {
	f.Add("{a} and {b}", "a", "{b}")
	f.Add("{{a}}{", "a", "")
	placeholder := regexp.MustCompile(`\{[A-Za-z0-9_.-]+\}`)
	f.Fuzz(func(t *testing.T, pattern, name, value string) {
		if got := locale.Format(pattern); got != pattern {
			t.Fatalf("without arguments %q became %q", pattern, got)
		}
		want := placeholder.ReplaceAllStringFunc(pattern, func(s string) string {
			if s == "{"+name+"}" {
				return value
			}
			return s
		})
		if got := locale.Format(pattern, locale.Arg{Name: name, Value: value}); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
		var names []string
		for _, s := range placeholder.FindAllString(pattern, -1) {
			names = append(names, strings.Trim(s, "{}"))
		}
		slices.Sort(names)
		if d := cmp.Diff(slices.Compact(names), locale.Placeholders(pattern)); d != "" {
			t.Fatalf("%q (-want +got):\n%s", pattern, d)
		}
	})
}
