package form

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

func (f *Field) isConsent() bool { return f.Control == policy.ConsentControl }
func (f *Field) isFile() bool    { return f.Control == policy.FileControl }
func (f *Field) isList() bool    { return f.Control == policy.CheckboxesControl }

func (f *Field) isChoice() bool {
	switch f.Control {
	case policy.SelectControl, policy.RadioControl, policy.CheckboxesControl, policy.CountryControl:
		return true
	}
	return false
}

// number checks a number: digits, with a comma or point and a sign at most. It
// is kept with a point, a hyphen for a minus, and no noughts before it.
func (c *checker) number(f *Field, s *slot, p *plan) bool {
	text, n := readNumber(s.text)
	if !c.is(n.ok, f, NotNumber, wordNumber) {
		return false
	}
	s.text = text
	if p.min.ok && n.millionths < p.min.millionths {
		c.tell(f, TooSmall, wordLeast, locale.Arg{Name: "min", Value: f.Min})
		return false
	}
	if p.max.ok && n.millionths > p.max.millionths {
		c.tell(f, TooGreat, wordMost, locale.Arg{Name: "max", Value: f.Max})
		return false
	}
	return true
}

// An amount is a number as millionths, so that no floating point is needed.
type amount struct {
	millionths int64
	ok         bool // it is a number
}

// The most figures of a number: enough for every amount, and exact.
const (
	wholeFigures    = 12
	fractionFigures = 6
)

// readNumber reads a number, and gives it as it is kept.
func readNumber(text string) (plain string, n amount) {
	plain = text
	if strings.IndexByte(text, ',') >= 0 || hasSpace(text) || strings.Contains(text, "\u2212") {
		plain = strings.Replace(dropSpaces(strings.ReplaceAll(text, ",", ".")), "\u2212", "-", 1)
	}
	if n = readAmount(plain); n.ok {
		plain = withoutNoughts(plain, n)
	}
	return plain, n
}

// withoutNoughts takes away what tells nothing before a number: noughts, and
// the sign of nought itself.
func withoutNoughts(plain string, n amount) string {
	figures, minus := strings.CutPrefix(plain, "-")
	short := figures
	for len(short) > 1 && short[0] == '0' && short[1] != '.' {
		short = short[1:]
	}
	switch {
	case minus && n.millionths == 0:
		return short
	case len(short) == len(figures):
		return plain
	case minus:
		return "-" + short
	}
	return short
}

// readAmount reads a number as it is kept.
func readAmount(plain string) (n amount) {
	whole, part, point := strings.Cut(strings.TrimPrefix(plain, "-"), ".")
	if whole == "" || len(whole) > wholeFigures || len(part) > fractionFigures || point && part == "" || !digits(whole) || !digits(part) {
		return amount{}
	}
	for i := range len(whole) {
		n.millionths = 10*n.millionths + int64(whole[i]-'0')
	}
	for i := range fractionFigures {
		n.millionths *= 10
		if i < len(part) {
			n.millionths += int64(part[i] - '0')
		}
	}
	if plain[0] == '-' {
		n.millionths = -n.millionths
	}
	n.ok = true
	return n
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// date checks a day. It is kept as 2026-01-31, however it was typed.
func (c *checker) date(f *Field, s *slot) bool {
	day, ok := date.Parse(s.text)
	if !ok {
		if day, ok = readDate(s.text); ok {
			s.text = day.String()
		}
	}
	if !c.is(ok, f, NotDate, wordDate) {
		return false
	}
	if first, ok := c.bound(f.Min); ok && day.Before(first) {
		c.tell(f, TooEarly, wordEarliest, locale.Arg{Name: "min", Value: first.String()})
		return false
	}
	if last, ok := c.bound(f.Max); ok && day.After(last) {
		c.tell(f, TooLate, wordLatest, locale.Arg{Name: "max", Value: last.String()})
		return false
	}
	return true
}

// bound reads the first or last day that is accepted; "today" is the day of the
// check.
func (c *checker) bound(text string) (date.Date, bool) {
	if text == "today" {
		return c.day, !c.day.IsZero()
	}
	return date.Parse(text)
}

// readDate reads a day as people write it: day.month.year, day/month/year, or
// year-month-day without noughts.
func readDate(text string) (date.Date, bool) {
	sign := ""
	for _, one := range []string{".", "/", "-"} {
		if strings.Count(text, one) == 2 {
			sign = one
		}
	}
	if sign == "" {
		return date.Date{}, false
	}
	a, rest, _ := strings.Cut(text, sign)
	b, e, _ := strings.Cut(rest, sign)
	if len(trim(a)) == 4 {
		a, e = e, a
	}
	day, ok1 := figure(trim(a), 2)
	month, ok2 := figure(trim(b), 2)
	year, ok3 := figure(trim(e), 4)
	if !ok1 || !ok2 || !ok3 || year < 1000 {
		return date.Date{}, false
	}
	return date.New(year, month, day)
}

// figure reads a number of at most so many digits.
func figure(text string, most int) (int, bool) {
	if text == "" || len(text) > most || !digits(text) {
		return 0, false
	}
	n := 0
	for i := range len(text) {
		n = 10*n + int(text[i]-'0')
	}
	return n, true
}

// ident checks a number of one of the field's kinds. It is kept in its
// canonical form.
func (c *checker) ident(f *Field, s *slot) bool {
	opts := ident.Options{AsOf: c.day, Accept: f.Series | ident.Prefixed}
	if len(f.Numbers) == 0 { // lint reports it; the length is still bounded
		return c.length(f, s)
	}
	var room [64]byte
	canonical, why := ident.AppendAny(room[:0], s.text, opts, f.Numbers...)
	reason := locale.Arg{Name: "reason", Value: why.Code()}
	switch {
	case why == ident.OK:
		if string(canonical) != s.text {
			s.text = string(canonical)
		}
		return true
	case f.Control == policy.PostalCodeControl:
		c.tell(f, NotPostcode, wordPostcode, reason)
	case why == ident.Future:
		c.tell(f, FutureIdent, wordUnborn, reason)
	case why == ident.SeriesNotAccepted:
		c.tell(f, SeriesIdent, wordSeries, reason)
	default:
		c.tell(f, WrongIdent, wordWrong, reason)
	}
	return false
}

// sizeWords says a size in the largest unit that it fills.
func sizeWords(bytes int) string {
	switch {
	case bytes >= 1_000_000:
		return strconv.Itoa(bytes/1_000_000) + "\u00a0MB"
	case bytes >= 1000:
		return strconv.Itoa(bytes/1000) + "\u00a0kB"
	}
	return strconv.Itoa(bytes) + "\u00a0B"
}

// typeWords names media types as people know them: JPEG for image/jpeg.
func typeWords(types []string) []string {
	var names []string
	for _, t := range types {
		_, name, _ := strings.Cut(t, "/")
		names = append(names, upper(name))
	}
	return names
}

// characters counts characters, as people do.
func characters(s string) int { return utf8.RuneCountInString(s) }
