package change

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// The owners that are not things of the model.
var (
	whole       = owner{"policy", ""}
	combination = owner{"combination", ""} // how retention rules combine; it concerns every consent
)

// entry is the path of an entry of a list of the document.
func entry(list string, i int) diag.Path { return diag.Path("/" + list).Index(i) }

func (c *collection) document() {
	d := c.doc
	c.material(whole, "/regime", "regime", string(d.Regime))
	c.material(combination, "/retentionCombination", "combination", string(d.RetentionCombination))
	if d.DefaultBasis != nil {
		c.material(whole, "/defaultBasis/article", "basis", c.article(d.DefaultBasis.Article))
		c.cited(whole, "/defaultBasis/law", "law", d.DefaultBasis.Law)
	}
	for i, tag := range d.Languages {
		c.detail(owner{"language", string(tag)}, diag.Path("/languages").Index(i), is, "so")
	}
	c.detail(whole, "/jurisdiction", "jurisdiction", d.Jurisdiction)
	c.detail(whole, "/authority", "authority", d.Authority)
	for i := range d.Acts {
		a := &d.Acts[i]
		c.detail(owner{"act", string(a.ID)}, entry("acts", i), "act",
			joined(a.Number, a.From.String(), a.To.String(), a.URL, yes(a.Founding), yes(a.Contract)))
	}
}

// article gives a provision in the numbers of the GDPR, so that a policy that
// comes under another regime does not change its basis by that.
func (c *collection) article(number string) string {
	if number == "" {
		return ""
	}
	if gdpr, ok := law.FromArticle(c.doc.Regime, number); ok {
		return gdpr
	}
	if n := law.Normalise(number); n != "" {
		return n
	}
	return number
}

// cited adds the provisions that something rests on, as a detail: acts are
// renumbered and replaced without a change for people.
func (c *collection) cited(o owner, path diag.Path, aspect string, list []policy.Citation) {
	for i := range list {
		c.detail(o, path.Index(i), aspect, joined(string(list[i].Act), list[i].Section))
	}
}

// parties adds how to reach them. Who they are is material where they have a
// role, and stands there; see identity.
func (c *collection) parties() {
	for i := range c.doc.Parties {
		p, path := &c.doc.Parties[i], entry("parties", i)
		o := owner{"party", p.ID}
		c.detail(o, path, is, "so")
		c.detail(o, path.Key("kind"), "kind", string(p.Kind))
		c.detail(o, path.Key("publicAuthority"), "public-authority", yes(p.PublicAuthority))
		c.detail(o, path.Key("email"), "email", p.Email)
		c.detail(o, path.Key("phone"), "phone", p.Phone)
		c.detail(o, path.Key("web"), "web", p.Web)
		c.detail(o, path.Key("dpo"), "dpo", p.DPO)
		c.detail(o, path.Key("representative"), "representative", p.Representative)
		c.detail(o, path.Key("notice"), "notice", p.Notice)
		c.address(o, path.Key("address"), p.Address)
	}
	for i := range c.doc.Scopes {
		s, path := &c.doc.Scopes[i], entry("scopes", i)
		o := owner{"scope", s.ID}
		if len(s.Controllers) > 0 {
			c.parts = append(c.parts, part{owner: o, aspect: "controllers", said: []string{c.identities(s.Controllers)}, path: path.Key("controllers")})
		}
		c.detail(o, path, is, "so")
		c.detail(o, path.Key("kind"), "kind", string(s.Kind))
		c.detail(o, path.Key("path"), "path", s.Path)
		c.detail(o, path.Key("contacts"), "contacts", s.Contacts...)
		c.detail(o, path.Key("has"), "has", s.Has...)
		c.detail(o, path.Key("from"), "from", day(s.From))
		c.detail(o, path.Key("to"), "to", day(s.To))
	}
}

func day(d date.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func (c *collection) address(o owner, path diag.Path, a *policy.Address) {
	if a != nil {
		c.detail(o, path, "address", joined(a.Street, a.PostalCode, a.City, a.Country))
	}
}

// identity adds who a party is: its organisation number, its country, and the
// party that it is a part of. Its name is words.
func (c *collection) identity(o owner, id string) {
	p := c.doc.Party(id)
	if p == nil {
		return
	}
	path := c.partyPath(id)
	c.material(o, path.Key("orgNumber"), "number", p.OrgNumber)
	c.material(o, path.Key("country"), "country", p.Country)
	c.material(o, path.Key("partOf"), "part-of", p.PartOf)
}

func (c *collection) partyPath(id string) diag.Path {
	return entry("parties", slices.IndexFunc(c.doc.Parties, func(p policy.Party) bool { return p.ID == id }))
}

// identities makes one value of several parties.
func (c *collection) identities(ids []string) string {
	var list []string
	for _, id := range ids {
		who := joined(id)
		if p := c.doc.Party(id); p != nil {
			who = joined(id, p.OrgNumber, p.Country, p.PartOf)
		}
		list = append(list, who)
	}
	slices.Sort(list)
	return joined(slices.Compact(list)...)
}

func (c *collection) people() {
	for i := range c.doc.Subjects {
		s, path := &c.doc.Subjects[i], entry("subjects", i)
		o := owner{"subject", s.ID}
		c.thing(o, path)
		c.material(o, path.Key("child"), "child", yes(s.Child))
		if s.ActsThrough == policy.Guardian {
			c.material(o, path.Key("actsThrough"), "guardian", "yes")
		}
		c.detail(o, path.Key("thirdParty"), "third-party", yes(s.ThirdParty))
	}
	for i := range c.doc.Data {
		c.datum(&c.doc.Data[i], entry("data", i))
	}
}

func (c *collection) datum(d *policy.Datum, path diag.Path) {
	o := owner{"datum", d.ID}
	c.thing(o, path)
	if d.About == policy.AboutOrganisation {
		c.material(o, path.Key("about"), "about", string(d.About))
	}
	c.material(o, path.Key("special"), "special", string(d.Special))
	for i := range d.Reveals {
		c.material(o, path.Key("reveals").Index(i), "special", string(d.Reveals[i].Category))
		c.detail(o, path.Key("reveals").Index(i), "strength", joined(string(d.Reveals[i].Category), string(d.Reveals[i].Strength)))
	}
	c.material(o, path.Key("nationalNumber"), "national-number", d.NationalNumber)
	c.material(o, path.Key("when"), "when", d.When)
	c.material(o, path.Key("subjects"), "subject", d.Subjects...)
	c.material(o, path.Key("freeText"), "free-text", yes(d.FreeText))
	c.material(o, path.Key("anonymous"), "anonymous", yes(d.Anonymous))
	if d.Transient != nil {
		c.material(o, path.Key("transient"), "transient", joined("to", d.Transient.Becomes))
		c.detail(o, path.Key("transient").Key("by"), "transient-by", d.Transient.By)
	}
	for i := range d.Sources {
		s, at := &d.Sources[i], path.Key("sources").Index(i)
		c.material(o, at, "source", joined(string(s.Kind), s.Party))
		c.detail(o, at, "channel", joined(string(s.Kind), s.Party, string(s.Channel), s.Attribute, yes(s.Public)))
	}
	c.detail(o, path.Key("provision"), "provision", string(d.Provision))
	c.detail(o, path.Key("oneOf"), "one-of", d.OneOf)
}

// purposes adds a tree of purposes. What a purpose is called and how it is
// described is material: it is what people agree to.
func (c *collection) purposes(path diag.Path, list []policy.Purpose) {
	for i := range list {
		p, at := &list[i], path.Index(i)
		o := owner{"purpose", p.ID}
		c.thing(o, at)
		c.text(o, at, "title", p.Title)
		c.text(o, at, "text", p.Text)
		for j := range p.Parts {
			c.material(o, at.Key("parts").Index(j), "purpose", p.Parts[j].ID)
		}
		c.purposes(at.Key("parts"), p.Parts)
	}
}
