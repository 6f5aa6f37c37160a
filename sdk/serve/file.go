package serve

import (
	"bytes"
	"net/http"
	"strconv"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// fileAddress is the address of the page that shows the policy file.
func (s *site) fileAddress(e *entry, q query) string {
	return s.Base + "/" + e.Doc.ID + "/policy" + query{lang: q.lang}.encode()
}

// open gives the policy of a request, if its file is published.
func (s *site) open(r *http.Request) *entry {
	if e := s.byID[r.PathValue("policy")]; e != nil && e.Source != nil {
		return e
	}
	return nil
}

// file answers with the policy file as its author wrote it (RFC 9512).
func (s *site) file(w http.ResponseWriter, r *http.Request) {
	e := s.open(r)
	if e == nil {
		s.noPage(w, r)
		return
	}
	w.Header().Set("Content-Disposition", `inline; filename="`+e.Doc.ID+`.yaml"`)
	send(w, r, "text/yaml; charset=utf-8", e.Source)
}

// filePage answers with a page that shows the policy file line by line.
func (s *site) filePage(w http.ResponseWriter, r *http.Request) {
	e := s.open(r)
	if e == nil {
		s.noPage(w, r)
		return
	}
	q, explicit, p := s.read(e, r)
	vary(w.Header(), explicit, true)
	lang := text.In(q.lang)
	if p != nil {
		s.fail(w, r, lang, *p)
		return
	}
	w.Header().Set("Content-Language", string(q.lang))
	send(w, r, htmlType, s.linesPage(e, q, lang))
}

func (s *site) linesPage(e *entry, q query, lang *text.Language) []byte {
	t := &lang.Serve
	var languages []choice
	for _, tag := range e.Doc.Languages {
		languages = append(languages, languageChoice(tag, s.fileAddress(e, query{lang: tag}), tag == q.lang))
	}
	name := serviceName(e.Doc, q.lang)
	h := s.begin(lang, t.File+": "+name, languages)
	s.bar(h, t.Overview, languages)
	h.main("lagrum-file")
	h.raw("<p class=\"lagrum-service\">").text(name).raw("</p>\n")
	h.heading("h1", t.File)
	h.paragraph(t.FileIntro)
	h.choices("lagrum-row", []choice{
		{name: t.Notice, url: s.address(e, query{lang: q.lang})},
		{name: t.FileAlone, url: s.Base + "/" + e.Doc.ID + "/policy.yaml"},
	})
	if e.Checked {
		s.check(h, lang, e.Findings, linePlace(lang))
	}
	h.raw("<ol class=\"lagrum-lines\">\n")
	lines := bytes.Split(bytes.TrimRight(e.Source, "\r\n"), []byte("\n"))
	for i, line := range lines {
		h.raw("<li").attr("id", lineID(i+1)).raw("><code>").text(string(bytes.TrimRight(line, "\r"))).raw("</code></li>\n")
	}
	h.raw("</ol>\n")
	return h.end()
}

// check says what the check of a file has found. Its messages are in English.
// The function gives the place on the page that a finding is about, if any.
func (s *site) check(h *html, lang *text.Language, found diag.List, place func(*diag.Finding) (choice, bool)) {
	t := &lang.Serve
	h.raw("<section class=\"lagrum-check\" aria-labelledby=\"check\">\n<h2 id=\"check\">").text(t.Check).raw("</h2>\n")
	h.paragraph(locale.Format(t.CheckIs,
		locale.Arg{Name: "errors", Value: counted(lang, t.Errors, found.Count(diag.Error))},
		locale.Arg{Name: "warnings", Value: counted(lang, t.Warnings, found.Count(diag.Warning))},
		locale.Arg{Name: "hints", Value: counted(lang, t.Hints, found.Count(diag.Info))},
	))
	h.paragraph(t.CheckLimits)
	if len(found) > 0 {
		h.raw("<ul class=\"lagrum-findings\">\n")
		for i := range found {
			c, ok := place(&found[i])
			s.finding(h, &found[i], c, ok)
		}
		h.raw("</ul>\n")
	}
	h.raw("</section>\n")
}

// linePlace gives the line of the file that a finding is about.
func linePlace(lang *text.Language) func(*diag.Finding) (choice, bool) {
	return func(f *diag.Finding) (choice, bool) {
		n := f.Position.Line
		name := locale.Format(lang.Serve.Line, locale.Arg{Name: "n", Value: strconv.Itoa(n)})
		return choice{name: name, url: "#" + lineID(n)}, n > 0
	}
}

func (s *site) finding(h *html, f *diag.Finding, place choice, known bool) {
	h.raw(`<li class="lagrum-`).raw(severityClass(f.Severity)).raw(`">`)
	if known {
		h.choice(place)
		h.raw(" ")
	}
	h.raw(`<span lang="en"><strong>`).text(f.Severity.String()).raw(":</strong> ").text(f.Message)
	h.raw("</span> <code>")
	if _, ok := lint.Explain(f.Code); ok {
		h.choice(choice{name: f.Code, url: s.ruleAddress(f.Code), leads: locale.EN})
	} else {
		h.text(f.Code)
	}
	h.raw("</code></li>\n")
}

func severityClass(s diag.Severity) constant {
	switch s {
	case diag.Error:
		return "error"
	case diag.Warning:
		return "warning"
	}
	return "hint"
}

func lineID(n int) string { return "line-" + strconv.Itoa(n) }
