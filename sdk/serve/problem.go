package serve

import (
	"net/http"
	"strconv"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/accept"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/text"
)

// A problem is why a request gets no notice, and what it could get instead. It
// never repeats what was asked for: that is somebody else's text.
type problem struct {
	status int
	title  string
	detail string
	there  []choice
	form   *turned // of a form that comes back; nil for any other problem
}

// A turned form is one that comes back: what must be mended, and the stamp to send
// it with again.
type turned struct {
	problems []form.Problem
	stamp    string
}

// missing is the problem that something does not exist.
func (s *site) missing(t *text.Serve, detail string, there []choice) *problem {
	return &problem{status: http.StatusNotFound, title: t.NotFound, detail: detail, there: there}
}

// noPage answers for addresses that lead nowhere.
func (s *site) noPage(w http.ResponseWriter, r *http.Request) {
	lang := s.startLanguage(r)
	s.fail(w, r, lang, *s.missing(&lang.Serve, lang.Serve.NoPage, s.policyChoices(lang)))
}

// internal answers where something went wrong here. The log gets the policy and
// the kind of the error, and nothing of the request: what a store or its driver says
// may quote that.
func (s *site) internal(w http.ResponseWriter, r *http.Request, lang *text.Language, e *entry, err error) {
	s.complain(r, "a page could not be made", "policy", e.Doc.ID, "type", kind(err))
	s.fail(w, r, lang, problem{status: http.StatusInternalServerError, title: lang.Serve.Failed, detail: lang.Serve.TryLater})
}

// fail answers with a problem in the form that the request asks for: a page,
// problem details in JSON, or plain text.
func (s *site) fail(w http.ResponseWriter, r *http.Request, lang *text.Language, p problem) {
	kind, body := s.problemBody(r, lang, p)
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Language", string(lang.Tag))
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(p.status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

func (s *site) problemBody(r *http.Request, lang *text.Language, p problem) (kind string, body []byte) {
	switch problemKind(r) {
	case problemType:
		return problemType, p.json()
	case htmlType:
		return htmlType, s.problemPage(lang, p)
	}
	return plainType, p.plain()
}

// problemKind is chosen by the format that the address names, else by what the
// program accepts, else it is plain text, which everybody can read.
func problemKind(r *http.Request) string {
	switch r.URL.Query().Get("format") {
	case "html":
		return htmlType
	case "json":
		return problemType
	case "md", "txt":
		return plainType
	}
	offered := []string{htmlType, problemType, jsonType, receipt.MediaType, plainType, "text/markdown"}
	if isJSON(r) { // whoever sends JSON and says nothing reads it, too
		offered = []string{problemType, jsonType, receipt.MediaType, htmlType, plainType, "text/markdown"}
	}
	switch kind := accept.Type(header(r, "Accept"), offered...); kind {
	case htmlType:
		return htmlType
	case problemType, jsonType, receipt.MediaType:
		return problemType
	}
	return plainType
}

// wantsJSON reports whether the answer to a request about a form is to be JSON, or
// another of the types that a program may ask for.
func wantsJSON(r *http.Request, others ...string) bool {
	switch r.URL.Query().Get("format") {
	case "html":
		return false
	case "json":
		return true
	}
	offered := append([]string{htmlType, jsonType, problemType}, others...)
	if isJSON(r) {
		offered = append([]string{jsonType, problemType}, append(others, htmlType)...)
	}
	kind := accept.Type(header(r, "Accept"), offered...)
	return kind != "" && kind != htmlType
}

// json writes the problem as RFC 9457 has it, with what there is instead as
// "choices".
func (p problem) json() []byte {
	var w wire.Writer
	w.BeginObject()
	w.Key("title").String(p.title)
	w.Key("status").Int(int64(p.status))
	w.Key("detail").String(p.detail)
	if len(p.there) > 0 {
		w.Key("choices").BeginArray()
		for _, c := range p.there {
			w.BeginObject()
			w.Key("name").String(c.name)
			w.Key("href").String(c.url)
			w.EndObject()
		}
		w.EndArray()
	}
	if p.form != nil {
		w.Key("problems").Raw(string(form.AppendProblems(nil, p.form.problems)))
		w.Key("stamp").String(p.form.stamp)
	}
	w.EndObject()
	return append(w.Bytes(), '\n')
}

func (p problem) plain() []byte {
	out := p.title + "\n\n" + p.detail + "\n"
	for i, c := range p.there {
		if i == 0 {
			out += "\n"
		}
		out += "- " + visible(c.name) + " <" + c.url + ">\n"
	}
	return []byte(out)
}

// problemPage is the problem for people.
func (s *site) problemPage(lang *text.Language, p problem) []byte {
	t := &lang.Serve
	h := s.begin(lang, p.title, nil)
	s.bar(h, t.Overview, nil)
	h.main("lagrum-problem")
	h.heading("h1", p.title)
	h.paragraph(p.detail)
	if len(p.there) > 0 {
		h.heading("h2", t.ThereIs)
		h.choices("lagrum-there", p.there)
	}
	return h.end()
}
