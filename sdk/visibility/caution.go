package visibility

import (
	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Caution is something that those who work with data must mind when a person
// has a protected identity.
type Caution struct {
	Code    CautionCode // what it is
	Regime  law.ActID   // the data protection law that is cited; empty if none is
	Article string      // the provision in that law's own numbers; empty cites none
	Kinds   []string    // the kinds of protection that demand it, in the country's own language; none if all do
	Law     []string    // the law behind those kinds, as one cites it there
}

// A CautionCode says what a caution is: one of the constants, or a
// law.Precaution. Codes never change.
type CautionCode string

// What every kind of protection demands.
const (
	AskNobody  CautionCode = "ask-nobody"  // the reason is not asked for and not noted (GDPR Article 5(1)(c))
	FlagSecret CautionCode = "flag-secret" // the protection is itself confidential (Article 5(1)(f))
	NoTrace    CautionCode = "no-trace"    // nothing where others are listed or shown (Article 32(1))
	NoPlace    CautionCode = "no-place"    // nothing that tells where the person is (Article 32(1))
	FewRead    CautionCode = "few-read"    // few read the log of who looked (Article 32(1))
)

// Cautions lists what the staff must mind with a person who has a protected
// identity: what always holds, and what the law of the policy's country adds on
// the day. A country that the law tables do not hold adds nothing.
func Cautions(doc *policy.Document, at date.Date) []Caution {
	var list []Caution
	for _, c := range [...]struct {
		code CautionCode
		gdpr string
	}{{AskNobody, "5(1)(c)"}, {FlagSecret, "5(1)(f)"}, {NoTrace, "32(1)"}, {NoPlace, "32(1)"}, {FewRead, "32(1)"}} {
		caution := Caution{Code: c.code}
		if number, ok := law.Article(doc.Regime, c.gdpr); ok {
			caution.Regime, caution.Article = doc.Regime, number
		}
		list = append(list, caution)
	}
	for _, precaution := range law.Precautions {
		c := Caution{Code: CautionCode(precaution)}
		for p := range law.ProtectionsIn(doc.Jurisdiction) {
			if p.InForce(at) && p.Demands(precaution) {
				c.Kinds, c.Law = append(c.Kinds, p.Kind), append(c.Law, p.Law)
			}
		}
		if len(c.Kinds) > 0 {
			list = append(list, c)
		}
	}
	return list
}

// In says the caution in the language, with the law in brackets. It is empty for
// a code that is none.
func (c *Caution) In(l *text.Language) string {
	var laws []string
	for i := range c.Law {
		laws = append(laws, c.Kinds[i]+", "+c.Law[i])
	}
	return cited(c.words(&l.Visible), cite.In(c.Regime, l).Article(c.Article), laws)
}

func (c *Caution) words(w *text.Visible) string {
	switch c.Code {
	case AskNobody:
		return w.AskNobody
	case FlagSecret:
		return w.FlagSecret
	case NoTrace:
		return w.NoTrace
	case NoPlace:
		return w.NoPlace
	case FewRead:
		return w.FewRead
	}
	switch law.Precaution(c.Code) {
	case law.CheckFirst:
		return w.CheckFirst
	case law.PostAgency:
		return w.PostAgency
	case law.NoAddress:
		return w.NoAddress
	case law.NoLink:
		return w.NoLink
	case law.Recheck:
		return w.Recheck
	case law.NoDirectory:
		return w.NoDirectory
	case law.NoProxy:
		return w.NoProxy
	case law.NoHint:
		return w.NoHint
	case law.ContactOnly:
		return w.ContactOnly
	}
	return ""
}
