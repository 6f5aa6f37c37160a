package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A TILTContext says which document is made of a policy. The zero value makes
// that of its first controller in its first language.
type TILTContext struct {
	Language   locale.Tag // one of the policy's languages; empty for its first
	Controller string     // the id of the party whose document it is; empty for the policy's first controller
	URL        string     // where the notice can be read; empty for the policy's id, as a relative address
	At         date.Date  // the day for which it is made; zero for that from which the policy applies
}

// TILT gives a policy as a document of the Transparency Information Language
// (https://github.com/Transparency-Information-Language/schema), in JSON. Such a
// document has one controller: it tells of the activities for which that party
// is, or can be, controller. What the language cannot say stands in docs/exports.md.
//
// The error is a *MissingError if the policy lacks what the language demands and
// nothing can stand for.
func TILT(doc *policy.Document, c TILTContext) ([]byte, error) {
	v, err := newView(doc, c.Language, c.At)
	if err != nil {
		return nil, err
	}
	id, err := v.tiltParty(c.Controller)
	if err != nil {
		return nil, err
	}
	t := tilt{Meta: v.tiltMeta(id, &c), Changes: []struct{}{}}
	t.Controller, t.Officer = v.tiltController(id)
	activities := v.controlledBy(id)
	t.Disclosed = v.tiltData(activities)
	t.Transfers = v.tiltTransfers(activities)
	t.Sources = v.tiltSources(activities)
	v.tiltRights(&t, activities)
	t.Automated = v.tiltAutomated(activities)
	if err := v.missing("TILT"); err != nil {
		return nil, err
	}
	t.Meta.Hash = hash(t)
	return encode(t), nil
}

// hash sums a document whose own hash is empty, as compact JSON.
func hash(t tilt) string {
	data, err := json.Marshal(t)
	if err != nil {
		panic("export: " + err.Error()) // the types are this package's own, and can be encoded
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// tiltParty gives the controller that was asked for, or the policy's first.
func (v *view) tiltParty(id string) (string, error) {
	var known []string
	for i := range v.doc.Activities {
		known = add(known, v.controllers(&v.doc.Activities[i])...)
	}
	known = slices.DeleteFunc(known, func(id string) bool { return v.doc.Party(id) == nil })
	switch {
	case len(known) == 0:
		return "", &MissingError{Format: "TILT", Lacks: []string{"a controller"}}
	case id == "":
		return known[0], nil
	case !slices.Contains(known, id):
		return "", fmt.Errorf("export: the policy has no controller %q; it has %q", id, known)
	}
	return id, nil
}

// controlledBy gives the activities for which the party is, or can be, controller.
func (v *view) controlledBy(id string) []*policy.Activity {
	var list []*policy.Activity
	for i := range v.doc.Activities {
		if a := &v.doc.Activities[i]; slices.Contains(v.controllers(a), id) {
			list = append(list, a)
		}
	}
	return list
}

func (v *view) tiltMeta(controller string, c *TILTContext) tiltMeta {
	day := v.doc.EffectiveFrom
	v.lackIf(day.IsZero(), "the policy does not say from which day it applies")
	m := tiltMeta{
		ID:   v.doc.ID + "." + v.doc.Version + "." + controller + "." + string(v.lang.Tag),
		Name: v.in(v.doc.Party(controller).Name), Created: day.String(), Modified: day.String(), Language: string(v.lang.Tag),
		Version: versionNumber(v.doc), Status: "active", URL: cmp.Or(c.URL, v.doc.ID),
	}
	if act, ok := law.Find(v.doc.Regime); v.at.Before(day) || ok && !act.InForce(v.at) {
		m.Status = "inactive"
	}
	return m
}

// versionNumber gives the version as a whole number, which the language wants. One
// that is none is told by the day from which it applies: 20260901.
func versionNumber(doc *policy.Document) int {
	if n, err := strconv.Atoi(doc.Version); err == nil && n > 0 {
		return n
	}
	d := doc.EffectiveFrom
	return d.Year*10000 + d.Month*100 + d.Day
}

// phoneNumber is what the language takes for a telephone number.
var phoneNumber = regexp.MustCompile(`^[+]*[(]?[0-9]{1,4}[)]?[-\s./0-9]*$`)

// phone gives a number, or nothing if the language does not take it for one.
func phone(s string) string {
	if !phoneNumber.MatchString(s) {
		return ""
	}
	return s
}

// tiltController gives the controller and its data protection officer. The
// language demands an officer, also of those who need none: then the name is
// empty, and the rest is the controller's.
func (v *view) tiltController(id string) (tiltController, tiltOfficer) {
	p, r := v.doc.Party(id), v.reach(id)
	name := v.in(p.Name)
	c := tiltController{
		Name: name, Address: v.tiltAddress(r), Country: tiltCountry(r.country),
		Representative: tiltPerson{Name: cmp.Or(r.contact, name), Email: r.email, Phone: phone(r.phone)},
	}
	v.lackIf(name == "", "party "+quoted(id)+" has no name")
	v.lackIf(c.Country == "", "party "+quoted(id)+" has no country")
	v.lackIf(r.email == "", "party "+quoted(id)+" has no e-mail address")
	o := tiltOfficer{Address: c.Address, Country: c.Country, Email: r.email, Phone: c.Representative.Phone}
	if dpo := v.officer(id); dpo != nil {
		o.Name, o.Email, o.Phone = v.in(dpo.Name), cmp.Or(dpo.Email, o.Email), phone(dpo.Phone)
		if dpo.Address != nil {
			o.Address = postal(dpo.Address)
		}
	}
	return c, o
}

// tiltAddress gives the postal address, or at least the country.
func (v *view) tiltAddress(r reach) string {
	return cmp.Or(postal(r.address), v.lang.Country(r.country))
}

// tiltCountry gives a code of two capital letters, or nothing.
func tiltCountry(code string) string {
	if !isCountry(code) {
		return ""
	}
	return code
}
