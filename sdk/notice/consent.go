package notice

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// consents is the section on what people are asked to agree to (Articles 7
// and 13(2)(c)).
func (b *builder) consents() Section {
	s := Section{ID: "consent", Title: b.t.Consent}
	for i := range b.doc.Consents {
		c := &b.doc.Consents[i]
		if b.asksConsent(c) {
			s.Sections = append(s.Sections, b.consent(c))
		}
	}
	if len(s.Sections) > 0 && !b.doc.AsPublished {
		s.Blocks = say(s.Blocks, b.w.WithdrawEffect)
	}
	return s
}

// asksConsent reports whether the reader's event asks for data of the consent.
func (b *builder) asksConsent(c *policy.Consent) bool {
	return len(c.Data) == 0 || slices.ContainsFunc(c.Data, b.asksFor)
}

func (b *builder) consent(c *policy.Consent) Section {
	s := Section{ID: "consent-" + c.ID, Title: b.consentTitle(c)}
	s.Blocks = say(s.Blocks, b.in(c.Text))
	d := &Definitions{}
	definition(d, b.t.Purpose, say(nil, b.lang.Rules.List(b.purposeTitles(c.Purposes))))
	definition(d, b.t.DataUsed, say(nil, locale.Capital(b.data(c.Data))))
	definition(d, b.w.ConsentTo, b.consentAudience(c))
	definition(d, b.w.GivenBy, b.givenBy(c))
	definition(d, b.w.Recorded, say(nil, b.in(c.Recorded)))
	definition(d, b.w.Alternative, append(say(nil, b.in(c.Alternative)), b.mention(b.alternativeContact(c))...))
	definition(d, b.w.Withdraw, say(nil, b.in(c.Withdraw)))
	if len(d.Items) > 0 {
		s.Blocks = append(s.Blocks, d)
	}
	if c.Expires != (date.Period{}) {
		s.Blocks = say(s.Blocks, fill(b.w.AskedAgain, "period", b.lang.Rules.Period(c.Expires, locale.Later)))
	}
	return s
}

// consentTitle is the kind of consent with the purpose it is for.
func (b *builder) consentTitle(c *policy.Consent) string {
	kind := map[policy.ConsentKind]string{
		policy.ExplicitConsent: b.w.Explicit, policy.SecrecyWaiver: b.w.SecrecyWaiver, policy.DeviceStorage: b.w.DeviceStorage,
	}[c.Kind]
	if kind == "" {
		kind = b.w.Ordinary
	}
	if titles := b.purposeTitles(c.Purposes); len(titles) > 0 {
		return kind + ": " + b.lang.Rules.List(titles)
	}
	return kind
}

func (b *builder) purposeTitles(ids []string) []string {
	var list []string
	for _, id := range ids {
		if p := b.find.purposes[id]; p != nil {
			if s := b.in(p.Title); s != "" {
				list = append(list, s)
			}
		}
	}
	return list
}

func (b *builder) consentAudience(c *policy.Consent) []Block {
	var items []string
	for _, id := range c.Audience {
		if r := b.find.recipients[id]; r != nil {
			items = append(items, locale.Capital(b.recipientName(r)))
		}
	}
	return bullets(say(nil, b.in(c.AudienceText)), items...)
}

// givenBy lists the acts by which the consent is given.
func (b *builder) givenBy(c *policy.Consent) []Block {
	words := map[policy.ConsentAct]string{
		policy.ByTicking: b.w.ByTicking, policy.BySigning: b.w.BySigning, policy.ByTelling: b.w.ByTelling, policy.ByMailing: b.w.ByMailing,
		policy.ByTyping: b.w.ByTyping, policy.ByRegistering: b.w.ByRegistering, policy.ByBrowsing: b.w.ByBrowsing,
	}
	var acts []string
	for _, act := range c.GivenBy {
		acts = append(acts, words[act])
	}
	blocks := say(nil, sentence(b.lang.Rules.ListOr(acts)))
	if c.ByGuardian {
		blocks = say(blocks, b.w.ByGuardian)
	}
	return blocks
}

// alternativeContact is the contact for the alternative; a course contact is
// that of the reader's event, where it is known.
func (b *builder) alternativeContact(c *policy.Consent) *policy.Contact {
	contact := b.find.contacts[c.AlternativeContact]
	if contact == nil || contact.Kind != policy.CourseContact || b.scope == nil {
		return contact
	}
	i := slices.IndexFunc(b.scope.Contacts, func(id string) bool {
		own := b.find.contacts[id]
		return own != nil && own.Kind == policy.CourseContact
	})
	if i < 0 {
		return contact
	}
	return b.find.contacts[b.scope.Contacts[i]]
}
