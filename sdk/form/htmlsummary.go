package form

import (
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/sdk/locale"
)

// summary writes the list of problems, each a link to the control that it is
// about (WCAG 2.2 technique G139). It takes the focus when the page comes, so
// that it is read out and seen first; that is why it is no alert, which would
// be read out twice.
func (h *html) summary() {
	if len(h.state.Problems) == 0 {
		return
	}
	id := h.p.id("", "problems")
	h.raw(`<section class="lagrum-problems"`).attr("id", h.p.id("", "summary")).attr("aria-labelledby", id).raw(` tabindex="-1" autofocus>` + "\n")
	h.heading(1, id, h.summaryTitle())
	h.raw("<ul>\n")
	for _, p := range h.inOrder() {
		h.raw("<li>")
		if h.isPrinted(p.Field) {
			h.raw("<a").attr("href", "#"+h.p.id(p.Field, "")).raw(">").text(p.Message).raw("</a>")
		} else {
			h.text(p.Message)
		}
		h.raw("</li>\n")
	}
	h.raw("</ul>\n</section>\n")
}

// summaryTitle counts the problems; where none is in a field, there is nothing
// to mend, and it says that the form was not received.
func (h *html) summaryTitle() string {
	mendable := false
	for i := range h.state.Problems {
		mendable = mendable || h.state.Problems[i].Field != ""
	}
	if !mendable {
		return h.d.words[wordNotReceived]
	}
	n := len(h.state.Problems)
	w := wordSummaryOther
	if pluralOf(h.d.Language).IsOne(n) {
		w = wordSummaryOne
	}
	return h.d.say(w, locale.Arg{Name: "n", Value: strconv.Itoa(n)})
}

// pluralOf is the rule of the language. It stands here, and a test holds it to
// package text, since a browser has no package text.
func pluralOf(tag locale.Tag) locale.PluralRule {
	if tag.Base() == locale.IS {
		return locale.OneEndsWith1
	}
	return locale.OneOther
}

// inOrder gives the problems as the page has their fields, with those of the
// whole form first.
func (h *html) inOrder() []*Problem {
	var list []*Problem
	for i := range h.state.Problems {
		if p := &h.state.Problems[i]; !h.isPrinted(p.Field) {
			list = append(list, p)
		}
	}
	for _, f := range h.onPage() {
		for i := range h.state.Problems {
			if p := &h.state.Problems[i]; p.Field == f.Name {
				list = append(list, p)
			}
		}
	}
	return list
}

func (h *html) isPrinted(name string) bool {
	return slices.ContainsFunc(h.printed, func(f *Field) bool { return f.Name == name })
}

// problemsOf lists those of the field, also where it shares them with others.
func (h *html) problemsOf(f *Field) []*Problem {
	var list []*Problem
	for i := range h.state.Problems {
		if p := &h.state.Problems[i]; p.Field == f.Name || slices.Contains(p.Others, f.Name) {
			list = append(list, p)
		}
	}
	return list
}
