package rights

import (
	"strconv"

	"github.com/lagrum/lagrum/internal/markup"
)

// JSON gives the copy in a structured, machine-readable form (GDPR Article
// 20(1)), with what is told of each kind of data.
func (c *Copy) JSON() []byte {
	w := jsonWriter{lang: c.Language}
	w.BeginObject()
	w.string("title", c.Title)
	w.string("lang", string(c.Language.Tag))
	w.Key("categories").BeginArray()
	for i := range c.Categories {
		w.category(&c.Categories[i])
	}
	w.EndArray()
	w.EndObject()
	return w.Bytes()
}

func (w *jsonWriter) category(k *Category) {
	w.BeginObject()
	w.string("datum", k.Datum)
	w.string("label", k.Label)
	w.Key("entries").BeginArray()
	for i := range k.Entries {
		e := &k.Entries[i]
		w.BeginObject()
		w.Key("value").String(e.Value)
		w.day("since", e.Since)
		w.string("source", e.Source)
		w.strings("recipients", e.Recipients)
		w.EndObject()
	}
	w.EndArray()
	w.strings("purposes", k.Purposes)
	w.strings("recipients", k.Recipients)
	w.strings("sources", k.Sources)
	w.strings("kept", k.Kept)
	w.EndObject()
}

// A Page is one page of a copy, as a whole HTML document.
type Page struct {
	Name string // the name of its file: "index.html", "data-1.html"
	HTML string // its content
}

// Pages gives the copy to read: a page that lists the kinds of data, and one page
// for each. They link to each other by name.
func (c *Copy) Pages() []Page {
	words := &c.Language.Request
	b := c.head(words.YourData)
	b = element(b, "p", words.YourDataIs)
	b = append(b, "<ul>\n"...)
	for i := range c.Categories {
		b = append(b, `<li><a href="`...)
		b = markup.AppendAttr(b, pageName(i))
		b = append(b, `">`...)
		b = markup.AppendText(b, c.Categories[i].Label)
		b = append(b, "</a></li>\n"...)
	}
	b = append(b, "</ul>\n"...)
	pages := []Page{{Name: "index.html", HTML: foot(b)}}
	for i := range c.Categories {
		pages = append(pages, Page{Name: pageName(i), HTML: c.page(&c.Categories[i])})
	}
	return pages
}

// pageName is made of a number, since ids could differ in case alone.
func pageName(i int) string { return "data-" + strconv.Itoa(i+1) + ".html" }

func (c *Copy) page(k *Category) string {
	l := c.Language
	b := c.head(k.Label)
	if len(k.Entries) == 0 {
		b = element(b, "p", l.Request.Nothing)
	} else {
		b = c.entries(b, k.Entries)
	}
	b = append(b, "<dl>\n"...)
	b = terms(b, l.Notice.Purpose, k.Purposes)
	b = terms(b, l.Data.Origin, k.Sources)
	b = terms(b, l.Notice.WhoGets, k.Recipients)
	b = terms(b, l.Notice.HowLong, k.Kept)
	b = append(b, "</dl>\n<p><a href=\"index.html\">"...)
	b = markup.AppendText(b, l.Request.YourData)
	return foot(append(b, "</a></p>\n"...))
}

// entries lists what is held, each with its day, source and recipients.
func (c *Copy) entries(b []byte, list []Entry) []byte {
	l := c.Language
	b = append(b, "<ul>\n"...)
	for i := range list {
		e := &list[i]
		b = append(b, "<li>"...)
		b = element(b, "p", e.Value)
		if !e.Since.IsZero() {
			b = element(b, "p", l.Rules.Date(e.Since))
		}
		if e.Source != "" {
			b = element(b, "p", l.Data.Origin+": "+e.Source)
		}
		if len(e.Recipients) > 0 {
			b = element(b, "p", l.Notice.WhoGets+": "+l.Rules.List(e.Recipients))
		}
		b = append(b, "</li>\n"...)
	}
	return append(b, "</ul>\n"...)
}

func (c *Copy) head(title string) []byte {
	b := append([]byte(nil), "<!DOCTYPE html>\n<html lang=\""...)
	b = markup.AppendAttr(b, string(c.Language.Tag))
	b = append(b, "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n"...)
	b = element(b, "title", title)
	b = append(b, "</head>\n<body>\n<main>\n"...)
	return element(b, "h1", title)
}

func foot(b []byte) string { return string(append(b, "</main>\n</body>\n</html>\n"...)) }

func element(b []byte, name, words string) []byte {
	b = append(b, '<')
	b = append(b, name...)
	b = append(b, '>')
	b = markup.AppendText(b, words)
	b = append(b, "</"...)
	b = append(b, name...)
	return append(b, ">\n"...)
}

func terms(b []byte, label string, list []string) []byte {
	if len(list) == 0 {
		return b
	}
	b = element(b, "dt", label)
	for _, words := range list {
		b = element(b, "dd", words)
	}
	return b
}
