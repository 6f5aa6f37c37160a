package bind

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// The codes of the findings of [Coverage]. They never change.
const (
	NoStruct        = "struct-none"                   // the value is not a struct
	NoTag           = "struct-field-untagged"         // a field of the struct has no tag
	BadTag          = "struct-tag-malformed"          // a tag says nothing
	UnknownDatum    = "struct-datum-unknown"          // the policy has no such datum
	UnknownConsent  = "struct-consent-unknown"        // the policy has no such consent
	UnknownField    = "struct-form-field-unknown"     // no form has such a field for it
	WrongType       = "struct-type-mismatch"          // the type cannot hold what a form asks for
	TransientKept   = "struct-transient-kept"         // the datum is never to be kept (GDPR Article 5(1)(e))
	Unused          = "struct-datum-unused"           // no activity uses it (Article 5(1)(b) and (c))
	NoPurpose       = "struct-purpose-missing"        // an activity that uses it has no purpose (Article 5(1)(b))
	NoBasis         = "struct-basis-missing"          // an activity that uses it has no legal basis (Article 6(1))
	NoRetention     = "struct-retention-missing"      // an activity that uses it does not say when it goes (Article 5(1)(e))
	NoSpecialGround = "struct-special-ground-missing" // an activity that uses it has no condition for sensitive data (Article 9(2))
)

// Coverage holds a struct against the policy: every field must say of which
// datum or consent it is, and that must have a purpose, a legal basis and a
// retention in each activity that uses it. The value is a struct, or a pointer
// to one, which may be nil. Findings are errors, in the order of the fields; the
// path is that of the policy, empty where the fault is the struct's alone. The
// arguments are "field", the struct field as one writes it in Go, and where they
// apply "datum", "consent", "activity" and "type".
//
// Fields that are not exported and have no tag are passed over: no decoder
// fills them and no encoder writes them. So are the fields of an organisation
// and of anonymous data, once the policy knows them.
func Coverage(doc *policy.Document, v any) diag.List {
	if doc == nil {
		doc = &policy.Document{}
	}
	c := &coverage{doc: doc}
	t := reflect.TypeOf(v)
	all, err := members(t)
	if err != nil {
		name := "nil"
		if t != nil {
			name = t.String()
		}
		c.member = &member{path: name}
		c.report(NoStruct, "", "", err.Error())
		return c.findings
	}
	for i := range all {
		c.member = &all[i]
		c.check()
	}
	return c.findings
}

// A coverage is one struct held against one policy.
type coverage struct {
	doc      *policy.Document
	member   *member // the field at hand
	findings diag.List
}

// report notes a finding on the field at hand. The provision is of the GDPR and
// is cited as in the regime of the policy.
func (c *coverage) report(code string, path diag.Path, gdpr, message string, args ...diag.Arg) {
	args = append([]diag.Arg{{Name: "field", Value: c.member.path}}, args...)
	f := diag.Finding{Code: code, Severity: diag.Error, Path: path, Args: args, Message: diag.Fill("{field}: "+message, args...)}
	if gdpr != "" {
		f.Cites = []string{c.cite(gdpr)}
	}
	c.findings = append(c.findings, f)
}

// cite gives a provision of the GDPR as the regime of the policy has it.
func (c *coverage) cite(gdpr string) string {
	regime := c.doc.Regime
	if own, ok := law.Article(regime, gdpr); ok {
		return cite.In(regime, text.In(locale.EN)).Article(own)
	}
	return cite.In(law.GDPR, text.In(locale.EN)).Article(gdpr)
}

func arg(name, value string) diag.Arg { return diag.Arg{Name: name, Value: value} }

// check looks at the field at hand.
func (c *coverage) check() {
	m := c.member
	switch {
	case m.text == "":
		c.report(NoTag, "", "", `it has no tag: write `+TagName+`:"…" with the id of its datum, or "-" if it holds nothing of a person`)
	case !m.tagged:
		c.report(BadTag, "", "", malformed(m.text))
	case m.tag.consent != "":
		c.consent(m.tag.consent)
	case !m.tag.none:
		c.datum(m.tag.datum)
	}
}

// meant adds to a message what was certainly meant by an id.
func meant(id string, known []string) string {
	if slip, ok := diag.Slip(id, known); ok {
		return `; did you mean "` + slip + `"?`
	}
	return ""
}

func (c *coverage) datum(id string) {
	i := slices.IndexFunc(c.doc.Data, func(d policy.Datum) bool { return d.ID == id })
	if i < 0 {
		var known []string
		for i := range c.doc.Data {
			known = append(known, c.doc.Data[i].ID)
		}
		c.report(UnknownDatum, "", "", `the policy has no datum "{datum}"`+meant(id, known), arg("datum", id))
		return
	}
	d, path := &c.doc.Data[i], diag.Path("").Key("data").Index(i)
	c.forms(path, arg("datum", id))
	if d.Transient != nil {
		if behindPointers(c.member.typ) != transient {
			c.report(TransientKept, path, "5(1)(e)", `the datum "{datum}" is converted at once and never kept: take the field away, or make it an ident.Transient`, arg("datum", id))
		}
		return
	}
	if d.Anonymous || d.About == policy.AboutOrganisation {
		return
	}
	used := false
	for i := range c.doc.Activities {
		if slices.Contains(c.doc.Activities[i].Data, id) {
			used = true
			c.activity(i, d)
		}
	}
	if !used {
		c.report(Unused, path, "5(1)(b)", `no activity uses the datum "{datum}": name it in the activity that needs it, or take the field away`, arg("datum", id))
	}
}

// activity looks at an activity that uses the datum.
func (c *coverage) activity(i int, d *policy.Datum) {
	a, path := &c.doc.Activities[i], diag.Path("").Key("activities").Index(i)
	args := []diag.Arg{arg("datum", d.ID), arg("activity", a.ID)}
	const uses = `activity "{activity}" uses the datum "{datum}" and has `
	if !c.hasPurpose(a.Purposes) {
		c.report(NoPurpose, path.Key("purposes"), "5(1)(b)", uses+"no purpose", args...)
	}
	basis := cmp.Or(a.Basis, c.doc.DefaultBasis)
	if basis == nil || basis.Article == "" {
		c.report(NoBasis, path.Key("basis"), "6(1)", uses+"no legal basis", args...)
	}
	if !c.hasRetention(a, d.ID) {
		c.report(NoRetention, path.Key("retention"), "5(1)(e)", uses+"no retention rule for it: nothing says when it goes", args...)
	}
	if sensitive(d) && (a.SpecialGround == nil || a.SpecialGround.Article == "") {
		c.report(NoSpecialGround, path.Key("specialGround"), "9(2)", uses+"no condition for sensitive data", args...)
	}
}

func (c *coverage) hasPurpose(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return c.doc.Purpose(id) != nil })
}

// hasRetention reports whether a rule of the activity reaches the datum; the
// empty one is reached by every rule.
func (c *coverage) hasRetention(a *policy.Activity, datum string) bool {
	return slices.ContainsFunc(a.Retention, func(id string) bool {
		rule := c.doc.RetentionRule(id)
		return rule != nil && (datum == "" || len(rule.Data) == 0 || slices.Contains(rule.Data, datum))
	})
}

// sensitive reports whether the datum is of a special category, or as good as
// tells of one (GDPR Article 9(1), C-184/20). Package lint draws the line at the
// same place.
func sensitive(d *policy.Datum) bool {
	return d.Special.NeedsCondition() || d.Special == "" && slices.ContainsFunc(d.Reveals, func(r policy.Inference) bool {
		return r.Strength == law.Strong && r.Category.NeedsCondition()
	})
}

func (c *coverage) consent(id string) {
	i := slices.IndexFunc(c.doc.Consents, func(x policy.Consent) bool { return x.ID == id })
	if i < 0 {
		var known []string
		for i := range c.doc.Consents {
			known = append(known, c.doc.Consents[i].ID)
		}
		c.report(UnknownConsent, "", "", `the policy has no consent "{consent}"`+meant(id, known), arg("consent", id))
		return
	}
	x, path := &c.doc.Consents[i], diag.Path("").Key("consents").Index(i)
	if !takes(c.member.typ, policy.ConsentControl) {
		c.report(WrongType, path, "", `{type} cannot hold the answer to the consent "{consent}": make it a bind.Answer or a bool`, arg("type", c.member.typ.String()), arg("consent", id))
	}
	c.forms(path, arg("consent", id))
	if x.Kind == policy.SecrecyWaiver { // it allows no processing, and so needs no purpose of its own
		return
	}
	used, purpose := slices.ContainsFunc(c.doc.Technologies, func(t policy.Technology) bool { return t.Consent == id }), c.hasPurpose(x.Purposes)
	for i := range c.doc.Activities {
		a := &c.doc.Activities[i]
		if !slices.Contains(a.Consents, id) {
			continue
		}
		used, purpose = true, purpose || c.hasPurpose(a.Purposes)
		if !c.hasRetention(a, "") {
			c.report(NoRetention, diag.Path("").Key("activities").Index(i).Key("retention"), "5(1)(e)", `activity "{activity}" rests on the consent "{consent}" and has no retention rule`, arg("consent", id), arg("activity", a.ID))
		}
	}
	switch {
	case !used:
		c.report(Unused, path, "5(1)(b)", `no activity rests on the consent "{consent}": name it in the activity that needs it, or take the field away`, arg("consent", id))
	case !purpose:
		c.report(NoPurpose, path.Key("purposes"), "5(1)(b)", `the consent "{consent}" is for no purpose`, arg("consent", id))
	}
}

// forms looks at the fields of forms that ask for what the tag names: whether
// the struct field can hold the answer, and is one of them if it names one.
func (c *coverage) forms(path diag.Path, what diag.Arg) {
	named := c.member.tag.field == ""
	for i := range c.doc.Forms {
		for k := range c.doc.Forms[i].Fields {
			f := &c.doc.Forms[i].Fields[k]
			if t := c.member.tag; f.Consent != t.consent || f.Consent == "" && f.Datum != t.datum || t.field != "" && f.Name() != t.field {
				continue
			}
			named = true
			control := f.ControlFor(c.doc.Datum(f.Datum))
			if f.Consent != "" || !c.member.fillOne || takes(c.member.typ, control) {
				continue
			}
			at := diag.Path("").Key("forms").Index(i).Key("fields").Index(k)
			c.report(WrongType, at, "", `{type} cannot hold `+c.member.tag.String()+`, which form "{form}" asks for as {control}`,
				arg("type", c.member.typ.String()), what, arg("form", c.doc.Forms[i].ID), arg("control", string(control)))
			return
		}
	}
	if !named {
		c.report(UnknownField, path, "", `no form has a field "{name}" for `+c.member.tag.String(), arg("name", c.member.tag.field), what)
	}
}
