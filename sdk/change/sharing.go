package change

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

func (c *collection) recipients() {
	for i := range c.doc.Recipients {
		r, path := &c.doc.Recipients[i], entry("recipients", i)
		o := owner{"recipient", r.ID}
		c.thing(o, path)
		c.material(o, path.Key("kind"), "kind", string(cmp.Or(r.Kind, policy.ControllerRecipient)))
		c.material(o, path.Key("party"), "party", r.Party)
		c.identity(o, r.Party)
		c.material(o, path.Key("data"), "datum", all(r.Data)...)
		c.material(o, path.Key("modality"), "modality", string(r.Modality))
		c.material(o, path.Key("anonymous"), "anonymous", yes(r.Anonymous))
		c.transfer(o, path.Key("transfer"), r.Transfer)
		c.cited(o, path.Key("law"), "law", r.Law)
	}
}

// shown adds what others see.
func (c *collection) shown() {
	for i := range c.doc.Visibility {
		v, path := &c.doc.Visibility[i], entry("visibility", i)
		o := owner{"visibility", v.ID}
		c.thing(o, path)
		c.material(o, path.Key("audience"), "audience", string(v.Audience))
		c.material(o, path.Key("data"), "datum", all(v.Data)...)
		c.material(o, path.Key("removable"), "removable", yes(v.Removable))
	}
	for i := range c.doc.Access {
		a, path := &c.doc.Access[i], entry("access", i)
		o := owner{"access", a.ID}
		c.detail(o, path, is, "so")
		c.detail(o, path.Key("party"), "party", a.Party)
		c.detail(o, path.Key("data"), "datum", all(a.Data)...)
	}
}

func (c *collection) consents() {
	for i := range c.doc.Consents {
		k, path := &c.doc.Consents[i], entry("consents", i)
		o := owner{"consent", k.ID}
		c.thing(o, path)
		c.text(o, path, "text", k.Text)
		c.text(o, path, "audienceText", k.AudienceText)
		c.material(o, path.Key("kind"), "kind", string(cmp.Or(k.Kind, policy.OrdinaryConsent)))
		c.material(o, path.Key("purposes"), "purpose", k.Purposes...)
		c.material(o, path.Key("data"), "datum", k.Data...)
		c.material(o, path.Key("audience"), "audience", k.Audience...)
		if !k.Expires.IsZero() {
			c.material(o, path.Key("expires"), "expires", lasts(k.Expires))
		}
		c.material(o, path.Key("byGuardian"), "guardian", yes(k.ByGuardian))
		c.material(o, path.Key("offeredToChildren"), "children", yes(k.OfferedToChildren))
		c.detail(o, path.Key("givenBy"), "given-by", strs(k.GivenBy)...)
		c.detail(o, path.Key("alternativeContact"), "contact", k.AlternativeContact)
	}
}

// technologies adds what is stored on people's devices, or logged.
func (c *collection) technologies() {
	for i := range c.doc.Technologies {
		t, path := &c.doc.Technologies[i], entry("technologies", i)
		o := owner{"technology", t.ID}
		c.thing(o, path)
		c.material(o, path.Key("kind"), "kind", string(t.Kind))
		c.material(o, path.Key("provider"), "party", t.Provider)
		c.identity(o, t.Provider)
		c.material(o, path.Key("data"), "datum", t.Data...)
		if t.Retention != "" {
			c.kept(o, path.Key("retention"), t.Retention)
		}
		c.material(o, path.Key("necessary"), "necessary", yes(t.Necessary))
		c.material(o, path.Key("consent"), "consent", t.Consent)
		c.detail(o, path.Key("stored"), "stored", t.Stored...)
		c.detail(o, path.Key("noPersonalData"), "no-personal-data", yes(t.NoPersonalData))
	}
}

func (c *collection) forms() {
	for i := range c.doc.Forms {
		f, path := &c.doc.Forms[i], entry("forms", i)
		o := owner{"form", f.ID}
		c.detail(o, path, is, "so")
		c.detail(o, path.Key("activities"), "activity", f.Activities...)
		c.detail(o, path.Key("scope"), "scope", f.Scope)
		for j := range f.Groups {
			g := &f.Groups[j]
			c.detail(o, path.Key("groups").Index(j), "group", joined(g.ID, string(g.About), answer(g.If)))
		}
		for j := range f.Fields {
			c.detail(o, path.Key("fields").Index(j), "field", fieldValues(&f.Fields[j]))
		}
	}
}

// fieldValues joins all that makes a field what it is, its words aside.
func fieldValues(x *policy.Field) string {
	values := []string{
		x.ID, x.Datum, x.Consent, string(x.Control), yes(x.Required), x.When, answer(x.If), x.Group, x.FilledFrom,
		strconv.Itoa(x.MinLength), strconv.Itoa(x.MaxLength), x.Pattern, x.Min, x.Max, strconv.Itoa(x.MaxBytes), x.Autocomplete,
		joined(x.Numbers...), joined(slices.Sorted(slices.Values(x.Series))...), joined(slices.Sorted(slices.Values(x.Accept))...),
	}
	for k := range x.Options {
		values = append(values, x.Options[k].Value)
	}
	return joined(values...)
}

func answer(a *policy.Answer) string {
	if a == nil {
		return ""
	}
	return joined(append([]string{a.Field}, slices.Sorted(slices.Values(a.Is))...)...)
}

// house adds how the organiser arranges things for itself, and whom to ask.
func (c *collection) house() {
	d := c.doc
	for i := range d.Processors {
		p, path := &d.Processors[i], entry("processors", i)
		o := owner{"processor", p.ID}
		c.detail(o, path, is, "so")
		c.detail(o, path.Key("party"), "party", p.Party)
		c.detail(o, path.Key("for"), "for", p.For...)
		c.detail(o, path.Key("subProcessorOf"), "sub-processor-of", p.SubProcessorOf)
		c.detail(o, path.Key("countries"), "country", p.Countries...)
	}
	for i := range d.Systems {
		s, path := &d.Systems[i], entry("systems", i)
		o := owner{"system", s.ID}
		c.detail(o, path, is, "so")
		c.detail(o, path, "runs", joined(string(s.Level), s.Supplier, s.Processor, s.Contact, yes(s.NoPersonalData)))
		c.detail(o, path.Key("data"), "datum", all(s.Data)...)
		c.detail(o, path.Key("storedIn"), "country", s.StoredIn...)
	}
	for i := range d.Contacts {
		x, path := &d.Contacts[i], entry("contacts", i)
		o := owner{"contact", x.ID}
		c.detail(o, path, "contact", joined(string(x.Kind), x.Party, x.Email, x.Phone, x.Web))
		c.address(o, path.Key("address"), x.Address)
	}
	for i := range d.Rights {
		r, path := &d.Rights[i], entry("rights", i)
		c.detail(owner{"right", string(r.Right)}, path, "right", joined("by", r.Contact, yes(r.SelfService)))
	}
	for i := range d.Retention {
		r, path := &d.Retention[i], entry("retention", i)
		o := owner{"retention", r.ID}
		c.detail(o, path.Key("owner"), "owner", r.Owner)
		c.detail(o, path.Key("disposalDecision"), "disposal", r.DisposalDecision)
		c.cited(o, path.Key("law"), "law", r.Law)
	}
	c.statements()
}

// statements adds what the policy promises and explains beside.
func (c *collection) statements() {
	d := c.doc
	say := func(kind, id string, path diag.Path, values ...string) {
		c.detail(owner{kind, id}, path, is, joined(append([]string{"so"}, values...)...))
	}
	for i := range d.Responsibilities {
		r := &d.Responsibilities[i]
		say("responsibility", r.ID, entry("responsibilities", i), string(r.Level), r.Party, yes(r.Only))
	}
	for i := range d.Circumstances {
		say("circumstance", d.Circumstances[i].ID, entry("circumstances", i))
	}
	for i := range d.Measures {
		say("measure", d.Measures[i].ID, entry("measures", i), string(d.Measures[i].Kind))
	}
	for i := range d.Codes {
		say("code-of-conduct", d.Codes[i].ID, entry("codes", i), d.Codes[i].Link, yes(d.Codes[i].Approved))
	}
	for i := range d.Declarations {
		x := &d.Declarations[i]
		say("declaration", x.ID, entry("declarations", i), string(x.Denies), x.System, joined(slices.Sorted(slices.Values(x.Data))...))
	}
	for i := range d.TextRules {
		x := &d.TextRules[i]
		say("text-rule", x.ID, entry("textRules", i), string(x.Kind), x.Class, string(x.Special), joined(slices.Sorted(slices.Values(x.Examples))...))
	}
	for i := range d.Links {
		say("link", d.Links[i].ID, entry("links", i), string(d.Links[i].Audience))
	}
	for i := range d.Advice {
		say("advice", d.Advice[i].ID, entry("advice", i), string(d.Advice[i].To))
	}
}
