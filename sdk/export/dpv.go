package export

import (
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// DPVRecord gives what [ISO27560Record] gives as JSON-LD 1.1 with terms of the
// Data Privacy Vocabulary (https://w3id.org/dpv, version 2.3). The context stands
// inside, so that nothing is fetched to read it. Parties are blank nodes.
func DPVRecord(h consent.History, doc *policy.Document, links Links) ([]byte, error) {
	var versions []consent.Record
	for r := range h.All() {
		versions = append(versions, r)
	}
	r, err := newRecord(versions, doc, links, true)
	if err != nil {
		return nil, err
	}
	r.Context = linkedData(r.Language)
	return encode(r), nil
}

// DPVReceipt gives what [ISO27560Receipt] gives as JSON-LD; see [DPVRecord].
func DPVReceipt(r *consent.Receipt, doc *policy.Document) ([]byte, error) {
	out, err := newReceipt(r, doc, true)
	if err != nil {
		return nil, err
	}
	out.Context = linkedData(out.Language)
	return encode(out), nil
}

// DPVPolicy gives the policy in one of its languages as JSON-LD with terms of the
// Data Privacy Vocabulary: a process for each activity. An empty language stands
// for the policy's first. What the policy does not say is left out.
func DPVPolicy(doc *policy.Document, tag locale.Tag) ([]byte, error) {
	v, err := newView(doc, tag, date.Date{})
	if err != nil {
		return nil, err
	}
	e := newEntities(v, true)
	out := policyNotice{
		Context: linkedData(string(v.lang.Tag)), Type: []string{"dpv:PrivacyNotice"}, ID: doc.ID, Version: doc.Version,
		Title: v.in(doc.Title), Text: v.in(doc.Summary), Language: string(v.lang.Tag), Entities: e.all,
	}
	if !doc.EffectiveFrom.IsZero() {
		out.Valid = doc.EffectiveFrom.String()
	}
	for i := range doc.Activities {
		out.Processes = append(out.Processes, e.activity(&doc.Activities[i]))
	}
	for i := range doc.Measures {
		out.Measures = append(out.Measures, v.measure(&doc.Measures[i]))
	}
	return encode(out), nil
}

type policyNotice struct {
	Context   any               `json:"@context"`
	Type      []string          `json:"@type"`
	ID        string            `json:"dpv:hasIdentifier,omitempty"`
	Version   string            `json:"schema:version,omitempty"`
	Title     string            `json:"dct:title,omitempty"`
	Text      string            `json:"dct:description,omitempty"`
	Language  string            `json:"dct:language"`
	Valid     string            `json:"dct:valid,omitempty"`
	Processes []process         `json:"dpv:hasProcess,omitempty"`
	Measures  []concept         `json:"dpv:hasTechnicalOrganisationalMeasure,omitempty"`
	Entities  map[string]entity `json:"dpv:hasEntity,omitempty"`
}

// activity gives an activity as a process. Where it has several controllers that
// are not joint, or they depend on the scope, each is in a process inside it, which
// inherits the rest.
func (e *entities) activity(a *policy.Activity) process {
	activity := []*policy.Activity{a}
	fixed := groups(a.Controllers, activity)
	var together []string
	if a.ControllerPer == "" && len(fixed) == 1 {
		together = fixed[0]
	}
	p := e.process(activity, together, a.Purposes, a.Data)
	p.Label = e.in(a.Title)
	for _, id := range a.Subjects {
		if s := e.doc.Subject(id); s != nil {
			p.Subjects = append(p.Subjects, concept{
				Type: []string{"dpv:DataSubject"}, Broader: []string{known(s.Term, "dpv:DataSubject")}, Label: e.in(s.Label),
			})
		}
	}
	e.disclose(&p, e.recipients(activity, nil))
	if together == nil {
		p.Parts = e.parts(a, fixed)
	}
	return p
}

// parts gives a process for each of the controllers, and for each scope on which
// the controller depends.
func (e *entities) parts(a *policy.Activity, fixed [][]string) []process {
	var list []process
	for _, ids := range fixed {
		list = append(list, e.part("", ids))
	}
	for i := range e.doc.Scopes {
		if s := &e.doc.Scopes[i]; a.ControllerPer != "" && s.Kind == a.ControllerPer && len(s.Controllers) > 0 {
			list = append(list, e.part(e.in(s.Title), s.Controllers))
		}
	}
	return list
}

func (e *entities) part(title string, controllers []string) process {
	p := process{Type: "dpv:Process", Label: title}
	for _, id := range controllers {
		p.Controllers = add(p.Controllers, e.party(id, "dpv:DataController"))
	}
	p.Recipients = p.Controllers
	return p
}

func (v *view) measure(m *policy.Measure) concept {
	kind := "dpv:OrganisationalMeasure"
	if m.Kind == policy.Technical {
		kind = "dpv:TechnicalMeasure"
	}
	return concept{Type: []string{kind}, Broader: []string{known(m.Term, kind)}, Label: v.in(m.Text)}
}

// references are the members whose texts are names of things, not words.
var references = []string{
	"dct:conformsTo", "dct:creator", "dpv:hasAuthority", "dpv:hasDataController", "dpv:hasDataProcessor", "dpv:hasDataSource",
	"dpv:hasJurisdiction", "dpv:hasLocation", "dpv:hasNecessity", "dpv:hasProcessing", "dpv:hasRecipient", "dpv:isIndicatedBy", "rdfs:subClassOf",
	"skos:broader",
}

// phrases are the members whose texts are in the language of the document.
var phrases = []string{
	"dct:description", "dct:title", "dpv:hasName", "schema:name", "skos:definition", "skos:prefLabel",
}

// linkedData gives the context that makes the JSON linked data.
func linkedData(lang string) map[string]any {
	c := map[string]any{"@version": 1.1}
	for prefix, iri := range namespaces {
		c[prefix] = iri
	}
	for _, name := range references {
		c[name] = map[string]string{"@type": "@id"}
	}
	for _, name := range phrases {
		c[name] = map[string]string{"@language": lang}
	}
	for _, name := range []string{"dct:created", "dct:modified", "dpv:isIndicatedAtTime"} {
		c[name] = map[string]string{"@type": "xsd:dateTime"}
	}
	c["dct:valid"] = map[string]string{"@type": "xsd:date"}
	c["dpv:hasEntity"] = map[string]string{"@container": "@id"}
	return c
}
