package serve

import (
	"strings"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// A constant is markup that stands in this package's source. Its type keeps
// every other string out of raw.
type constant string

// html appends to out. All text but constants is escaped.
type html struct{ out []byte }

func (h *html) raw(c constant) *html { h.out = append(h.out, c...); return h }

func (h *html) text(s string) *html { h.out = markup.AppendText(h.out, s); return h }

// attr writes an attribute with a space before it.
func (h *html) attr(name constant, value string) *html {
	h.raw(" ").raw(name).raw(`="`)
	h.out = markup.AppendAttr(h.out, value)
	return h.raw(`"`)
}

// in writes the attribute lang, if the language is another than the page's.
func (h *html) in(tag locale.Tag) *html {
	if tag != "" {
		h.attr("lang", string(tag))
	}
	return h
}

func (h *html) heading(tag constant, s string) {
	h.raw("<").raw(tag).raw(">").text(s).raw("</").raw(tag).raw(">\n")
}

func (h *html) paragraph(s string) { h.raw("<p>").text(s).raw("</p>\n") }

// beginTools begins what stands between the header and the content: the service,
// and what can be chosen. It is a region of its own, so that nothing stands outside of all.
func (h *html) beginTools(service string) {
	h.raw("<section class=\"lagrum-tools\" aria-labelledby=\"service\">\n<div class=\"lagrum-tools-inner\">\n")
	h.raw(`<p class="lagrum-service" id="service">`).text(service).raw("</p>\n")
}

func (h *html) endTools() { h.raw("</div>\n</section>\n") }

// main begins the content of the page.
func (h *html) main(class constant) {
	h.raw(`<main id="content" tabindex="-1" class="lagrum-main `).raw(class).raw("\">\n")
}

// end ends the content and the page.
func (h *html) end() []byte {
	h.raw("</main>\n</body>\n</html>\n")
	return h.out
}

// A choice is one of several things that a reader can choose: a link.
type choice struct {
	name    string
	url     string
	lang    locale.Tag // the language of the name, if not the page's
	leads   locale.Tag // the language of what it leads to, if not the page's
	current bool       // it is what the reader sees
}

func (h *html) choice(c choice) {
	h.raw("<a").attr("href", c.url).in(c.lang)
	if c.leads != "" {
		h.attr("hreflang", string(c.leads))
	}
	if c.current {
		h.raw(` aria-current="page"`)
	}
	h.raw(">").text(c.name).raw("</a>")
}

func (h *html) choices(class constant, list []choice) {
	h.raw(`<ul class="`).raw(class).raw("\">\n")
	for _, c := range list {
		h.raw("<li>")
		h.choice(c)
		h.raw("</li>\n")
	}
	h.raw("</ul>\n")
}

// nav is a labelled row of choices. One choice is none.
func (h *html) nav(class constant, label string, list []choice) {
	if len(list) > 1 {
		h.labelled(class, label, list)
	}
}

// labelled is nav also for one choice.
func (h *html) labelled(class constant, label string, list []choice) {
	if len(list) == 0 {
		return
	}
	h.raw("<nav").raw(` class="lagrum-switch `).raw(class).raw(`"`).attr("aria-label", label).raw(">\n")
	h.raw(`<span class="lagrum-label" aria-hidden="true">`).text(label).raw("</span>\n")
	h.choices("lagrum-row", list)
	h.raw("</nav>\n")
}

// begin writes the head of a page and the link past its header. The alternates
// are the same page in other languages.
func (s *site) begin(lang *text.Language, title string, alternates []choice) *html {
	return s.beginIn(&s.style, lang, title, alternates)
}

// beginIn is begin with another stylesheet.
func (s *site) beginIn(style *asset, lang *text.Language, title string, alternates []choice) *html {
	h := &html{out: make([]byte, 0, 1<<14)}
	h.raw("<!DOCTYPE html>\n<html").attr("lang", string(lang.Tag)).raw(">\n<head>\n<meta charset=\"utf-8\">\n<title>").text(title)
	h.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	h.raw(`<link rel="stylesheet"`).attr("href", s.Base+style.path).raw(">\n")
	h.raw(`<link rel="icon" type="image/svg+xml"`).attr("href", s.Base+s.icon.path).raw(">\n")
	for _, c := range alternates {
		if !c.current {
			h.raw(`<link rel="alternate"`).attr("hreflang", string(c.leads)).attr("href", c.url).raw(">\n")
		}
	}
	h.raw("</head>\n<body class=\"lagrum-page lagrum-site\">\n")
	h.raw(`<a class="lagrum-skip" href="#content">`).text(lang.Serve.Skip).raw("</a>\n")
	return h
}

// bar is the top of every page: the way to the start page, and the languages.
// Without a link of its own the start page passes an empty overview.
func (s *site) bar(h *html, overview string, languages []choice) {
	h.raw("<header class=\"lagrum-bar\">\n<div class=\"lagrum-bar-inner\">\n")
	h.raw(`<p class="lagrum-brand"><a`).attr("href", s.Base+"/").raw(`><span class="lagrum-mark" aria-hidden="true">§</span> `)
	h.text(overview).raw("</a></p>\n")
	h.languages(languages)
	h.raw("</div>\n</header>\n")
}

// languages is the switch of languages, each by its own name. It needs no
// visible label: the names tell what they are.
func (h *html) languages(list []choice) {
	if len(list) < 2 {
		return
	}
	h.raw(`<nav class="lagrum-languages"`)
	for _, c := range list {
		if c.current {
			h.attr("aria-label", text.In(c.leads).Serve.Language)
		}
	}
	h.raw(">\n")
	h.choices("lagrum-row", list)
	h.raw("</nav>\n")
}

// selection is a labelled list to choose from; the first entry chooses nothing, if
// there is a name for that.
func (h *html) selection(name constant, label, nothing string, list []option) {
	h.raw("<p class=\"lagrum-pick\"><label for=\"choose-").raw(name).raw(`">`).text(label).raw("</label>\n")
	h.raw(`<select id="choose-`).raw(name).raw(`" name="`).raw(name).raw("\">\n")
	if nothing != "" {
		h.raw(`<option value="">`).text(nothing).raw("</option>\n")
	}
	for _, o := range list {
		h.raw("<option").attr("value", o.value)
		if o.selected {
			h.raw(" selected")
		}
		h.raw(">").text(o.label).raw("</option>\n")
	}
	h.raw("</select></p>\n")
}

// An option is an entry of a selection.
type option struct {
	value, label string
	selected     bool
}

// visible replaces what a terminal could obey in a line of plain text.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			return ' '
		}
		return r
	}, s)
}
