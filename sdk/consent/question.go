package consent

import (
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A Question is what a person is asked to agree to, as it stood on the form. A
// record keeps it whole, so that it can be read and proved without the policy.
type Question struct {
	Policy   string     // the policy's id
	Version  string     // its version
	Form     string     // the form's id
	Language locale.Tag // the language of all text
	Field    string     // the name of the field that asks
	Label    string     // what stands on it
	Purposes []string   // what it is for, in words
	Kept     []string   // how long what it allows is kept, in words
	form.Consent
}

// Asked gives the questions of consent of a form, in its order.
func Asked(d *form.Definition) []Question {
	var list []Question
	for i := range d.Fields {
		if q, ok := Of(d, d.Fields[i].Name); ok {
			list = append(list, q)
		}
	}
	return list
}

// Of gives the question that the field asks. It is false if the form has no
// such field, or the field asks for something else.
func Of(d *form.Definition, field string) (Question, bool) {
	f := d.Field(field)
	if f == nil || f.Consent == nil {
		return Question{}, false
	}
	return Question{
		Policy: d.Policy, Version: d.Version, Form: d.Form, Language: d.Language,
		Field: f.Name, Label: f.Label, Purposes: f.Reason.Purposes, Kept: f.Reason.Kept, Consent: *f.Consent,
	}, true
}

// Ask gives the question that the policy puts for the consent with the id,
// whether or not a form asks it: what a record stands against ([Stands]), or what
// staff asked. Its label is the statement. The error is a *form.ContextError if
// the policy has no such consent, language or event.
func Ask(doc *policy.Document, id string, c form.Context) (Question, error) {
	d, err := form.Ask(doc, id, c)
	if err != nil {
		return Question{}, err
	}
	q, _ := Of(d, id)
	return q, nil
}
