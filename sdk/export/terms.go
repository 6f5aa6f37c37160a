package export

import (
	"cmp"
	"slices"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// namespaces gives what the prefixes of the vocabularies stand for.
var namespaces = map[string]string{
	"dpv":       "https://w3id.org/dpv#",
	"pd":        "https://w3id.org/dpv/pd#",
	"edu":       "https://w3id.org/dpv/sector/education#",
	"loc":       "https://w3id.org/dpv/loc#",
	"tech":      "https://w3id.org/dpv/tech#",
	"eu-gdpr":   "https://w3id.org/dpv/legal/eu/gdpr#",
	"legal-eu":  "https://w3id.org/dpv/legal/eu#",
	"legal-dk":  "https://w3id.org/dpv/legal/dk#",
	"legal-fi":  "https://w3id.org/dpv/legal/fi#",
	"legal-is":  "https://w3id.org/dpv/legal/is#",
	"legal-no":  "https://w3id.org/dpv/legal/no#",
	"legal-se":  "https://w3id.org/dpv/legal/se#",
	"dpv-27560": "https://w3id.org/dpv/schema/dpv-27560#",
	"dct":       "http://purl.org/dc/terms/",
	"rdf":       "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"rdfs":      "http://www.w3.org/2000/01/rdf-schema#",
	"schema":    "https://schema.org/",
	"skos":      "http://www.w3.org/2004/02/skos/core#",
	"xsd":       "http://www.w3.org/2001/XMLSchema#",
}

// known gives a term of the policy if the vocabulary has it, else the other one.
func known(term, other string) string {
	if _, _, ok := law.Concept(term); ok {
		return term
	}
	return other
}

// purpose gives a purpose as a concept below the vocabulary's: that of its own
// term, or of the whole that it is a part of.
func (v *view) purpose(id string) (concept, bool) {
	p := v.doc.Purpose(id)
	if p == nil {
		return concept{}, false
	}
	return concept{
		Type: []string{"dpv:Purpose"}, Broader: []string{known(purposeTerm(v.doc.Purposes, id, ""), "dpv:Purpose")},
		Label: v.in(p.Title), Definition: v.in(p.Text),
	}, true
}

// purposeTerm finds the term of the purpose, or of its nearest whole that has one.
func purposeTerm(list []policy.Purpose, id, above string) string {
	for i := range list {
		term := cmp.Or(list[i].Term, above)
		if list[i].ID == id {
			return term
		}
		if found := purposeTerm(list[i].Parts, id, term); found != "" {
			return found
		}
	}
	return ""
}

// datum gives a kind of data as a concept below the vocabulary's. It is of a
// special category also if it strongly reveals one.
func (v *view) datum(d *policy.Datum) concept {
	c := concept{Type: []string{"dpv:PersonalData"}, Broader: []string{known(d.Term, "dpv:PersonalData")}, Label: v.in(d.Label)}
	strong := func(i policy.Inference) bool { return i.Strength == law.Strong && i.Category.NeedsCondition() }
	switch {
	case d.Special.NeedsCondition() || slices.ContainsFunc(d.Reveals, strong):
		c.Type = []string{"dpv:SpecialCategoryPersonalData"}
	case d.Special != "" || len(d.Reveals) > 0:
		c.Type = []string{"dpv:SensitivePersonalData"}
	}
	switch d.Provision {
	case policy.Required:
		c.Necessity = "dpv:Required"
	case policy.Optional:
		c.Necessity = "dpv:Optional"
	}
	return c
}

// sources gives where data come from.
func sources(list []*policy.Datum) []string {
	var from []string
	for _, d := range list {
		if len(d.Sources) == 0 {
			from = add(from, "dpv:DataSubjectDataSource")
		}
		for i := range d.Sources {
			from = add(from, sourceTerm(d.Sources[i].Kind))
		}
	}
	return from
}

// sourceTerm gives the term of a source. By its definition the person is the
// source of what is observed of them, and the controller of what it infers.
func sourceTerm(k policy.SourceKind) string {
	switch k {
	case policy.FromController, policy.FromDeriving:
		return "dpv:DataControllerDataSource"
	case policy.FromThirdParty:
		return "dpv:ThirdPartyDataSource"
	}
	return "dpv:DataSubjectDataSource"
}

// generalBases are the bases under a law for which the vocabulary has no terms.
var generalBases = map[law.Basis]string{
	law.Consent: "dpv:Consent", law.Contract: "dpv:Contract", law.LegalObligation: "dpv:LegalObligation",
	law.VitalInterests: "dpv:VitalInterest", law.PublicTask: "dpv:PublicInterest", law.LegitimateInterests: "dpv:LegitimateInterest",
}

// basis gives the legal basis of an activity, and the exception for special
// categories. The vocabulary has terms for the GDPR; what stands in another law
// is a concept of its own with the provision in words.
func (v *view) basis(a *policy.Activity) []concept {
	var list []concept
	w := cite.In(v.doc.Regime, v.lang)
	if b := cmp.Or(a.Basis, v.doc.DefaultBasis); b != nil {
		basis, _ := law.BasisOf(v.doc.Regime, b.Article)
		row, _ := basis.Row()
		list = append(list, v.ground(row.DPV, cmp.Or(generalBases[basis], "dpv:LegalBasis"), w.Basis(b.Article)))
	}
	if g := a.SpecialGround; g != nil {
		condition, _ := law.ConditionOf(v.doc.Regime, g.Article)
		list = append(list, v.ground(condition.DPV, "dpv:LegalBasis", w.Condition(g.Article)))
	}
	return list
}

func (v *view) ground(gdpr, general, label string) concept {
	if v.doc.Regime != law.GDPR || gdpr == "" {
		gdpr = general
	}
	return concept{Type: []string{"dpv:LegalBasis"}, Broader: []string{gdpr}, Label: label}
}

// place gives a country, or the Union, as the vocabulary has it.
func place(code string) string { return "loc:" + code }

// places gives countries.
func places(codes []string) []string {
	var list []string
	for _, code := range codes {
		list = add(list, place(code))
	}
	return list
}
