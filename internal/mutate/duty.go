package mutate

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A duty is a content that a notice must have. A policy that loses the field,
// or the field's words in one language, no longer meets it if due holds.
type duty struct {
	field   string
	article string // of the GDPR; those of Regulation (EU) 2018/1725 say the same
	why     string
	due     func(look) bool // nil: always
}

// in gives what holds the field of the defect.
func in[T any](l look) *T {
	x, _ := l.m.in.(*T)
	return x
}

// duties lists the obligatory contents by field. A field that is not here may be
// left out: the notice is then shorter, or says the same from another field.
var duties = []duty{
	{"Document.languages", "12(1)", "without a language there is no notice", noLanguage},
	{"Document.regime", "13(2)(b)", "the rights follow from the law that the policy is under", nil},
	{"Document.jurisdiction", "13(2)(d)", "the authority for complaints follows from it", noAuthority},
	{"Document.parties", "13(1)(a)", "the controller is one of them", nil},
	{"Document.purposes", "13(1)(c)", "the purposes of the processing", nil},
	{"Document.activities", "13(1)(c)", "purposes and legal bases meet in the activities", noActivity},
	{"Document.data", "14(1)(d)", "the categories of data", nil},

	{"Party.name", "13(1)(a)", "the identity of the controller, or of a recipient named by it (13(1)(e))", namelessParty},
	{"Party.email", "13(1)(a)", "the contact details of the controller, if none is left", unreachable},
	{"Party.phone", "13(1)(a)", "the contact details of the controller, if none is left", unreachable},
	{"Party.web", "13(1)(a)", "the contact details of the controller, if none is left", unreachable},
	{"Party.address", "13(1)(a)", "the contact details of the controller, if none is left", unreachable},
	{"Party.dpo", "13(1)(b)", "the contact details of the officer that an authority must have (37(1)(a))", officerLost},
	{"Party.representative", "13(1)(a)", "the representative of a controller outside the Union", nobodyHere},
	{"Contact.email", "13(1)(b)", "the contact details of the officer, if none is left", officerUnreachable},
	{"Contact.phone", "13(1)(b)", "the contact details of the officer, if none is left", officerUnreachable},
	{"Contact.web", "13(1)(b)", "the contact details of the officer, if none is left", officerUnreachable},
	{"Contact.address", "13(1)(b)", "the contact details of the officer, if none is left", officerUnreachable},
	{"Scope.controllers", "13(1)(a)", "the controller, where it follows from the scope", scopeDecides},

	{"Purpose.title", "13(1)(c)", "what the purpose is called wherever the notice names it", nil},
	{"Purpose.text", "13(1)(c)", "the purpose in words to the reader (WP260 rev.01: a heading is too vague)", nil},
	{"Activity.purposes", "13(1)(c)", "the purposes of the processing", noPurpose},
	{"Activity.controllers", "13(1)(a)", "who is controller", noController},
	{"Activity.controllerPer", "13(1)(a)", "who is controller, where the scope decides", noController},
	{"Activity.basis", "13(1)(c)", "the legal basis", nil},
	{"Activity.specialGround", "13(1)(c)", "what allows sensitive data (WP260 rev.01, annex), if there are any", sensitiveData},
	{"Activity.data", "14(1)(d)", "the categories of data", noData},
	{"Activity.retention", "13(2)(a)", "how long data are kept, if nothing is left that says it", noRetention},
	{"Activity.consents", "13(2)(c)", "the consent that the activity rests on, with how to withdraw it", consentLost},
	{"Activity.necessity", "13(2)(e)", "whether one must give the data", personGives},
	{"Activity.consequence", "13(2)(e)", "what follows if one does not, where one must", mustGive},
	{"Activity.joint", "26(2)", "the essence of what joint controllers agreed", jointly},
	{"JointArrangement.essence", "26(2)", "the essence of what joint controllers agreed", nil},
	{"Basis.article", "13(1)(c)", "the legal basis", nil},
	{"Basis.law", "13(1)(c)", "the law that lays down the duty or the task (6(3))", lawless},
	{"Basis.interest", "13(1)(d)", "the interest pursued", interested},
	{"SpecialGround.article", "13(1)(c)", "what allows sensitive data", nil},
	{"SpecialGround.law", "13(1)(c)", "the law that points b, g, h, i and j of 9(2) call for", groundLawless},
	{"Citation.act", "13(1)(c)", "the law that lays down the duty or the task (6(3))", nil},
	{"Act.title", "12(1)", "what an act of the policy's own is called: its id is no name", nil},
	{"Profiling.logic", "13(2)(f)", "the logic involved, where a machine decides", decides},
	{"Profiling.effect", "13(2)(f)", "significance and consequences, where a machine decides", decides},
	{"Profiling.optOut", "22(3)", "how to have a human being look at it, where a machine decides", decides},

	{"Datum.label", "14(1)(d)", "the category of data in words; its id is no name", nil},
	{"Datum.sources", "14(2)(f)", "where data come from that somebody else writes", sourceLost},
	{"Source.kind", "14(2)(f)", "where data come from, if neither party nor text says it", sourceless},
	{"Source.party", "14(2)(f)", "from whom data come that somebody else gives, if no text says it", sourceless},
	{"Source.text", "14(2)(f)", "from whom data come that somebody else gives, if no party is named", sourceless},

	{"Recipient.party", "13(1)(e)", "who receives data, if no name is left", namelessRecipient},
	{"Recipient.name", "13(1)(e)", "who receives data, if no party is left", namelessRecipient},
	{"Recipient.transfer", "13(1)(f)", "what carries data out of the EEA, where the recipient is abroad", recipientAbroad},
	{"Processor.party", "13(1)(e)", "who processes: a processor is a recipient (4(9))", nil},
	{"Processor.transfer", "13(1)(f)", "what carries data out of the EEA, where it processes abroad", processorAbroad},
	{"Transfer.country", "13(1)(f)", "the third country", nil},
	{"Transfer.mechanism", "13(1)(f)", "adequacy, or the safeguards", nil},
	{"Transfer.copy", "13(1)(f)", "how to get a copy of the safeguards, where there is no adequacy", safeguarded},

	{"Retention.trigger", "13(2)(a)", "from when the period runs, if no words say it", timeless},
	{"Retention.triggerText", "13(2)(a)", "from when the period runs, if the trigger does not say it", timeless},
	{"Retention.period", "13(2)(a)", "how long data are kept, if neither an event nor a state is left that ends it", endless},
	{"Retention.lasts", "13(2)(a)", "how long data are kept, if neither an event nor a period is left that ends it", endless},

	{"Consent.text", "7(2)", "what one consents to", nil},
	{"Consent.purposes", "13(1)(c)", "what the consent is for (recital 42)", nil},
	{"Consent.withdraw", "7(3)", "how to withdraw it, before it is given", nil},
	{"Technology.purpose", "13(1)(c)", "what a cookie or a log is for (Directive 2002/58/EC Article 5(3))", nil},
	{"Technology.retention", "13(2)(a)", "how long a cookie lasts (C-673/17)", nil},
	{"Technology.consent", "7(2)", "the consent that what is not necessary needs (Directive 2002/58/EC Article 5(3))", unasked},
}

func noLanguage(l look) bool { return len(l.doc.Languages) == 0 }

func noAuthority(l look) bool {
	_, ok := law.AuthorityFor(l.doc.Jurisdiction, l.doc.Regime, l.doc.EffectiveFrom)
	return !ok && l.doc.Authority == ""
}

func noActivity(l look) bool { return len(l.doc.Activities) == 0 }

func namelessParty(l look) bool {
	p := in[policy.Party](l)
	return l.controls(p.ID) || l.receives(p.ID)
}

func unreachable(l look) bool {
	p := in[policy.Party](l)
	return l.controls(p.ID) && !l.reachable(p.ID)
}

func officerLost(l look) bool {
	p := in[policy.Party](l)
	return l.controls(p.ID) && p.PublicAuthority && p.PartOf == ""
}

func nobodyHere(l look) bool {
	p := in[policy.Party](l)
	return l.controls(p.ID) && l.abroad(p.Country)
}

func officerUnreachable(l look) bool {
	c := in[policy.Contact](l)
	return l.isOfficer(c.ID) && !reaches(c)
}

func scopeDecides(l look) bool {
	s := in[policy.Scope](l)
	return len(s.Controllers) == 0 && l.anyUser(func(a *policy.Activity) bool { return a.ControllerPer == s.Kind })
}

func noPurpose(l look) bool { return len(in[policy.Activity](l).Purposes) == 0 }

func noController(l look) bool { return len(l.controllers(in[policy.Activity](l))) == 0 }

func sensitiveData(l look) bool { return l.sensitive(in[policy.Activity](l)) }

func noData(l look) bool { return len(in[policy.Activity](l).Data) == 0 }

func noRetention(l look) bool { return len(in[policy.Activity](l).Retention) == 0 }

func consentLost(l look) bool {
	a := in[policy.Activity](l)
	return len(a.Consents) == 0 && l.basis(a.Basis) == law.Consent
}

func personGives(l look) bool { return l.fromPerson(in[policy.Activity](l)) }

func mustGive(l look) bool {
	switch in[policy.Activity](l).Necessity {
	case policy.Statutory, policy.Contractual, policy.Necessary:
		return true
	}
	return false
}

func jointly(l look) bool { return len(in[policy.Activity](l).Controllers) > 1 }

func lawless(l look) bool {
	b := in[policy.Basis](l)
	kind := l.basis(b)
	return len(b.Law) == 0 && (kind == law.LegalObligation || kind == law.PublicTask)
}

func interested(l look) bool { return l.basis(in[policy.Basis](l)) == law.LegitimateInterests }

func groundLawless(l look) bool {
	g := in[policy.SpecialGround](l)
	c, ok := law.ConditionOf(l.doc.Regime, g.Article)
	return ok && c.NeedsLaw && len(g.Law) == 0
}

func decides(l look) bool { return in[policy.Profiling](l).Decides }

func sourceLost(l look) bool {
	d := in[policy.Datum](l)
	return len(d.Sources) == 0 && len(d.WrittenBy) > 0
}

func sourceless(l look) bool {
	s := in[policy.Source](l)
	return (s.Kind == policy.FromThirdParty || s.Kind == "") && s.Party == "" && len(s.Text) == 0
}

func namelessRecipient(l look) bool {
	r := in[policy.Recipient](l)
	named := r.Kind == policy.PublicRecords || r.Kind == policy.PublicRecipient || r.Kind == policy.ParticipantsRecipient
	return r.Party == "" && len(r.Name) == 0 && !named
}

func recipientAbroad(l look) bool {
	p := l.doc.Party(in[policy.Recipient](l).Party)
	return p != nil && l.abroad(p.Country)
}

func processorAbroad(l look) bool {
	return slices.ContainsFunc(in[policy.Processor](l).Countries, l.abroad)
}

func safeguarded(l look) bool {
	m := in[policy.Transfer](l).Mechanism
	return m != policy.Adequacy && m != policy.Derogation && m != ""
}

func timeless(l look) bool {
	r := in[policy.Retention](l)
	return r.Lasts != policy.Forever && (r.Trigger == "" || r.Trigger == policy.OtherTrigger) && len(r.TriggerText) == 0
}

func endless(l look) bool {
	r := in[policy.Retention](l)
	return r.Period.IsZero() && r.Lasts == "" && timeless(l)
}

func unasked(l look) bool { return !in[policy.Technology](l).Necessary }
