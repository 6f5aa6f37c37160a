package serve

import (
	"cmp"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
)

// fixedSchemas are those that all forms share.
var fixedSchemas = [...]struct{ name, schema string }{
	{"Form", `{"type":"object","required":["action","stamp","definition","notice"],"properties":{` +
		`"action":{"type":"string","format":"uri","description":"Where the answers are sent"},` +
		`"stamp":{"type":"string","description":"Send it back as the member lagrum-stamp, or in the header Lagrum-Stamp"},` +
		`"definition":{"$ref":"#/components/schemas/Definition"},` +
		`"notice":{"type":"string","format":"uri","description":"How the data are used"},` +
		`"values":{"type":"object","additionalProperties":{"type":"string"},"description":"What the log-in fills in, by field"}}}`},
	{"Definition", `{"type":"object","required":["fields"],"description":"What is asked for, and why",` +
		`"properties":{"title":{"type":"string"},"language":{"type":"string"},"fields":{"type":"array","items":{"type":"object","required":["name","control"],` +
		`"properties":{"name":{"type":"string"},"label":{"type":"string"},"control":{"type":"string"},"required":{"type":"boolean"},` +
		`"consent":{"type":"object","description":"The question of consent that the field asks"}}}}}}`},
	{"Received", `{"type":"object","required":["reference","records","dropped"],"properties":{` +
		`"reference":{"type":"string","description":"The same again if the form is sent again with its stamp"},` +
		`"records":{"type":"array","description":"The answers to questions of consent","items":{"type":"object","required":["field","id","status"],"properties":{` +
		`"field":{"type":"string"},"id":{"type":"string"},` +
		`"status":{"enum":["requested","given","refused","withdrawn","expired","renewed","invalidated"],"description":"A yes counts if it is given or renewed"},` +
		`"withdraw":{"type":"string","format":"uri","description":"Where the person takes it back: a page, and a POST there does it"}}}},` +
		`"receipt":{"type":"string","format":"uri","description":"Secret: whoever has it can read the receipt"},` +
		`"choices":{"type":"string","format":"uri","description":"Secret: where the person changes the answers"},` +
		`"dropped":{"type":"array","description":"What was not kept","items":{"type":"object","required":["why"],"properties":{"field":{"type":"string"},` +
		`"why":{"type":"string"}}}},` +
		`"second":{"type":"object","required":["action","stamp","definition"],"description":"What may be asked after an explicit consent",` +
		`"properties":{"action":{"type":"string","format":"uri"},"stamp":{"type":"string"},"definition":{"$ref":"#/components/schemas/Definition"}}}}}`},
	{"Requested", `{"type":"object","required":["reference","number","answer","letter"],"properties":{` +
		`"reference":{"type":"string","description":"The same again if the request is sent again with its stamp"},` +
		`"number":{"type":"string","description":"What people call the request by"},` +
		`"answer":{"type":"object","required":["right","outcome","activities","deadline"],"description":"What follows from policy and law, before anybody has decided",` +
		`"properties":{"right":{"type":"string"},"article":{"type":"string"},"outcome":{"enum":["granted","partly","judged","refused"]},"says":{"type":"string"},` +
		`"activities":{"type":"array","items":{"type":"object"}},"deadline":{"type":"object","properties":{"status":{"type":"string"},` +
		`"due":{"type":"string","format":"date"}}}}},` +
		`"letter":{"type":"string","description":"The acknowledgement, as plain text"}}}`},
	{"Problem", `{"type":"object","required":["title","status","detail"],"description":"Problem details (RFC 9457)","properties":{` +
		`"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},` +
		`"choices":{"type":"array","description":"What there is instead","items":{"type":"object","required":["name","href"],` +
		`"properties":{"name":{"type":"string"},"href":{"type":"string","format":"uri-reference"}}}},` +
		`"problems":{"type":"array","description":"What must be mended","items":{"type":"object","required":["code","field","message"],"properties":{` +
		`"code":{"type":"string"},"field":{"type":"string"},"args":{"type":"object","additionalProperties":{"type":"string"}},"message":{"type":"string"},` +
		`"asks":{"type":"boolean","description":"Send true as keep. and the field to send the text as it is"},"others":{"type":"array","items":{"type":"string"}},` +
		`"start":{"type":"integer"},"end":{"type":"integer"}}}},` +
		`"stamp":{"type":"string","description":"To send the form with again"}}}`},
}

// answersSchema is the JSON Schema of what is sent with a part of a form. It says
// what a program needs to make a request; all the rest [form.Definition.Check]
// says, and package schema for what is kept.
func answersSchema(d *form.Definition) string {
	var w wire.Writer
	w.BeginObject()
	w.Key("type").String("object")
	w.Key("title").String(d.Title)
	w.Key("properties").BeginObject()
	w.Key(stampName).BeginObject().Key("type").String("string").EndObject()
	var needed []string
	for i := range d.Fields {
		f := &d.Fields[i]
		if d.Field(f.Name) != f {
			continue
		}
		if needsAnswer(d, f) {
			needed = append(needed, f.Name)
		}
		w.Key(f.Name).BeginObject()
		writeAnswer(&w, f, needsAnswer(d, f))
		w.EndObject()
		if len(f.Screen) > 0 {
			w.Key(form.KeepName(f.Name)).BeginObject().Key("type").String("boolean").EndObject()
		}
	}
	w.EndObject()
	if len(needed) > 0 {
		writeNames(&w, "required", needed)
	}
	w.EndObject()
	return string(w.Bytes())
}

func writeNames(w *wire.Writer, key string, names []string) {
	w.Key(key).BeginArray()
	for _, name := range names {
		w.String(name)
	}
	w.EndArray()
}

// writeAnswer writes the members of the schema of one answer.
func writeAnswer(w *wire.Writer, f *form.Field, needed bool) {
	w.Key("title").String(f.Label)
	if about := cmp.Or(f.Hint, statement(f)); about != "" {
		w.Key("description").String(about)
	}
	switch f.Control {
	case policy.ConsentControl:
		w.Key("type").String("boolean")
	case policy.CheckboxesControl:
		w.Key("type").String("array")
		w.Key("items").BeginObject()
		writeNames(w, "enum", offered(f))
		w.EndObject()
	case policy.SelectControl, policy.RadioControl, policy.CountryControl:
		writeNames(w, "enum", offered(f))
	case policy.NumberControl:
		writeNames(w, "type", []string{"number", "string"})
	case policy.FileControl:
		writeFile(w, f)
	default:
		w.Key("type").String("string")
		if needed {
			w.Key("minLength").Int(int64(max(f.MinLength, 1)))
		}
		if format := formatOf(f.Control); format != "" {
			w.Key("format").String(format)
		}
	}
}

func statement(f *form.Field) string {
	if f.Consent == nil {
		return ""
	}
	return f.Consent.Text
}

func formatOf(control policy.Control) string {
	switch control {
	case policy.EmailControl:
		return "email"
	case policy.DateControl:
		return "date"
	case policy.URLControl:
		return "uri"
	}
	return ""
}

func offered(f *form.Field) []string {
	var values []string
	for i := range f.Options {
		values = append(values, f.Options[i].Value)
	}
	return values
}

func writeFile(w *wire.Writer, f *form.Field) {
	w.Key("type").String("object")
	writeNames(w, "required", []string{"name", "type", "size"})
	w.Key("properties").BeginObject()
	w.Key("name").BeginObject().Key("type").String("string").EndObject()
	w.Key("type").BeginObject()
	if w.Key("type").String("string"); len(f.Accept) > 0 {
		writeNames(w, "enum", f.Accept)
	}
	w.EndObject()
	w.Key("size").BeginObject().Key("type").String("integer")
	w.Key("minimum").Int(1)
	if f.MaxBytes > 0 {
		w.Key("maximum").Int(int64(f.MaxBytes))
	}
	w.EndObject().EndObject()
}
