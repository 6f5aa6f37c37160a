package serve

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/text"
)

// openAPI answers with the description of what programs can do here: ask for
// forms, send them, and read receipts (OpenAPI Specification 3.1.1).
func (s *site) openAPI(w http.ResponseWriter, r *http.Request) {
	send(w, r, jsonType, s.description())
}

// A describer writes the description.
type describer struct {
	wire.Writer
	s     *site
	forms []*asked
}

func (s *site) description() []byte {
	d := &describer{s: s, forms: s.describedForms()}
	title := s.Title.In(locale.EN)
	d.BeginObject()
	d.pairs("openapi", "3.1.1")
	d.Key("info").BeginObject()
	d.pairs("title", cmp.Or(title, text.In(locale.EN).Serve.Title), "version", "1.0.0", "description", describes)
	d.EndObject()
	d.Key("servers").BeginArray().BeginObject()
	d.pairs("url", cmp.Or(s.Address+s.Base, "/"))
	d.EndObject().EndArray()
	d.Key("paths").BeginObject()
	for _, a := range d.forms {
		d.formPath(a)
		d.definitionPaths(a)
		if a.e.Ledger != nil && !a.e.isRequest(a.form) {
			d.receiptPath(a)
		}
	}
	for _, e := range s.entries {
		if asksDevice(e.Doc) {
			d.panelPath(e)
		}
	}
	d.EndObject()
	d.components()
	d.EndObject()
	return append(d.Bytes(), '\n')
}

const describes = "Forms that ask for personal data, requests to use a right, receipts of the consents that people give, and what visitors choose to have stored on their device. " +
	"Ask for a form, show its definition, and send the answers with its stamp to the same address. " +
	"The stamp ties them to what was shown: it is good for a day, and sent sooner than anybody can read a form it is refused. " +
	"What is wrong comes back as problem details (RFC 9457) with a stamp to send with."

// describedForms gives all forms, each in English if it can be, for its own event
// or for none.
func (s *site) describedForms() []*asked {
	var list []*asked
	for _, e := range s.entries {
		lang := e.Doc.Languages[0]
		if tag, ok := declared(e.Doc.Languages, string(locale.EN)); ok {
			lang = tag
		}
		for i := range e.Doc.Forms {
			f := &e.Doc.Forms[i]
			a := &asked{e: e, form: f, q: query{lang: lang}, lang: text.In(lang)}
			if isEvent(e.Doc, f.Scope) {
				a.q.event = f.Scope
			}
			if isSlug(f.ID) && e.Doc.Form(f.ID) == f && s.deriveForm(a) == nil {
				list = append(list, a)
			}
		}
		if e.requests != nil {
			a := &asked{e: e, form: &e.requests.Forms[0], q: query{lang: lang}, lang: text.In(lang)}
			if s.deriveForm(a) == nil {
				list = append(list, a)
			}
		}
	}
	return list
}

// pairs writes members whose values are texts.
func (d *describer) pairs(namesAndTexts ...string) {
	for i := 0; i+1 < len(namesAndTexts); i += 2 {
		d.Key(namesAndTexts[i]).String(namesAndTexts[i+1])
	}
}

func (d *describer) texts(name string, list ...string) {
	d.Key(name).BeginArray()
	for _, s := range list {
		d.String(s)
	}
	d.EndArray()
}

// schemaName is the name of the schema of what is sent with a form.
func schemaName(a *asked, part string) string {
	if a.e.isRequest(a.form) {
		return a.e.Doc.ID + ".." + requestID + part // the id of a form has no dot
	}
	return a.e.Doc.ID + "." + a.form.ID + part
}

// lastPart gives the second part with all fields that it can have; nil if there
// is none.
func lastPart(a *asked) *form.Definition { return a.def.SecondOf(namesOf(a.def)) }

func (d *describer) formPath(a *asked) {
	path, received := "/"+a.e.Doc.ID+"/forms/"+a.form.ID, "Received"
	if a.e.isRequest(a.form) {
		path, received = "/"+a.e.Doc.ID+"/"+requestID, "Requested"
	}
	d.Key(path).BeginObject()
	d.Key("parameters").BeginArray()
	d.formParameters(a)
	d.EndArray()
	d.Key("get").BeginObject()
	d.pairs("operationId", schemaName(a, ".get"), "summary", "The form: "+a.def.Title)
	d.Key("responses").BeginObject()
	d.answer(http.StatusOK, "The definition, the stamp, and where to send the answers", jsonType, "Form")
	d.problems(http.StatusBadRequest, http.StatusNotFound)
	d.EndObject().EndObject()
	d.Key("post").BeginObject()
	d.pairs("operationId", schemaName(a, ".post"), "summary", "Send the form: "+a.def.Title)
	d.Key("parameters").BeginArray()
	d.parameter("header", StampHeader, "The stamp, if it is no member of what is sent", false)
	d.EndArray()
	d.body(a)
	d.Key("responses").BeginObject()
	d.beginAnswer(http.StatusCreated, "Received", jsonType, received)
	if a.e.Ledger != nil && !a.e.isRequest(a.form) {
		d.location("The receipt, where a question of consent was answered; secret")
	}
	d.EndObject()
	d.problems(http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusRequestTimeout)
	if lastPart(a) != nil {
		d.problems(http.StatusConflict)
	}
	d.problems(http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity,
		http.StatusTooManyRequests, http.StatusServiceUnavailable)
	d.EndObject().EndObject().EndObject()
}

// formParameters says how a form is chosen.
func (d *describer) formParameters(a *asked) {
	var languages, events []string
	for _, tag := range a.e.Doc.Languages {
		languages = append(languages, string(tag))
	}
	for _, scope := range scopes(a.e.Doc, true) {
		if !a.e.isRequest(a.form) && (!isEvent(a.e.Doc, a.form.Scope) || scope.ID == a.form.Scope) {
			events = append(events, scope.ID)
		}
	}
	d.parameter("query", "lang", "The language; without it, what Accept-Language asks for", false, languages...)
	if len(events) > 0 {
		d.parameter("query", "event", "The event that the form is for", needsEvent(a.e.Doc, a.form), events...)
	}
}

// parameter writes a parameter that is a text, one of the choices if there are any.
func (d *describer) parameter(in, name, what string, required bool, choices ...string) {
	d.BeginObject()
	d.pairs("in", in, "name", name, "description", what)
	if required {
		d.Key("required").Bool(true)
	}
	d.Key("schema").BeginObject()
	d.pairs("type", "string")
	if len(choices) > 0 {
		d.texts("enum", choices...)
	}
	d.EndObject().EndObject()
}

// body says what is sent with a form: either of its parts.
func (d *describer) body(a *asked) {
	d.Key("requestBody").BeginObject()
	d.Key("required").Bool(true)
	d.Key("content").BeginObject().Key(jsonType).BeginObject().Key("schema").BeginObject()
	if lastPart(a) == nil {
		d.reference(schemaName(a, ""))
	} else {
		d.Key("anyOf").BeginArray()
		for _, part := range []string{"", ".second"} {
			d.BeginObject()
			d.reference(schemaName(a, part))
			d.EndObject()
		}
		d.EndArray()
	}
	d.EndObject().EndObject().EndObject().EndObject()
}

func (d *describer) reference(schema string) { d.pairs("$ref", "#/components/schemas/"+schema) }

// answer writes an answer with a body that follows the schema; any text if there
// is none.
func (d *describer) answer(status int, what, kind, schema string) {
	d.beginAnswer(status, what, kind, schema)
	d.EndObject()
}

// location describes the header of the name, of an answer that is begun.
func (d *describer) location(what string) {
	d.Key("headers").BeginObject().Key("Location").BeginObject()
	d.pairs("description", what)
	d.Key("schema").BeginObject()
	d.pairs("type", "string", "format", "uri-reference")
	d.EndObject().EndObject().EndObject()
}

func (d *describer) beginAnswer(status int, what, kind, schema string) {
	d.Key(strconv.Itoa(status)).BeginObject()
	d.pairs("description", what)
	d.Key("content").BeginObject().Key(kind).BeginObject().Key("schema").BeginObject()
	if schema != "" {
		d.reference(schema)
	}
	d.EndObject().EndObject().EndObject()
}

func (d *describer) problems(statuses ...int) {
	for _, status := range statuses {
		d.answer(status, http.StatusText(status), problemType, "Problem")
	}
}

func (d *describer) receiptPath(a *asked) {
	d.Key("/" + a.e.Doc.ID + "/forms/" + a.form.ID + "/receipts/{code}").BeginObject()
	d.Key("get").BeginObject()
	d.pairs("operationId", schemaName(a, ".receipt"), "summary", "The receipt of the answers to questions of consent, as they stand")
	d.Key("parameters").BeginArray()
	d.parameter("path", "code", "From the address that came with the answer", true)
	d.formParameters(a)
	d.EndArray()
	d.Key("responses").BeginObject()
	kind := jsonType
	if d.s.Signer != nil {
		kind = receipt.MediaType
	}
	d.answer(http.StatusOK, "The receipt; a JWS if it is signed", kind, "")
	d.problems(http.StatusBadRequest, http.StatusNotFound, http.StatusTooManyRequests)
	d.EndObject().EndObject().EndObject()
}

// components writes the schemas: those of all forms, and of each what is sent
// with it.
func (d *describer) components() {
	d.Key("components").BeginObject().Key("schemas").BeginObject()
	for _, fixed := range fixedSchemas {
		d.Key(fixed.name).Raw(fixed.schema)
	}
	for _, fixed := range panelSchemas {
		d.Key(fixed.name).Raw(fixed.schema)
	}
	for _, a := range d.forms {
		d.Key(schemaName(a, "")).Raw(answersSchema(a.first))
		if second := lastPart(a); second != nil {
			d.Key(schemaName(a, ".second")).Raw(answersSchema(second))
		}
	}
	d.EndObject().EndObject()
}

// needsAnswer reports whether a form cannot be sent without an answer to the field,
// whatever else is answered.
func needsAnswer(d *form.Definition, f *form.Field) bool {
	return f.Required && f.OneOf == "" && f.If == nil && len(f.NeedsYes) == 0 &&
		!slices.ContainsFunc(d.Groups, func(g form.Group) bool { return g.ID == f.Group && g.If != nil })
}
