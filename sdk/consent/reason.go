package consent

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Reason says what is wrong with a consent, or what to look after. It holds
// nothing of the person.
type Reason struct {
	Code  Code         // what it is
	Voids bool         // whether the yes does not count for it; if not, it is a warning
	Args  []locale.Arg // names and figures of the message
}

// A Code says what is wrong with a consent. Codes never change.
type Code string

// The codes. Each names the rule that it comes from, in docs/consent.md.
const (
	SeveralPurposes  Code = "several-purposes"  // one answer for several purposes; args: n
	Bundled          Code = "bundled"           // the same act did something else; args: with
	Detriment        Code = "detriment"         // a no would have kept the person from what they came for
	Preset           Code = "preset"            // the control stood on yes
	NotActive        Code = "not-active"        // the act is no clear affirmative one; args: act
	UnequalChoice    Code = "unequal-choice"    // a no takes more steps than a yes; args: yes, no
	NoAlternative    Code = "no-alternative"    // an authority, a school or an employer asks, and offers nothing instead
	Imbalance        Code = "imbalance"         // an authority, a school or an employer asks
	NotInformed      Code = "not-informed"      // the question lacks something; args: item
	NotExplicit      Code = "not-explicit"      // sensitive data without an explicit statement
	MayReveal        Code = "may-reveal"        // data may reveal something sensitive
	HardToWithdraw   Code = "hard-to-withdraw"  // taking back takes more steps than giving; args: yes, withdraw
	NotProved        Code = "not-proved"        // the record lacks something; args: item
	OtherText        Code = "other-text"        // the person was shown something else than what the form now says
	NotPseudonym     Code = "not-pseudonym"     // the subject is an e-mail address or an identity number
	Undocumented     Code = "undocumented"      // nothing shows that a secrecy waiver was given
	UnknownCountry   Code = "unknown-country"   // the age that counts is not known
	UnknownAge       Code = "unknown-age"       // the person's age is not known
	TooYoung         Code = "too-young"         // args: age
	GuardianUnproved Code = "guardian-unproved" // nothing shows that a guardian is one
	GuardianNeeded   Code = "guardian-needed"   // the policy says that a guardian gives it
	ChildToo         Code = "child-too"         // the child must consent together with a guardian; args: age
	BothGuardians    Code = "both-guardians"    // all holders of parental responsibility may have to agree
	Proxy            Code = "proxy"             // somebody else answered for an adult

	Changed     Code = "changed"     // what was agreed to has changed since; args: what
	PastExpiry  Code = "past-expiry" // given for a time that has passed; args: day
	Old         Code = "old"         // given long ago, and for no fixed time; args: months
	OfAge       Code = "of-age"      // a guardian gave it, and the child has reached the age; args: age
	AskedTooOft Code = "asked-again" // a no was given not long ago; args: months
	NotGiven    Code = "not-given"   // there is no yes
)

// In says the reason in words, in the language. It is empty for a code that is
// none of the constants.
func (r *Reason) In(l *text.Language) string {
	w := &l.Consent
	said := make([]locale.Arg, len(r.Args))
	for i, a := range r.Args {
		said[i] = locale.Arg{Name: a.Name, Value: inWords(a, l)}
	}
	return locale.Format(r.pattern(w), said...)
}

// inWords says an argument: an item, an act or a day; figures stay as they are.
func inWords(a locale.Arg, l *text.Language) string {
	w := &l.Consent
	switch a.Name {
	case "item":
		return item(a.Value, w)
	case "act":
		return Act(policy.ConsentAct(a.Value), l)
	case "day":
		if day, ok := date.Parse(a.Value); ok {
			return l.Rules.Date(day)
		}
	case "what":
		var list []string
		for kind := range strings.FieldsSeq(a.Value) {
			list = append(list, part(kind, w))
		}
		return l.Rules.List(list)
	}
	return a.Value
}

func item(code string, w *text.Consent) string {
	switch code {
	case "statement":
		return w.Statement
	case "purpose":
		return w.Purpose
	case "controller":
		return w.Controller
	case "data":
		return w.Data
	case "withdrawal":
		return w.Withdrawal
	case "subject":
		return w.Subject
	case "time":
		return w.Time
	case "interface":
		return w.Interface
	case "witness":
		return w.Witness
	case "fingerprint":
		return w.Fingerprint
	}
	return w.Shown
}

// part says what of a fingerprint differs.
func part(kind string, w *text.Consent) string {
	switch kind {
	case "purpose":
		return w.Purpose
	case "consent":
		return w.Statement
	case "terms":
		return w.Terms
	}
	return w.Controller
}

// Act says by which act somebody answered, in words: "by ticking a box". No act
// is to do nothing.
func Act(a policy.ConsentAct, l *text.Language) string {
	w := &l.Consent
	switch a {
	case policy.ByTicking:
		return w.Ticking
	case policy.BySigning:
		return w.Signing
	case policy.ByTelling:
		return w.Telling
	case policy.ByMailing:
		return w.Mailing
	case policy.ByTyping:
		return w.Typing
	case policy.ByRegistering:
		return w.Registering
	case policy.ByBrowsing:
		return w.Browsing
	}
	return w.Silence
}

func (r *Reason) pattern(w *text.Consent) string {
	switch r.Code {
	case SeveralPurposes:
		return w.SeveralPurposes
	case Bundled:
		return w.Bundled
	case Detriment:
		return w.Detriment
	case Preset:
		return w.Preset
	case NotActive:
		return w.NotActive
	case UnequalChoice:
		return w.UnequalChoice
	case NoAlternative:
		return w.NoAlternative
	case Imbalance:
		return w.Imbalance
	case NotInformed:
		return w.NotInformed
	case NotExplicit:
		return w.NotExplicit
	case MayReveal:
		return w.MayReveal
	case HardToWithdraw:
		return w.HardToWithdraw
	case NotProved:
		return w.NotProved
	case OtherText:
		return w.OtherText
	case NotPseudonym:
		return w.NotPseudonym
	case Undocumented:
		return w.Undocumented
	}
	return r.laterPattern(w)
}

func (r *Reason) laterPattern(w *text.Consent) string {
	switch r.Code {
	case UnknownCountry:
		return w.UnknownCountry
	case UnknownAge:
		return w.UnknownAge
	case TooYoung:
		return w.TooYoung
	case GuardianUnproved:
		return w.GuardianUnproved
	case GuardianNeeded:
		return w.GuardianNeeded
	case ChildToo:
		return w.ChildToo
	case BothGuardians:
		return w.BothGuardians
	case Proxy:
		return w.Proxy
	case Changed:
		return w.Changed
	case PastExpiry:
		return w.PastExpiry
	case Old:
		return w.Old
	case OfAge:
		return w.OfAge
	case AskedTooOft:
		return w.AskedAgain
	case NotGiven:
		return w.NotGiven
	}
	return ""
}
