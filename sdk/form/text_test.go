package form

import (
	"math/big"
	"strings"
	"testing"
)

// What is read byte by byte, since most text is ASCII, is read as by the
// functions that know all of Unicode.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", " ", "Elin  Exempel", "\u00a0Elin\t\u200bEk ", "exempel.se", "a..b", "-a.se", "a.1", "å.se", "-0,5", "1 000 000.000001", "\u22122", ".5", "5.", "1234567890123", "\xff", "0\n\xe8"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := trim(s), strings.TrimFunc(s, isSpace); got != want {
			t.Errorf("trim(%q) = %q, want %q", s, got, want)
		}
		if got, want := hasSpace(s), strings.ContainsFunc(s, isSpace); got != want {
			t.Errorf("hasSpace(%q) = %t", s, got)
		}
		if got, want := line(trim(s)), strings.Join(strings.FieldsFunc(s, isSpace), " "); got != want {
			t.Errorf("line(%q) = %q, want %q", trim(s), got, want)
		}
		if got, want := dropSpaces(s), strings.Join(strings.FieldsFunc(s, isSpace), ""); got != want {
			t.Errorf("dropSpaces(%q) = %q, want %q", s, got, want)
		}
		if got, want := isDomain(s), isDomainByLabels(s); got != want {
			t.Errorf("isDomain(%q) = %t", s, got)
		}
		plain, n := readNumber(s)
		if !n.ok {
			return
		}
		want, ok := new(big.Rat).SetString(plain)
		if got := big.NewRat(n.millionths, 1_000_000); !ok || want.Cmp(got) != 0 {
			t.Errorf("readNumber(%q) is %v, want %v", s, got, want)
		}
	})
}

// isDomainByLabels is isDomain in the plainest way.
func isDomainByLabels(s string) bool {
	labels := strings.Split(s, ".")
	last := labels[len(labels)-1]
	for _, label := range labels {
		if label == "" || len(label) > 63 || strings.HasPrefix(label, "-") || strings.HasSuffix(label, "-") {
			return false
		}
		for _, c := range []byte(label) {
			if c < 0x80 && c != '-' && !isAlphanumeric(c) {
				return false
			}
		}
	}
	return len(s) <= 253 && len(labels) > 1 && len(last) > 1 && strings.Trim(last, "0123456789") != ""
}
