package law

import "github.com/lagrum/lagrum/sdk/date"

// A Fact tells when a row of law holds and how it is known. Every row embeds one.
type Fact struct {
	From     date.Date // first day; zero: not researched
	To       date.Date // last day; zero: open, or not researched
	Source   string    // where the fact was read, or "general knowledge"
	Verified bool      // the row was compared with the source; always false for general knowledge
}

// InForce reports whether the row holds on the day. The zero date asks for the
// rows without an end.
func (f Fact) InForce(at date.Date) bool {
	if at == (date.Date{}) {
		return f.To == (date.Date{})
	}
	return !at.Before(f.From) && (f.To == (date.Date{}) || !f.To.Before(at))
}

// A Name is a word or name in one language.
type Name struct {
	Lang string // BCP 47: sv, da, nb, nn, fi, is or en
	Text string // the word or name
}
