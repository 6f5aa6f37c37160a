package locale

// A Plural holds the two forms of a phrase that depends on a number.
type Plural struct{ One, Other string }

// A PluralRule tells which numbers take the form One, as the Unicode CLDR does
// for whole numbers. The zero PluralRule is OneOther.
type PluralRule uint8

// The rules of the languages named in this package.
const (
	OneOther     PluralRule = 0 // 1 alone: da en fi nb nn sv
	OneEndsWith1 PluralRule = 1 // 1, 21, 31, 101 and so on, but not 11 or 111: is
)

// IsOne reports whether the number takes the form One. The sign does not count.
func (r PluralRule) IsOne(n int) bool {
	if n < 0 {
		n = -n
	}
	if r == OneEndsWith1 {
		return n%10 == 1 && n%100 != 11
	}
	return n == 1
}

// Pick gives the form for the number.
func (r PluralRule) Pick(p Plural, n int) string {
	if r.IsOne(n) {
		return p.One
	}
	return p.Other
}
