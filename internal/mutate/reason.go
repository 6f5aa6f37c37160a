package mutate

import (
	"slices"
	"strings"
)

// A reason says why defects of some kinds in some fields are left alone.
type reason struct {
	why    string
	kinds  []Kind
	fields string // separated by spaces
}

// reasons gives one for each field and kind of defect that the linter may pass
// over. A defect that has none is news: either a rule is missing, or a reason.
var reasons = []reason{
	{idWhy, []Kind{Delete}, `
		Advice.id CodeOfConduct.id Contact.id Declaration.id Document.id Link.id Measure.id Purpose.id
		Technology.id Visibility.id`},
	{termWhy, []Kind{Delete}, `
		Datum.term Measure.term Purpose.term Subject.term`},
	{defaultWhy, []Kind{Delete}, `
		Activity.necessity Advice.to Consent.kind Contact.kind Datum.about Datum.nationalNumber
		Datum.provision Declaration.denies Document.retentionCombination Inference.category
		Inference.strength Link.audience Measure.kind Party.kind Party.signsAgreements Recipient.kind
		Recipient.modality Retention.action Retention.align Retention.limit Retention.modality Scope.kind
		Source.channel Stage.action System.level Technology.kind Visibility.audience`},
	{addressWhy, []Kind{Delete}, `
		Act.number Act.url Address.city Address.country Address.postalCode Address.street Contact.address
		Contact.email Contact.phone Party.address Party.country Party.email Party.notice Party.orgNumber
		Party.phone Party.web`},
	{wordsWhy, []Kind{Delete}, `
		Act.from Activity.consequence Activity.profiling Activity.specialGround Activity.title Activity.when
		Advice.text Basis.text ChildNotice.intro ChildNotice.until ChildNotice.who Circumstance.text
		Citation.note Citation.section CodeOfConduct.link CodeOfConduct.name CodeOfConduct.text
		Consent.alternative Consent.alternativeContact Consent.audienceText Consent.expires Consent.recorded
		Contact.about Contact.name Contact.party Datum.description Datum.linkage Datum.transient Datum.when
		Datum.writtenBy Declaration.system Declaration.text Document.jurisdiction Document.service
		Document.summary Document.title GlossaryEntry.definition JointArrangement.contact Link.label
		Measure.text Party.capacity Party.partOf Processor.subProcessorOf Processor.task Recipient.condition
		Recipient.link Recipient.purpose Recipient.transfer Retention.disposalDecision Retention.excludes
		Retention.ground Retention.only Retention.title Retention.trigger
		Retention.triggerText Right.contact Right.how Right.limits GlossaryEntry.term Right.right Scope.from Scope.path
		Scope.title Scope.to Source.attribute Source.party Source.text SpecialGround.text Stage.after
		Stage.text Stage.unless Subject.instructions Subject.label System.contact System.function
		System.name System.note System.processor System.supplier Technology.name Technology.provider
		Technology.refuse Transfer.decision Transient.becomes Transient.by Transient.text
		Visibility.condition Visibility.where`},
	{endWhy, []Kind{Delete}, `
		Retention.lasts Retention.period`},
	{listWhy, []Kind{Drop}, `
		Activity.consents Activity.data Activity.retention Consent.data Document.contacts Document.scopes
		Scope.controllers`},
	{listWhy, []Kind{Drop, Empty}, `
		Activity.processors Activity.recipients Activity.scopes Activity.subjects Activity.systems Basis.law
		Consent.audience Consent.givenBy Datum.reveals Datum.sources Declaration.data Document.access
		Document.advice Document.declarations Document.forms Document.glossary Document.links
		Document.measures Document.responsibilities Document.rights Document.technologies Document.textRules
		Document.visibility Processor.countries Processor.for Purpose.parts Recipient.data Recipient.law
		Retention.data Retention.law Retention.stages Scope.has SpecialGround.law System.data
		System.storedIn Technology.data Technology.stored Visibility.data`},
	{listWhy, []Kind{Empty}, `
		Datum.subjects Document.codes Scope.contacts`},
	{staffWhy, []Kind{Delete}, `
		Access.condition Access.id Access.purpose Access.who Agreement.reference Responsibility.id
		Responsibility.task Responsibility.when TextRule.class TextRule.id TextRule.text`},
	{staffWhy, []Kind{Delete, Flip}, `
		Responsibility.level TextRule.kind TextRule.special`},
	{staffWhy, []Kind{Delete, Shift}, `
		Agreement.date`},
	{staffWhy, []Kind{Delete, Swap}, `
		Access.party Agreement.signedBy Responsibility.party`},
	{staffWhy, []Kind{Drop, Empty}, `
		Agreement.content TextRule.examples`},
	{staffWhy, []Kind{Drop, Empty, Flip}, `
		Agreement.covers`},
	{staffWhy, []Kind{Drop, Empty, Swap}, `
		Access.data`},
	{staffWhy, []Kind{Flip}, `
		Responsibility.only`},
	{formWhy, []Kind{Delete}, `
		Field.alternative Field.autocomplete Field.filledFrom Field.group Field.hint Field.if
		Field.label Field.max Field.maxBytes Field.maxLength Field.min Field.minLength Field.missing
		Field.pattern FieldGroup.hint FieldGroup.if Form.intro Form.received Form.submit`},
	{formWhy, []Kind{Delete, Duplicate}, `
		Field.id`},
	{formWhy, []Kind{Delete, Flip}, `
		Field.control FieldGroup.about`},
	{formWhy, []Kind{Delete, Swap}, `
		Field.consent Field.datum Field.when Form.scope`},
	{formWhy, []Kind{Drop, Empty}, `
		Answer.is Field.accept Field.numbers Field.options Field.series Form.fields`},
	{formWhy, []Kind{Drop, Empty, Swap}, `
		Form.activities`},
	{formWhy, []Kind{Flip}, `
		Field.required`},
	{swapWhy, []Kind{Swap}, `
		Activity.controllers Activity.data Activity.processors Activity.purposes Activity.recipients
		Activity.retention Activity.scopes Activity.subjects Activity.systems Activity.when Citation.act
		CodeOfConduct.link Consent.alternativeContact Consent.audience Contact.party Datum.subjects
		Datum.when Declaration.data Declaration.system JointArrangement.contact Party.partOf Processor.party
		Processor.subProcessorOf Recipient.data Recipient.link Recipient.party Retention.data
		Retention.owner Right.contact Scope.contacts Scope.controllers Scope.has Source.party System.contact
		System.data System.processor System.supplier Technology.consent Technology.data Technology.provider
		Technology.retention Transient.becomes Transient.by Visibility.data`},
	{boolWhy, []Kind{Flip}, `
		Act.contract Act.founding Activity.highlight Consent.byGuardian Consent.offeredToChildren Datum.anonymous Datum.freeText
		Party.publicAuthority Recipient.anonymous Retention.onRequest Right.selfService Source.public
		Subject.child Subject.thirdParty System.noPersonalData Technology.necessary Visibility.removable`},
	{flipWhy, []Kind{Flip}, `
		Advice.to Consent.givenBy Datum.about Datum.special Declaration.denies Document.retentionCombination
		Inference.category Inference.strength Link.audience Measure.kind Party.kind Party.signsAgreements
		Recipient.kind Recipient.modality Retention.align Retention.modality Retention.trigger Right.right
		Scope.kind Source.channel Source.kind Stage.action Subject.actsThrough System.level Technology.kind
		Transfer.mechanism Visibility.audience`},
	{countryWhy, []Kind{Country}, `
		Address.country Party.country Processor.countries System.storedIn`},
	{dateWhy, []Kind{Shift}, `
		Act.from Document.effectiveFrom Scope.from Scope.to`},
	{periodWhy, []Kind{Stretch}, `
		Consent.expires Retention.period Stage.after`},
	{basisWhy, []Kind{Article}, `
		Basis.article SpecialGround.article`},
}

// The reasons.
const (
	formWhy    = "forms are no part of the notice; what a form collects is judged through its data, and how it asks is the author's choice"
	staffWhy   = "it is addressed to those who work there, or is between controller and processor: no article has the notice tell of it"
	idWhy      = "nothing in the policy refers to it, so that it needs no id"
	termWhy    = "a term of a vocabulary is for machines and does not change what people are told"
	defaultWhy = "without the word the default of the model holds, which is as lawful"
	addressWhy = "another way to reach or to identify the same is left, or none is due: only controllers and officers must be reachable"
	wordsWhy   = "the words explain, and no article asks for them here; a shorter notice may be the better one (Article 12(1))"
	listWhy    = "a policy that does less is as lawful: whether the author forgot something that is done, no program can know"
	swapWhy    = "another thing of the kind fits as well as far as the policy shows: which one is meant only the author knows"
	boolWhy    = "it is a fact about the world that the policy states and nothing else in it contradicts"
	endWhy     = "without a period the event itself ends the data, at once: that is a rule too"
	flipWhy    = "each of the words describes something lawful: which one is true only the author knows"
	countryWhy = "where somebody is established, or data lie, is a fact; within the EEA, or with a transfer, any country will do"
	dateWhy    = "another day is as lawful as long as the law that is cited is in force on it"
	periodWhy  = "choosing another period is the author's right (Article 5(1)(e) names no number): no program can know which is needed"
	basisWhy   = "another provision fits what the activity says of itself: which one holds is a judgement for the author (Article 5(2))"
)

// gaps says the same of defects after which a notice no longer says what it
// must. Each could be found, and stays so until a rule does.
var gaps = []reason{
	{namelessWhy, []Kind{Delete, Language}, `
		Party.name Recipient.name Recipient.party Processor.party Datum.label Purpose.title Purpose.text Act.title
		Technology.purpose Consent.text`},
	{"a rule could see that a citation names no act, or a condition no article", []Kind{Delete}, `
		Citation.act SpecialGround.article`},
	{"a rule could see that a transfer does not say where to", []Kind{Delete}, `
		Transfer.country`},
	{"a rule could see that a rule on retention has no last step that ends the data, or only a shortest time", []Kind{Flip}, `
		Retention.limit Retention.action`},
	{"a rule could see that no controller is established in the jurisdiction", []Kind{Country}, `
		Document.jurisdiction`},
	{"a rule could see that a party's officer and the contact's kind do not agree", []Kind{Delete, Swap, Flip}, `
		Party.dpo Contact.kind`},
	{"a rule could see that a processor works for a party that is controller of nothing it does", []Kind{Swap}, `
		Processor.for`},
	{"a rule could compare purposes and data of a consent with those of the activities that rest on it", []Kind{Swap, Flip, Empty}, `
		Consent.purposes Consent.data Activity.consents Consent.kind`},
	{"a rule could see that a scope has no controller, where activities take theirs from it", []Kind{Empty}, `
		Scope.controllers`},
	{"a rule could compare what one must give with the basis and with the data", []Kind{Flip}, `
		Activity.necessity Datum.provision`},
	{"a rule could see that a source names nobody", []Kind{Delete}, `
		Source.kind`},
	{"the rules look at this only where other conditions hold as well", []Kind{Delete, Flip, Swap, Article, Country}, `
		Technology.retention Datum.anonymous Basis.article Recipient.party Activity.purposes Consent.purposes Processor.party`},
}

const namelessWhy = "a rule could see that what the notice names has no name, or no words to the reader"

// reasonOf says why an outcome without findings is left alone, or nothing.
func reasonOf(o Outcome) string {
	list := reasons
	if o.Duty != "" {
		list = gaps
	}
	for _, r := range list {
		if slices.Contains(r.kinds, o.Kind) && slices.Contains(strings.Fields(r.fields), o.Field) {
			return r.why
		}
	}
	if o.Duty != "" {
		return ""
	}
	if o.Kind.isLoss() {
		for _, d := range duties {
			if d.field == o.Field {
				return "here nothing is lost that is due, which is: " + d.why
			}
		}
		return ""
	}
	for _, c := range clashes {
		if c.field == o.Field {
			return "the new value is as lawful; it would not be if " + c.why
		}
	}
	return ""
}
