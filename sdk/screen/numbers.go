package screen

import (
	"unicode/utf8"

	"github.com/lagrum/lagrum/sdk/ident"
)

// persons are the kinds of number that are looked for unless Options say
// otherwise: those by which countries tell their people apart.
var persons = []ident.Kind{
	ident.Personnummer, ident.Samordningsnummer, ident.CPR, ident.Fodselsnummer, ident.HETU, ident.Kennitala,
}

// shortest and longest are the characters of an identity number as it is
// written, separator included.
const shortest, longest = 10, len(spelled)

// spelled is how some write a number of twelve digits: year, month, day.
const spelled = "1912 02 11 9150"

// findNumbers appends where a national identification number stands. The
// shape alone is not enough: phone numbers and invoices have it too. So the
// check digits must be right; where a register has none any more, the
// separator must be there.
func findNumbers(dst []Hit, text string, kinds []ident.Kind) []Hit {
	for i := 0; i < len(text); {
		if !isDigit(text[i]) || joins(text[:i]) {
			i++
			continue
		}
		end := i + 1
		if h, ok := numberAt(text, i, kinds); ok {
			dst = append(dst, h)
			end = h.End
		}
		for end < len(text) && isDigit(text[end]) {
			end++
		}
		i = end
	}
	return dst
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// joins reports whether what the text ends with makes what follows part of
// something longer.
func joins(text string) bool {
	if text == "" {
		return false
	}
	r, size := utf8.DecodeLastRuneInString(text)
	return r == '-' || r == '+' || r == '@' || r == '_' || letterAt(text, len(text)-size) > 0
}

// numberAt reads a number that begins at i, the longest first.
func numberAt(text string, i int, kinds []ident.Kind) (Hit, bool) {
	for size := longest; size >= shortest; size-- {
		end := i + size
		if end > len(text) || end < len(text) && (letterAt(text, end) > 0 || text[end] == '-' && end+1 < len(text) && isDigit(text[end+1])) {
			continue
		}
		if !shaped(text[i:end]) {
			continue
		}
		for _, kind := range kinds {
			if sure, ok := isNumber(kind, text[i:end], isLabelled(text[:i])); ok {
				return Hit{Class: NationalNumber, Start: i, End: end, Rule: "number", Blocks: sure}, true
			}
		}
	}
	return Hit{}, false
}

// shaped reports whether the text is digits but for at most one separator or
// letter, beginning with six digits and ending with a digit or capital letter.
func shaped(text string) bool {
	if len(text) == len(spelled) {
		return text[4] == ' ' && text[7] == ' ' && allDigits(text[:4]) && allDigits(text[5:7]) && allDigits(text[8:10]) && allDigits(text[11:])
	}
	others := 0
	for k := range len(text) {
		if !isDigit(text[k]) {
			if others++; k < 6 {
				return false
			}
		}
	}
	return others <= 2 && text[len(text)-1] != ' ' && text[len(text)-1] != '-'
}

// accepted are the series of numbers that are looked for beside the ordinary
// ones: whoever types a test number shows how they handle a real one.
const accepted = ident.Temporary | ident.Synthetic | ident.Fictitious

// labels are the words before which ten bare digits need no check digit: the
// registers of Denmark and Iceland give out numbers without a right one.
var labels = [...]string{"cpr", "personnummer", "pnr", "kennital", "fødselsn", "fnr", "hetu", "henkilöt"}

// isLabelled reports whether the text ends with one of the labels and a few
// words at most.
func isLabelled(text string) bool {
	const near = 30
	for i := max(0, len(text)-near); i < len(text); i++ {
		for _, label := range labels {
			if i+len(label) <= len(text) && isAt(label, text, i) {
				return true
			}
		}
	}
	return false
}

// isNumber reports whether the text is a number of the kind, and whether
// beyond doubt. Ten or eleven bare digits may be something else even if the
// check digit fits; without one that fits it takes the separator or a label.
func isNumber(kind ident.Kind, text string, labelled bool) (sure, ok bool) {
	bare := true
	for k := range len(text) {
		bare = bare && isDigit(text[k])
	}
	r := ident.Check(kind, text, ident.Options{Modulus11: true, Accept: accepted})
	if sure = r.Valid(); !sure && (!bare || labelled) {
		r = ident.Check(kind, text, ident.Options{Accept: accepted})
	}
	if !r.Valid() || r.Series&ident.SystemNumber != 0 { // which any ten digits from 8 on would be
		return false, false
	}
	return sure && (!bare || len(text) == 12), true
}

func allDigits(text string) bool {
	for k := range len(text) {
		if !isDigit(text[k]) {
			return false
		}
	}
	return true
}
