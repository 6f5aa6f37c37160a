package mutate

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A clash is another value that the rest of the policy or the law rules out.
// Any other value is as lawful as the one before, and the author's to choose.
type clash struct {
	field   string
	article string // of the GDPR, unless it says otherwise
	why     string
	is      func(look) bool
}

// clashes lists them by field.
var clashes = []clash{
	{"Document.effectiveFrom", "13(1)(c)", "on that day the regime, or an act that a basis cites, is not in force", outOfForce},
	{"Document.regime", "13(1)(c)", "under that law the articles of the policy mean something else, or it is not in force", otherLaw},
	{"Document.jurisdiction", "13(2)(d)", "no controller is established there, so that complaints go astray", nobodyThere},
	{"Document.asPublished", "13(2)(b)", "nothing is added then, and the policy itself does not list the rights", rightsUnsaid},
	{"Act.from", "13(1)(c)", "a basis cites the act, which is not in force then", actSpent},
	{"Act.to", "13(1)(c)", "a basis cites the act, which is not in force then", actSpent},
	{"Citation.act", "13(1)(c)", "the act is not in force", citesSpent},

	{"Party.dpo", "13(1)(b)", "the contact is no data protection officer", notOfficer},
	{"Contact.kind", "13(1)(b)", "a party names it as data protection officer", notOfficerKind},
	{"Party.country", "13(1)(f)", "a controller there needs a representative (27), or a recipient there a transfer", partyAbroad},
	{"Activity.controllers", "13(1)(a)", "the party is processor of the same activity, or cannot be reached", wrongController},
	{"Scope.controllers", "13(1)(a)", "the party cannot be reached", wrongScopeController},
	{"Processor.party", "13(1)(e)", "the processor is the controller that it works for (4(8))", ownProcessor},
	{"Processor.for", "28(3)", "the party is controller of nothing that the processor does", ordersOfNobody},
	{"Recipient.party", "13(1)(e)", "the recipient is the only controller itself (4(9)), or abroad without a transfer", wrongRecipient},
	{"Processor.countries", "13(1)(f)", "data leave the EEA, and no transfer is stated", leaves},
	{"System.storedIn", "13(1)(f)", "data leave the EEA, and no transfer is stated", storedAbroad},
	{"Transfer.country", "13(1)(f)", "no decision on adequacy holds there, or the country is in the EEA", wrongTransfer},
	{"Transfer.mechanism", "13(1)(f)", "no decision on adequacy holds there, or nothing tells how to get a copy of the safeguards", wrongTransfer},

	{"Basis.article", "13(1)(c)", "the rest of the activity rules the basis out, or there is no such basis", wrongBasis},
	{"SpecialGround.article", "13(1)(c)", "there is no such condition, or its law or its explicit consent is missing", wrongGround},
	{"Activity.necessity", "13(2)(e)", "nobody must consent; a duty by law is not voluntary; what is voluntary is not required", wrongNecessity},
	{"Datum.provision", "13(2)(e)", "it must be given, and everything that uses it is voluntary", requiredFreely},
	{"Datum.special", "10", "data on offences need a law", offencesWithoutLaw},
	{"Activity.data", "13(1)(c)", "the datum is sensitive, and no condition allows it", newlySensitive},
	{"Activity.consents", "13(2)(c)", "the consent is to other purposes", otherConsent},
	{"Consent.purposes", "13(2)(c)", "no activity that rests on the consent serves the purpose", otherPurpose},
	{"Consent.data", "7(2)", "no activity that rests on the consent uses the datum", otherData},
	{"Consent.kind", "9(2)(a)", "sensitive data rest on it, or an activity does, and this kind does not carry them", weakConsent},
	{"Consent.givenBy", "4(11)", "it is no act by which one consents", noAct},
	{"Consent.byGuardian", "8(1)", "those asked are children who act through guardians", childAlone},

	{"Retention.lasts", "5(1)(e)", "personal data are kept for ever without a law on archives", forever},
	{"Retention.trigger", "13(2)(a)", "the event is another one, and no words say which", timeless},
	{"Retention.limit", "13(2)(a)", "a shortest time tells nobody when data go", noEnd},
	{"Retention.modality", "13(2)(a)", "data that may go, may stay: there is no end", noEnd},
	{"Retention.action", "13(2)(a)", "data stay after the step, and no later step ends it", stays},
	{"Source.kind", "14(2)(f)", "somebody else gives the data, and is not named", sourceless},
	{"Right.right", "13(2)(b)", "the right is told of twice, or no basis of the policy gives it", wrongRight},
	{"Technology.necessary", "13(1)(c)", "what is not necessary needs a consent (Directive 2002/58/EC Article 5(3))", notAsked},
	{"Technology.noPersonalData", "5(1)(a)", "it holds personal data", technologyHolds},
	{"System.noPersonalData", "5(1)(a)", "activities run in it, or it is said to hold data", systemHolds},
	{"Datum.anonymous", "5(1)(a)", "a national number, or sensitive data, identify or concern a person", notAnonymous},
	{"Profiling.decides", "13(2)(f)", "a machine decides, and logic, effect or way out is missing", undecided},
	{"Party.publicAuthority", "6(1)", "an authority cannot rely on a legitimate interest", authorityInterest},
	{"Visibility.audience", "9", "sensitive data, or a national number, are shown to everybody", shownToAll},
	{"Scope.from", "12(1)", "an event ends before it begins", backward},
	{"Scope.to", "12(1)", "an event ends before it begins", backward},
}

func outOfForce(l look) bool {
	spent := l.spent(l.doc.Regime)
	for i := range l.doc.Activities {
		a := &l.doc.Activities[i]
		if a.Basis != nil {
			spent = spent || slices.ContainsFunc(a.Basis.Law, func(c policy.Citation) bool { return l.spent(c.Act) })
		}
	}
	return spent
}

func otherLaw(l look) bool {
	was, _ := l.m.was.Interface().(law.ActID)
	return l.spent(l.doc.Regime) || l.anyUser(func(a *policy.Activity) bool {
		if a.Basis == nil {
			return false
		}
		before, _ := law.BasisOf(was, a.Basis.Article)
		return l.basis(a.Basis) != before
	})
}

func nobodyThere(l look) bool {
	at := l.doc.Jurisdiction
	return !slices.ContainsFunc(l.doc.Parties, func(p policy.Party) bool {
		return l.controls(p.ID) && (p.Country == at || p.Country == "")
	})
}

func rightsUnsaid(l look) bool {
	for _, right := range []law.Right{law.Access, law.Rectification, law.Restriction, law.Complaint} {
		if l.doc.AsPublished && !slices.ContainsFunc(l.doc.Rights, func(r policy.Right) bool { return r.Right == right }) {
			return true
		}
	}
	return false
}

func actSpent(l look) bool {
	a := in[policy.Act](l)
	return l.spent(a.ID) && l.anyUser(func(x *policy.Activity) bool {
		return x.Basis != nil && slices.ContainsFunc(x.Basis.Law, func(c policy.Citation) bool { return c.Act == a.ID })
	})
}

func citesSpent(l look) bool { return l.spent(in[policy.Citation](l).Act) }

func notOfficer(l look) bool {
	c := l.doc.Contact(in[policy.Party](l).DPO)
	return c != nil && c.Kind != policy.DPOContact
}

func notOfficerKind(l look) bool {
	c := in[policy.Contact](l)
	return c.Kind != policy.DPOContact && l.isOfficer(c.ID)
}

func partyAbroad(l look) bool {
	p := in[policy.Party](l)
	if !l.abroad(p.Country) {
		return false
	}
	if l.controls(p.ID) && p.Representative == "" {
		return true
	}
	return slices.ContainsFunc(l.doc.Recipients, func(r policy.Recipient) bool { return r.Party == p.ID && r.Transfer == nil && !r.Anonymous })
}

func wrongController(l look) bool {
	a := in[policy.Activity](l)
	return slices.ContainsFunc(a.Controllers, func(id string) bool {
		return !l.reachable(id) || slices.ContainsFunc(a.Processors, func(processor string) bool {
			p := l.doc.Processor(processor)
			return p != nil && p.Party == id
		})
	})
}

func wrongScopeController(l look) bool {
	return slices.ContainsFunc(in[policy.Scope](l).Controllers, func(id string) bool { return l.doc.Party(id) != nil && !l.reachable(id) })
}

func ownProcessor(l look) bool {
	p := in[policy.Processor](l)
	return slices.Contains(p.For, p.Party)
}

func ordersOfNobody(l look) bool {
	p := in[policy.Processor](l)
	return p.SubProcessorOf == "" && slices.ContainsFunc(p.For, func(id string) bool {
		return !l.anyUser(func(a *policy.Activity) bool {
			return slices.Contains(a.Processors, p.ID) && slices.Contains(l.controllers(a), id)
		})
	})
}

func wrongRecipient(l look) bool {
	r := in[policy.Recipient](l)
	return recipientAbroad(l) && r.Transfer == nil || l.anyUser(func(a *policy.Activity) bool {
		c := l.controllers(a)
		return slices.Contains(a.Recipients, r.ID) && len(c) == 1 && c[0] == r.Party
	})
}

func leaves(l look) bool { return in[policy.Processor](l).Transfer == nil && processorAbroad(l) }

func storedAbroad(l look) bool {
	s := in[policy.System](l)
	p := l.doc.Processor(s.Processor)
	return slices.ContainsFunc(s.StoredIn, l.abroad) && (p == nil || p.Transfer == nil) && !s.NoPersonalData
}

func wrongTransfer(l look) bool {
	t := in[policy.Transfer](l)
	_, adequate := law.AdequacyOf(t.Country, l.doc.EffectiveFrom)
	return !l.abroad(t.Country) || t.Mechanism == policy.Adequacy && !adequate || safeguarded(l) && len(t.Copy) == 0
}

func wrongBasis(l look) bool {
	b := in[policy.Basis](l)
	a := l.user(b)
	kind := l.basis(b)
	if kind == "" || lawless(l) || interested(l) && len(b.Interest) == 0 || kind != law.LegitimateInterests && len(b.Interest) > 0 {
		return true
	}
	if a == nil {
		return false
	}
	consents := slices.ContainsFunc(a.Consents, func(id string) bool {
		c := l.doc.Consent(id)
		return c != nil && (c.Kind == policy.OrdinaryConsent || c.Kind == "")
	})
	return kind == law.Consent && !consents && len(a.Consents) == 0 || kind != law.Consent && consents ||
		kind == law.LegitimateInterests && l.authority(a) || clashesWithNecessity(kind, a.Necessity)
}

// authority reports whether an authority is controller of the activity.
func (l look) authority(a *policy.Activity) bool {
	return slices.ContainsFunc(l.controllers(a), func(id string) bool {
		p := l.doc.Party(id)
		return p != nil && p.PublicAuthority
	})
}

func clashesWithNecessity(kind law.Basis, n policy.Necessity) bool {
	switch kind {
	case law.Consent:
		return n != policy.Voluntary && n != ""
	case law.LegalObligation:
		return n == policy.Voluntary
	}
	return false
}

func wrongGround(l look) bool {
	g := in[policy.SpecialGround](l)
	c, ok := law.ConditionOf(l.doc.Regime, g.Article)
	a := l.user(g)
	if !ok || c.NeedsLaw && len(g.Law) == 0 || a == nil {
		return true
	}
	return c.Letter == "a" && !slices.ContainsFunc(a.Consents, func(id string) bool {
		x := l.doc.Consent(id)
		return x != nil && x.Kind == policy.ExplicitConsent
	})
}

func wrongNecessity(l look) bool {
	a := in[policy.Activity](l)
	if clashesWithNecessity(l.basis(a.Basis), a.Necessity) || mustGive(l) && len(a.Consequence) == 0 {
		return true
	}
	return a.Necessity == policy.Voluntary && slices.ContainsFunc(a.Data, func(id string) bool {
		d := l.doc.Datum(id)
		return d != nil && d.Provision == policy.Required && !l.mandatory(id)
	})
}

// mandatory reports whether an activity that one must give data to uses a datum.
func (l look) mandatory(id string) bool {
	return l.anyUser(func(a *policy.Activity) bool { return slices.Contains(a.Data, id) && a.Necessity != policy.Voluntary })
}

func requiredFreely(l look) bool {
	d := in[policy.Datum](l)
	return d.Provision == policy.Required && !l.mandatory(d.ID)
}

func offencesWithoutLaw(l look) bool {
	d := in[policy.Datum](l)
	return d.Special == law.Criminal && l.anyUser(func(a *policy.Activity) bool {
		return slices.Contains(a.Data, d.ID) && a.Basis != nil && len(a.Basis.Law) == 0
	})
}

func newlySensitive(l look) bool {
	a := in[policy.Activity](l)
	return a.SpecialGround == nil && l.sensitive(a)
}

func otherConsent(l look) bool {
	a := in[policy.Activity](l)
	return slices.ContainsFunc(a.Consents, func(id string) bool {
		c := l.doc.Consent(id)
		return c != nil && !slices.ContainsFunc(c.Purposes, func(p string) bool { return slices.Contains(a.Purposes, p) })
	})
}
