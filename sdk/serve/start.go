package serve

import (
	"net/http"
	"strconv"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// startLanguage is the language of the start page, and of answers that belong
// to no policy.
func (s *site) startLanguage(r *http.Request) *text.Language {
	if tag, ok := declared(s.tags, r.URL.Query().Get("lang")); ok {
		return text.In(tag)
	}
	return text.In(s.languages.Match(header(r, "Accept-Language")))
}

// start answers with the start page: every service as a card.
func (s *site) start(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query().Get("lang")
	vary(w.Header(), asked != "", true)
	lang := s.startLanguage(r)
	languages := s.startLanguages(lang.Tag)
	if _, ok := declared(s.tags, asked); asked != "" && !ok {
		s.fail(w, r, lang, *s.missing(&lang.Serve, lang.Serve.NoLanguage, s.startLanguages("")))
		return
	}
	w.Header().Set("Content-Language", string(lang.Tag))
	send(w, r, htmlType, s.startPage(lang, languages))
}

func (s *site) startLanguages(current locale.Tag) []choice {
	var list []choice
	for _, tag := range s.tags {
		list = append(list, languageChoice(tag, s.Base+"/?lang="+string(tag), tag == current))
	}
	return list
}

func (s *site) startPage(lang *text.Language, languages []choice) []byte {
	t := &lang.Serve
	title := s.Title.In(lang.Tag)
	if title == "" {
		title = t.Title
	}
	h := s.begin(lang, title, languages)
	s.bar(h, "Lagrum", languages)
	h.main("lagrum-start")
	h.raw("<header class=\"lagrum-opening\">\n")
	h.heading("h1", title)
	h.paragraph(t.Intro)
	h.raw("</header>\n<ul class=\"lagrum-cards\">\n")
	for _, e := range s.entries {
		h.raw("<li>\n")
		s.card(h, lang, e)
		h.raw("</li>\n")
	}
	h.raw("</ul>\n")
	return h.end()
}

// card shows one service: what it is, how much there is to read, and every
// version of its notice. Its own words are in the page's language if the policy
// has that.
func (s *site) card(h *html, lang *text.Language, e *entry) {
	t := &lang.Serve
	tag := e.languages.Match(string(lang.Tag))
	other := tag
	if tag == lang.Tag {
		other = ""
	}
	id := "service-" + e.Doc.ID
	h.raw(`<article class="lagrum-card"`).attr("aria-labelledby", id).raw(">\n<h2").attr("id", id).raw(">")
	h.choice(choice{name: serviceName(e.Doc, tag), url: s.address(e, query{lang: tag}), lang: other, leads: tag})
	h.raw("</h2>\n")
	if summary := e.Doc.Summary.In(tag); summary != "" {
		h.raw(`<p class="lagrum-summary"`).in(other).raw(">").text(summary).raw("</p>\n")
	}
	h.raw("<ul class=\"lagrum-counts\">\n")
	for _, count := range []struct {
		words locale.Plural
		n     int
	}{{t.Activities, len(e.Doc.Activities)}, {t.Data, len(e.Doc.Data)}, {t.Languages, len(e.Doc.Languages)}} {
		h.raw("<li>").text(counted(lang, count.words, count.n)).raw("</li>\n")
	}
	h.raw("</ul>\n")
	s.versions(h, e)
	s.cardForms(h, lang, e, tag)
	s.publishedLink(h, lang, e)
	s.cardFoot(h, t, e, tag)
	h.raw("</article>\n")
}

// versions lists languages and, in the words of each, its layers.
func (s *site) versions(h *html, e *entry) {
	h.raw("<dl class=\"lagrum-versions\">\n")
	for _, tag := range e.Doc.Languages {
		h.raw("<div").attr("lang", string(tag)).raw(">\n<dt>").text(text.In(tag).Name).raw("</dt>\n<dd>\n")
		list := s.layerChoices(e, query{lang: tag})
		for i := range list {
			list[i].leads = tag
		}
		h.choices("lagrum-row", list)
		h.raw("</dd>\n</div>\n")
	}
	h.raw("</dl>\n")
}

// cardForms lists the forms of a service.
func (s *site) cardForms(h *html, lang *text.Language, e *entry, tag locale.Tag) {
	list := s.formChoices(e, query{lang: tag})
	if len(list) == 0 {
		return
	}
	h.raw("<div class=\"lagrum-card-forms\">\n<p class=\"lagrum-label\">").text(lang.Form.Forms).raw("</p>\n")
	for i := range list {
		list[i].leads = tag
		if tag != lang.Tag {
			list[i].lang = tag
		}
	}
	h.choices("lagrum-row", list)
	h.raw("</div>\n")
}

func (s *site) cardFoot(h *html, t *text.Serve, e *entry, tag locale.Tag) {
	h.raw("<p class=\"lagrum-card-foot\"><span class=\"lagrum-label\">").text(t.Formats).raw("</span>\n")
	for _, f := range formats[1:] {
		h.choice(choice{name: formatName(t, f.name), url: s.address(e, query{lang: tag, format: f.name}), leads: tag})
		h.raw("\n")
	}
	if e.Source != nil {
		h.choice(choice{name: t.File, url: s.fileAddress(e, query{lang: tag})})
		h.raw("\n")
	}
	h.raw("</p>\n")
}

// counted says how many there are of something.
func counted(lang *text.Language, words locale.Plural, n int) string {
	return locale.Format(lang.Rules.Plural.Pick(words, n), locale.Arg{Name: "n", Value: strconv.Itoa(n)})
}
