package serve

import (
	"net/http"

	"github.com/lagrum/lagrum/sdk/form"
)

// What a page loads to check a form itself: the form, and apart from it what free
// text is screened with, which weighs more and which few need.
const (
	definitionName = "definition.json"
	screeningName  = "screening.json"
)

// besideForm is the address of a file that belongs to a form.
func (s *site) besideForm(a *asked, name string) string {
	return s.formAddress(a.e, a.form, query{}) + "/" + name + query{lang: a.q.lang, event: a.q.event}.encode()
}

func (s *site) askedForm(w http.ResponseWriter, r *http.Request) *asked {
	return s.askedOf(w, r, r.PathValue("form"))
}

// formFiles answers with the files that belong to a form. They are for anybody, the
// same for all, and caches may keep them.
func (s *site) formFiles(name string, find func(http.ResponseWriter, *http.Request) *asked) http.Handler {
	return s.embedded(s.readOnly(func(w http.ResponseWriter, r *http.Request) {
		a := find(w, r)
		if a == nil {
			return
		}
		vary(w.Header(), a.explicit, true)
		w.Header().Set("Content-Language", string(a.q.lang))
		send(w, r, jsonType, formFile(name, a.def))
	}).ServeHTTP)
}

func formFile(name string, d *form.Definition) []byte {
	if name == screeningName {
		return d.AppendScreening(nil)
	}
	return d.AppendUnscreened(nil)
}

// definitionPaths describes the files that belong to a form.
func (d *describer) definitionPaths(a *asked) {
	path := "/" + a.e.Doc.ID + "/forms/" + a.form.ID
	if a.e.isRequest(a.form) {
		path = "/" + a.e.Doc.ID + "/" + requestID
	}
	for _, file := range []struct{ name, id, what, schema string }{
		{definitionName, ".definition", "The definition without what free text is screened with, for lagrum-signup: ", "Definition"},
		{screeningName, ".screening", "What free text is screened with, for lagrum-signup: ", ""},
	} {
		d.Key(path + "/" + file.name).BeginObject()
		d.Key("parameters").BeginArray()
		d.formParameters(a)
		d.EndArray()
		d.Key("get").BeginObject()
		d.pairs("operationId", schemaName(a, file.id), "summary", file.what+a.def.Title)
		d.Key("responses").BeginObject()
		d.answer(http.StatusOK, "JSON, with an ETag", jsonType, file.schema)
		d.problems(http.StatusBadRequest, http.StatusNotFound)
		d.EndObject().EndObject().EndObject()
	}
}
