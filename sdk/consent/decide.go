package consent

import (
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Decide judges an answer and gives the record of it: of a yes that counts,
// with status [Given]; of a no, [Refused]; of a yes that does not count,
// [Invalidated]. The record's reasons say why, and what to look after.
//
// A no needs nothing to count. A waiver of secrecy is no consent under data
// protection law, and the law of secrecy asks for no form: its reasons are
// warnings (Swedish OSL 12:2).
//
// The record has no id yet, and is the first of its history; see [Record].
func Decide(q Question, a Answer) Record {
	return decide(q, a, identifies(a.Person.Subject), judge.person)
}

// decide judges an answer, by whether its subject tells who the person is, and by
// what is known of the person.
func decide(q Question, a Answer, named bool, person func(judge)) Record {
	r := record(q, a, named)
	r.Status, r.Until, r.Reasons = judged(&q, &a, named, person)
	return r
}

// judged says what the answer comes to: the status, the last day on which it
// counts, and the reasons.
func judged(q *Question, a *Answer, named bool, person func(judge)) (Status, date.Date, []Reason) {
	if !a.Yes {
		return Refused, date.Date{}, nil
	}
	j := judge{q: q, a: a, named: named, verdict: &verdict{waiver: q.Kind == policy.SecrecyWaiver}}
	j.asked()
	j.acted()
	j.informed()
	j.proved()
	person(j)
	if slices.ContainsFunc(j.reasons, func(x Reason) bool { return x.Voids }) {
		return Invalidated, date.Date{}, j.reasons
	}
	var until date.Date
	if day, ok := dayOf(a.At); ok && !q.Expires.IsZero() {
		until = day.Add(q.Expires)
	}
	return Given, until, j.reasons
}

// A judge goes through the rules for one answer.
type judge struct {
	q     *Question
	a     *Answer
	named bool // the subject is no pseudonym
	*verdict
}

// A verdict is what the judge finds. It is apart from what is judged so that a compiler
// sees that this stays as it is, and leaves out rules that a page cannot break.
type verdict struct {
	waiver  bool
	reasons []Reason
}

// void adds a reason for which the yes does not count.
func (v *verdict) void(is bool, code Code, args ...locale.Arg) {
	if is {
		v.reasons = append(v.reasons, Reason{Code: code, Voids: !v.waiver, Args: args})
	}
}

// warn adds a reason to look after.
func (v *verdict) warn(is bool, code Code, args ...locale.Arg) {
	if is {
		v.reasons = append(v.reasons, Reason{Code: code, Args: args})
	}
}

// asked judges the question: one purpose each, free, with another way for those
// who can hardly say no (GDPR Articles 4(11), 7(2) and 7(4), recitals 42 and 43).
func (j judge) asked() {
	q, a := j.q, j.a
	uneven := (q.Authority || q.Dependent) && !j.waiver
	j.void(len(q.Consent.Purposes) > 1 && !j.waiver, SeveralPurposes, number("n", len(q.Consent.Purposes)))
	j.void(a.With != "" || a.Act == policy.ByRegistering, Bundled, arg("with", a.With))
	j.void(a.Condition, Detriment)
	j.void(a.Steps.No > a.Steps.Yes && a.Steps.Yes > 0, UnequalChoice, number("yes", a.Steps.Yes), number("no", a.Steps.No))
	j.warn(uneven && q.Instead != "", Imbalance)
	j.warn(uneven && q.Instead == "", NoAlternative)
}

// acted judges the act: a clear affirmative one, and for sensitive data an
// explicit statement of its own (Articles 4(11) and 9(2)(a), recital 32).
func (j judge) acted() {
	q, a := j.q, j.a
	active := isActive(a.Act)
	if j.waiver {
		j.warn(a.Act == policy.ByTyping && a.With == "", Bundled, arg("with", string(policy.ByTyping)))
		j.warn(!active, Undocumented)
		return
	}
	j.void(a.Preset, Preset)
	j.void(!active && a.Act != policy.ByRegistering, NotActive, arg("act", string(a.Act)))
	explicit := q.Kind == policy.ExplicitConsent && active
	j.void(len(q.Special) > 0 && !explicit, NotExplicit)
	j.warn(len(q.Special) == 0 && len(q.MayReveal) > 0 && !explicit, MayReveal)
}

// isActive reports whether the act is one by which people say yes.
func isActive(a policy.ConsentAct) bool {
	switch a {
	case policy.ByTicking, policy.BySigning, policy.ByTelling, policy.ByMailing:
		return true
	}
	return false
}

// informed judges what the person was told before: who asks, for what, about
// which data, and how to take it back (recital 42, Article 7(3)).
func (j judge) informed() {
	q, a := j.q, j.a
	if j.waiver {
		return
	}
	for _, x := range []struct {
		lacks bool
		item  string
	}{
		{q.Text == "" && a.Said == "", "statement"},
		{len(q.Purposes) == 0, "purpose"},
		{len(q.Controllers) == 0, "controller"}, // by name: "whoever holds the course" is none
		{len(q.Data) == 0, "data"},
		{q.Withdraw == "", "withdrawal"},
	} {
		j.void(x.lacks, NotInformed, arg("item", x.item))
	}
	j.void(a.Steps.Withdraw > a.Steps.Yes && a.Steps.Yes > 0, HardToWithdraw, number("yes", a.Steps.Yes), number("withdraw", a.Steps.Withdraw))
}

// proved judges what the record can prove (Articles 5(2) and 7(1)): who, what,
// when, how, and in which words.
func (j judge) proved() {
	q, a := j.q, j.a
	_, timed := dayOf(a.At)
	noted := isNoted(a)
	for _, x := range []struct {
		lacks bool
		item  string
	}{
		{a.Person.Subject == "", "subject"},
		{!timed, "time"},
		{a.Interface == "" && !noted, "interface"},
		{noted && (a.Staff.By == "" || a.Staff.Channel == ""), "witness"},
		{q.Fingerprint.IsZero(), "fingerprint"},
		{a.Shown == "" && !noted, "text"},
	} {
		j.void(x.lacks && !(j.waiver && !isActive(a.Act)), NotProved, arg("item", x.item))
	}
	j.void(a.Shown != "" && a.Shown != q.Sum, OtherText)
	j.void(j.named, NotPseudonym)
}

// isNoted reports whether staff noted the answer, so that no page recorded it.
func isNoted(a *Answer) bool {
	switch a.Act {
	case policy.ByTelling, policy.ByMailing:
		return true
	case policy.BySigning:
		return a.Staff.Channel == policy.ByPaper
	}
	return false
}

// identifies reports whether the subject is no pseudonym: an e-mail address, a
// telephone number, a name with spaces, or an identity number, also after a prefix.
func identifies(subject string) bool {
	piece := 0
	for i := range len(subject) + 1 {
		switch {
		case i == len(subject) || subject[i] == ':' || subject[i] == '/':
			if isNumber(subject[piece:i]) {
				return true
			}
			piece = i + 1
		case subject[i] == '@' || subject[i] == ' ' || subject[i] == ',':
			return true
		}
	}
	return subject != "" && subject[0] == '+'
}

// isNumber reports whether the text is the identity number of somebody. Ten bare
// digits may be the host's own, unless their check digit is right.
func isNumber(subject string) bool {
	bare := true
	for i := range len(subject) {
		bare = bare && subject[i] != '-'
	}
	for _, kind := range []ident.Kind{
		ident.Personnummer, ident.Samordningsnummer, ident.CPR, ident.Fodselsnummer, ident.HETU, ident.Kennitala,
	} {
		if ident.Check(kind, subject, ident.Options{Modulus11: bare}).Valid() {
			return true
		}
	}
	return false
}

func arg(name, value string) locale.Arg { return locale.Arg{Name: name, Value: value} }

func args(list ...locale.Arg) []locale.Arg { return list }

func number(name string, n int) locale.Arg { return arg(name, strconv.Itoa(n)) }
