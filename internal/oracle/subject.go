package oracle

import (
	"math/rand/v2"
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
)

// A subject is a kind of number that some other implementation reads too.
type subject struct {
	kind ident.Kind
	make func(*rand.Rand) string // a number that is right in all, or nearly so
	// plain writes a value as all libraries take it, without looking whether
	// it is right.
	plain   func(string) string
	letters string // what may stand in such a number beside digits
	classes []class
}

// A class is a set of values on which a library is known to differ, with the
// reason that ours is right, or that nobody knows who is.
type class struct {
	name      string
	libraries []string
	accepts   bool // what the libraries say
	reason    string
	source    string
	holds     func(question) bool
}

// A question is one value of one subject.
type question struct {
	subject *subject
	value   string
}

// today is the day that all of them judge by.
var today = date.Date{Year: 2026, Month: 11, Day: 21}

// lenient asks for every series, since the libraries cannot be asked for one.
var lenient = ident.Options{AsOf: today, Accept: ident.OnRequest}

// ours is what sdk/ident says of the value.
func (q question) ours() ident.Result { return ident.Check(q.subject.kind, q.value, lenient) }

// under is whether sdk/ident takes the value if the options are changed.
func (q question) under(change func(*ident.Options)) bool {
	opts := lenient
	change(&opts)
	return ident.Check(q.subject.kind, q.value, opts).Valid()
}

// digits gives the digits of the value.
func (q question) digits() string { return only(q.value, figures) }

// both holds where the two do. What a class says of the digits it looks up
// itself, so that a slip of ours in just that is no member of it.
func both(a, b func(question) bool) func(question) bool {
	return func(q question) bool { return a(q) && b(q) }
}

// reason holds for values that sdk/ident refuses for one of the reasons.
func reason(reasons ...ident.Reason) func(question) bool {
	return func(q question) bool { return slices.Contains(reasons, q.ours().Reason) }
}

// series holds for valid values of any of the series.
func series(set ident.Series) func(question) bool {
	return func(q question) bool { return q.ours().Series&set != 0 }
}

// withoutModulus11 holds for valid values that fail the check by modulus 11.
func withoutModulus11(q question) bool {
	return q.ours().Valid() && !q.under(func(o *ident.Options) { o.Modulus11 = true })
}

// subjects lists every kind that some library reads too; no other
// implementation is known of the reserve numbers, the HSA-ID, the
// norEduPersonNIN and the PIC.
func subjects() []*subject {
	return slices.Concat(swedish(), danish(), norwegian(), finnish(), icelandic(), faroese())
}
