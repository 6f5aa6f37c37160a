package bundle

import (
	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
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

func (h *html) end() []byte { return h.raw("</main>\n</body>\n</html>\n").out }

// styleName is the file with the look of all pages.
const styleName = "page.css"

// style adds it.
func (b *bundle) style() {
	b.put(styleName, []byte(notice.Stylesheet+form.Stylesheet+form.PageStylesheet))
}

// begin begins a page of a policy's folder, with the stylesheet and the script of a
// widget, if there are any, and what that asks for as soon as it runs.
func (b *bundle) begin(tag locale.Tag, title, widget string, asked ...string) *html {
	return b.beginAt("../", tag, title, widget, asked...)
}

func (b *bundle) beginAt(top string, tag locale.Tag, title, widget string, asked ...string) *html {
	h := &html{out: make([]byte, 0, 1<<14)}
	h.raw("<!DOCTYPE html>\n<html").attr("lang", string(tag)).raw(">\n<head>\n<meta charset=\"utf-8\">\n<title>").text(title)
	h.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	if a, ok := b.widgets.find(widget + ".css"); ok {
		h.raw(`<link rel="stylesheet"`).attr("href", top+"widgets/"+a.File).attr("integrity", a.Integrity).raw(">\n")
	}
	h.raw(`<link rel="stylesheet"`).attr("href", top+styleName).raw(">\n")
	if a, ok := b.widgets.find(widget + ".js"); ok {
		h.raw(`<script type="module"`).attr("src", top+"widgets/"+a.File).attr("integrity", a.Integrity).raw("></script>\n")
	}
	for _, name := range asked {
		h.raw(`<link rel="preload" as="fetch"`).attr("href", name).raw(" crossorigin>\n")
	}
	return h.raw("</head>\n<body class=\"lagrum-page\">\n<main>\n")
}

// A link leads to a page of the bundle.
type link struct {
	tag         locale.Tag
	title, path string
}

// list notes a page for the index.
func (b *bundle) list(doc *policy.Document, tag locale.Tag, title, path string) {
	if b.links == nil {
		b.links = map[string][]link{}
	}
	b.links[doc.ID] = append(b.links[doc.ID], link{tag, title, path})
}

// index adds the page that leads to all others. It is in the first language of the
// first policy; each link is in the language of what it leads to.
func (b *bundle) index(docs []*policy.Document) {
	tag := locale.Tag("en")
	if len(docs) > 0 && len(docs[0].Languages) > 0 {
		tag = docs[0].Languages[0]
	}
	t := &text.In(tag).Serve
	h := b.beginAt("", tag, t.Title, "notice")
	h.raw("<div class=\"lagrum-notice\">\n<h1>").text(t.Title).raw("</h1>\n<p>").text(t.Intro).raw("</p>\n")
	for _, doc := range docs {
		h.raw("<section>\n<h2")
		if len(doc.Languages) > 0 && doc.Languages[0] != tag {
			h.attr("lang", string(doc.Languages[0]))
		}
		h.raw(">").text(titleOf(doc)).raw("</h2>\n<ul>\n")
		for _, l := range b.links[doc.ID] {
			h.raw("<li><a").attr("href", l.path).attr("hreflang", string(l.tag)).attr("lang", string(l.tag)).raw(">").text(l.title).raw("</a></li>\n")
		}
		h.raw("</ul>\n</section>\n")
	}
	b.put("index.html", h.raw("</div>\n").end())
}

func titleOf(doc *policy.Document) string {
	if len(doc.Languages) > 0 {
		if title := doc.Title.In(doc.Languages[0]); title != "" {
			return title
		}
	}
	return doc.ID
}
