package export

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Kantara gives a person's receipt as a Consent Receipt of the Kantara Initiative,
// version 1.1, in JSON. The policy is that under which the questions were put.
//
// The format knows only consents that are given. So the receipt holds those that
// count; a refusal, or a consent that was withdrawn, has expired or does not
// count, would be read as a yes, and is left out. So is a waiver of secrecy, which
// is no consent to processing. The error is a *MissingError if nothing remains, or
// if the policy lacks something that the format demands, such as the controller's
// telephone number.
func Kantara(r *consent.Receipt, doc *policy.Document) ([]byte, error) {
	const format = "Kantara 1.1"
	given := counting(r)
	if len(given) == 0 {
		return nil, &MissingError{Format: format, Lacks: []string{"a consent that counts; the format cannot tell of any other answer"}}
	}
	k := kantara{Version: "KI-CR-v1.1.0", ID: r.ID, Language: string(r.Language), Principal: given[0].Subject, Policy: r.NoticeURL}
	var all view
	for i, one := range given {
		v, err := viewOf(doc, &one.Question)
		if err != nil {
			return nil, err
		}
		v.receipt(&k, one)
		if i == 0 {
			k.Jurisdiction = doc.Jurisdiction
			k.Services = []kantaraService{{Service: cmp.Or(v.in(doc.Service), v.in(doc.Title))}}
		}
		k.Services[0].Purposes = append(k.Services[0].Purposes, v.kantaraPurpose(one))
		all.lacks = add(all.lacks, v.lacks...)
	}
	all.lackIf(k.ID == "", "the receipt has no id")
	all.lackIf(k.Principal == "", "the record has no pseudonym of the person")
	all.lackIf(k.Jurisdiction == "", "the policy has no jurisdiction")
	all.lackIf(k.Policy == "", "the receipt has no address of the notice")
	all.lackIf(k.Services[0].Service == "", "the policy has neither a service nor a title")
	k.Sensitive = len(k.Special) > 0
	if err := all.missing(format); err != nil {
		return nil, err
	}
	return encode(k), nil
}

// The objects of the format, with the required ones of its schema never left out.
type (
	kantara struct {
		Version      string              `json:"version"`
		Jurisdiction string              `json:"jurisdiction"`
		Timestamp    int64               `json:"consentTimestamp"`
		Method       string              `json:"collectionMethod"`
		ID           string              `json:"consentReceiptID"`
		Language     string              `json:"language,omitempty"`
		Principal    string              `json:"piiPrincipalId"`
		Controllers  []kantaraController `json:"piiControllers"`
		Policy       string              `json:"policyUrl"`
		Services     []kantaraService    `json:"services"`
		Sensitive    bool                `json:"sensitive"`
		Special      []string            `json:"spiCat"`
	}
	kantaraController struct {
		Name    string         `json:"piiController"`
		Contact string         `json:"contact"`
		Address kantaraAddress `json:"address"`
		Email   string         `json:"email"`
		Phone   string         `json:"phone"`
		URL     string         `json:"piiControllerUrl,omitempty"`
	}
	kantaraAddress struct { // after schema.org's PostalAddress, as the specification's example has it
		Street     string `json:"streetAddress,omitempty"`
		PostalCode string `json:"postalCode,omitempty"`
		City       string `json:"addressLocality,omitempty"`
		Country    string `json:"addressCountry,omitempty"`
	}
	kantaraService struct {
		Service  string           `json:"service"`
		Purposes []kantaraPurpose `json:"purposes"`
	}
	kantaraPurpose struct {
		Purpose     string   `json:"purpose"`
		Categories  []string `json:"purposeCategory"`
		Type        string   `json:"consentType"`
		Data        []string `json:"piiCategory"`
		Termination string   `json:"termination"`
		Disclosed   bool     `json:"thirdPartyDisclosure"`
		ThirdParty  string   `json:"thirdPartyName,omitempty"`
	}
)

// counting gives the records of consents that count.
func counting(r *consent.Receipt) []*consent.Record {
	var list []*consent.Record
	for i := range r.Items {
		if one := &r.Items[i].Record; one.Status.Counts() && one.Question.Kind != policy.SecrecyWaiver {
			list = append(list, one)
		}
	}
	return list
}

// receipt adds to what is said of the receipt as a whole: when the last consent
// was given, how, to whom, and what is sensitive in it.
func (v *view) receipt(k *kantara, r *consent.Record) {
	q := &r.Question
	at, err := time.Parse(time.RFC3339, r.At)
	v.lackIf(err != nil, "the record does not say when")
	k.Timestamp = max(k.Timestamp, at.Unix())
	if how := method(r); !strings.Contains(k.Method, how) {
		k.Method = strings.TrimPrefix(k.Method+"; "+how, "; ")
	}
	for _, id := range v.relying(q, v.restingOn(q.ID)) {
		if c := v.kantaraController(id); !slices.Contains(k.Controllers, c) {
			k.Controllers = append(k.Controllers, c)
		}
	}
	if k.Special == nil {
		k.Special = []string{}
	}
	for _, c := range append(slices.Clone(q.Special), q.MayReveal...) {
		k.Special = add(k.Special, v.category(c))
	}
}

// method says how a consent was collected: the act, and the page or channel.
func method(r *consent.Record) string {
	where := cmp.Or(r.Interface, string(r.Staff.Channel), r.Question.Form)
	if where == "" {
		return string(r.Act)
	}
	return string(r.Act) + " (" + where + ")"
}

func (v *view) kantaraController(id string) kantaraController {
	p, r := v.doc.Party(id), v.reach(id)
	c := kantaraController{
		Name: v.in(p.Name), Contact: cmp.Or(r.contact, v.in(p.Name)), Email: r.email, Phone: r.phone, URL: r.web,
		Address: kantaraAddress{Country: r.country},
	}
	if a := r.address; a != nil {
		c.Address.Street, c.Address.PostalCode, c.Address.City = a.Street, a.PostalCode, a.City
	}
	v.lackIf(c.Name == "", "party "+quoted(id)+" has no name")
	v.lackIf(postal(r.address) == "", "party "+quoted(id)+" has no postal address")
	v.lackIf(c.Email == "", "party "+quoted(id)+" has no e-mail address")
	v.lackIf(c.Phone == "", "party "+quoted(id)+" has no telephone number")
	return c
}

// kantaraPurpose gives what one consent is for. Purposes are in categories of the
// Data Privacy Vocabulary: the Kantara Initiative only gives examples of its own.
func (v *view) kantaraPurpose(r *consent.Record) kantaraPurpose {
	q := &r.Question
	p := kantaraPurpose{
		Purpose: cmp.Or(q.Title, strings.Join(q.Purposes, " ")), Type: "EXPLICIT", Data: q.Data, Termination: strings.Join(q.Kept, " "),
	}
	for _, id := range q.Consent.Purposes {
		if c, ok := v.purpose(id); ok {
			iri, _, _ := law.Concept(c.Broader[0])
			p.Categories = add(p.Categories, iri)
		}
	}
	p.ThirdParty = v.thirdParties(q)
	p.Disclosed = p.ThirdParty != ""
	v.lackIf(len(p.Categories) == 0, "consent "+quoted(q.ID)+" has no purpose")
	v.lackIf(len(p.Data) == 0, "consent "+quoted(q.ID)+" does not say which data it is about")
	v.lackIf(p.Termination == "", "consent "+quoted(q.ID)+" does not say how long the data are kept")
	return p
}

// thirdParties names those to whom the data are disclosed, in words.
func (v *view) thirdParties(q *consent.Question) string {
	c := v.doc.Consent(q.ID)
	if c == nil {
		return ""
	}
	var names []string
	for _, id := range add(v.recipients(v.restingOn(q.ID), c.Data), c.Audience...) {
		r := v.doc.Recipient(id)
		if r == nil {
			continue
		}
		name := v.in(r.Name)
		if p := v.doc.Party(r.Party); p != nil {
			name = v.in(p.Name)
		}
		names = add(names, name)
	}
	return v.lang.Rules.List(names)
}

// category names a special category.
func (v *view) category(c law.SpecialCategory) string {
	w := &v.lang.Categories
	switch c {
	case law.EthnicOrigin:
		return w.EthnicOrigin
	case law.PoliticalOpinion:
		return w.PoliticalOpinion
	case law.Religion:
		return w.Religion
	case law.TradeUnion:
		return w.TradeUnion
	case law.Genetic:
		return w.Genetic
	case law.Biometric:
		return w.Biometric
	case law.Health:
		return w.Health
	case law.SexLife:
		return w.SexLife
	case law.Criminal:
		return w.Criminal
	}
	return string(c)
}
