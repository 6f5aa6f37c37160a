package bind

import (
	"errors"

	"github.com/lagrum/lagrum/sdk/form"
)

// An Answer is what somebody said to a question of consent: yes, no, or nothing
// yet. A bool cannot tell the last two apart, and both are needed: a no is an
// answer, is recorded as one and is as good as a yes (GDPR recitals 32 and 42),
// and who has said nothing may be asked.
type Answer string

// The answers. The zero Answer is that there is none.
const (
	Unanswered Answer = ""       // nobody has asked, or nobody has answered
	Yes        Answer = form.Yes // the consent is given
	No         Answer = form.No  // it is not
)

// ErrAnswer says that a text is neither yes nor no. It does not hold the text.
var ErrAnswer = errors.New(`bind: an answer is "yes", "no" or empty`)

// IsYes reports whether the consent is given.
func (a Answer) IsYes() bool { return a == Yes }

// IsAnswered reports whether there is an answer, be it yes or no.
func (a Answer) IsAnswered() bool { return a == Yes || a == No }

// UnmarshalText takes "yes", "no" and nothing. The error is [ErrAnswer].
func (a *Answer) UnmarshalText(text []byte) error {
	switch answer := Answer(text); answer {
	case Yes, No, Unanswered:
		*a = answer
		return nil
	}
	return ErrAnswer
}
