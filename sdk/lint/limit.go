package lint

import (
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A limit is one thing that a field demands of its answer.
type limit struct {
	key string // as it stands in the file
	set bool
	on  func(policy.Control) bool // the controls that heed it
}

// limits lists what the field demands.
func (a *input) limits() [10]limit {
	return [...]limit{
		{"minLength", a.MinLength != 0, hasLength},
		{"maxLength", a.MaxLength != 0, hasLength},
		{"pattern", a.Pattern != "", isTyped},
		{"min", a.Min != "", hasRange},
		{"max", a.Max != "", hasRange},
		{"accept", len(a.Accept) > 0, isFile},
		{"maxBytes", a.MaxBytes != 0, isFile},
		{"options", len(a.Options) > 0, isChoice},
		{"numbers", len(a.Numbers) > 0 && a.FilledFrom == "", takesNumbers}, // a log-in is converted to a kind
		{"filledFrom", a.FilledFrom != "", func(c policy.Control) bool { return c != policy.ConsentControl }},
	}
}

// isTyped reports whether people write what they like.
func isTyped(c policy.Control) bool { return c == policy.TextControl || c == policy.LongTextControl }

// hasLength reports whether characters are counted.
func hasLength(c policy.Control) bool {
	switch c {
	case policy.EmailControl, policy.TelControl, policy.URLControl, policy.FileControl:
		return true
	}
	return isTyped(c)
}

// hasRange reports whether answers have an order.
func hasRange(c policy.Control) bool { return c == policy.NumberControl || c == policy.DateControl }

func isFile(c policy.Control) bool { return c == policy.FileControl }

// readNumber reads a limit of a number as the form does: with a point or comma.
func readNumber(s string) (float64, bool) {
	const most = 1e12 // of which forms know every figure
	s = strings.ReplaceAll(s, ",", ".")
	if strings.Trim(s, "-.0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil && -most < n && n < most
}

// readDay reads a limit of a day. That of "today" is not known in advance.
func readDay(s string) (day date.Date, known, ok bool) {
	if s == "today" {
		return date.Date{}, false, true
	}
	day, ok = date.Parse(s)
	return day, ok, ok
}
