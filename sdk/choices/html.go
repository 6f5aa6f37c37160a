package choices

import (
	"strings"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// HTML gives what stands inside the element <lagrum-choices>: the question, which does
// not stand in the way of the page, the details, and room for notes. All but the button
// that opens the choices is hidden: without script nothing is asked and nothing
// stored. Nothing is chosen beforehand (GDPR recital 32), and a no is as easy as a
// yes, and looks like it.
func (p *Panel) HTML() []byte {
	l := text.In(p.Language)
	if l == nil {
		return nil
	}
	h := &html{l: l, t: &l.Panel, tag: string(p.Language), several: len(p.Choices) > 1}
	h.raw("<section").attr("aria-label", l.Consent.Choices).lang().raw(">\n<p class=\"lagrum-said\" role=\"status\"></p>\n")
	h.raw(`<button type="button" class="lagrum-open" data-lagrum-open>`).text(l.Consent.Choices).raw("</button>\n")
	h.ask(p)
	h.raw("<div class=\"lagrum-bar\" data-lagrum-part=\"note\" hidden>\n<p></p>\n")
	h.buttons(h.opens(l.Consent.Choices), h.does("reload", h.t.Reload), h.does("close", h.t.Close))
	h.raw("</div>\n")
	h.details(p)
	return h.raw("</section>\n").out
}

type html struct {
	out     []byte
	l       *text.Language
	t       *text.Panel
	tag     string
	several bool
}

func (h *html) raw(s string) *html {
	h.out = append(h.out, s...)
	return h
}

func (h *html) text(s string) *html {
	h.out = markup.AppendText(h.out, s)
	return h
}

func (h *html) attr(name, value string) *html {
	h.out = append(h.out, " "+name+`="`...)
	h.out = markup.AppendAttr(h.out, value)
	return h.raw(`"`)
}

func (h *html) lang() *html { return h.attr("lang", h.tag) }

func (h *html) paragraph(s string) *html {
	if s == "" {
		return h
	}
	return h.raw("<p>").text(s).raw("</p>\n")
}

// A button is its attributes and what stands on it.
type button struct{ does, says string }

func (h *html) does(what, says string) button {
	return button{` data-lagrum-do="` + what + `"`, says}
}

func (h *html) opens(says string) button { return button{" data-lagrum-open", says} }

func (h *html) yesAndNo() (yes, no button) {
	if h.several {
		return h.does("yes", h.t.YesToAll), h.does("no", h.t.NoToAll)
	}
	return h.does("yes", h.t.Yes), h.does("no", h.t.No)
}

func (h *html) buttons(list ...button) {
	h.raw("<div class=\"lagrum-buttons\">\n")
	for _, b := range list {
		h.raw(`<button type="button" class="lagrum-button"`).raw(b.does).raw(">").text(b.says).raw("</button>\n")
	}
	h.raw("</div>\n")
}

// ask is the question as it is first put.
func (h *html) ask(p *Panel) {
	h.raw("<div class=\"lagrum-bar\" data-lagrum-part=\"ask\" hidden>\n<h2>").text(h.t.Title).raw("</h2>\n").paragraph(h.t.Intro)
	h.raw("<ul>\n")
	for i := range p.Choices {
		c := &p.Choices[i]
		h.raw("<li").attr("data-lagrum-choice", c.ID).raw("><strong>").text(c.title()).raw(":</strong> ").text(c.Text).raw("<em></em></li>\n")
	}
	h.raw("</ul>\n")
	yes, no := h.yesAndNo()
	h.buttons(yes, no, h.opens(h.t.Choose))
	h.raw("</div>\n")
}

// title names what a choice is for.
func (c *Choice) title() string {
	if c.Title != "" {
		return locale.Capital(c.Title)
	}
	return c.ID
}

// details shows each choice with all there is to know of it.
func (h *html) details(p *Panel) {
	h.raw("<dialog class=\"lagrum-dialog\" aria-labelledby=\"lagrum-choices\">\n")
	h.raw(`<h2 id="lagrum-choices" tabindex="-1" autofocus>`).text(h.l.Consent.Choices).raw("</h2>\n").paragraph(h.t.Intro)
	for i := range p.Choices {
		h.choice(&p.Choices[i])
	}
	if len(p.Necessary) > 0 {
		h.raw("<section>\n<h3>").text(h.t.Always).raw("</h3>\n").paragraph(h.t.AlwaysIs)
		h.more(h.t.Always)
		h.technologies(p.Necessary)
		h.raw("</dl>\n</details>\n</section>\n")
	}
	yes, no := h.yesAndNo()
	h.buttons(yes, no, h.does("save", h.l.Consent.SaveChoices), h.does("close", h.t.Close))
	h.raw("</dialog>\n")
}

func (h *html) choice(c *Choice) {
	id := "lagrum-choice-" + c.ID
	h.raw("<section").attr("data-lagrum-choice", c.ID).raw(">\n<h3><input type=\"checkbox\"").attr("id", id).attr("aria-describedby", id+"-is")
	h.raw("><label").attr("for", id).raw(">").text(c.title()).raw("</label></h3>\n")
	h.raw("<p").attr("id", id+"-is").raw(">").text(c.Text).raw(" ").text(strings.Join(c.Question.Purposes, " ")).raw("</p>\n<em></em>\n")
	h.more(c.title())
	h.term(h.l.Notice.Controller, c.Controllers...)
	h.term(h.l.Consent.About, c.Data...)
	h.term(h.l.Data.ConsentTo, c.Audience)
	h.term(h.t.Kept, c.Kept...)
	h.term(h.l.Data.Alternative, c.Instead)
	h.term(h.l.Data.Withdraw, c.Withdraw)
	h.technologies(c.Technologies)
	h.raw("</dl>\n</details>\n</section>\n")
}

// more begins what opens to more. What it is about is read out with it.
func (h *html) more(about string) {
	h.raw("<details>\n<summary>").text(h.t.More).raw(`<span class="lagrum-said"> – `).text(about).raw("</span></summary>\n<dl>\n")
}

func (h *html) technologies(list []Technology) {
	for i := range list {
		t := &list[i]
		name := t.Name
		if t.Kind != "" {
			name += " (" + t.Kind + ")"
		}
		h.term(h.t.Technique, name, t.Purpose)
		h.provider(t)
		h.term(h.l.Consent.About, t.Data...)
		h.term(h.t.Kept, t.Kept)
		h.term(h.t.Names, strings.Join(t.Stored, ", "))
		h.term(h.t.Refuse, t.Refuse)
	}
}

func (h *html) provider(t *Technology) {
	url, safe := markup.SafeURL(t.Notice)
	if t.Provider == "" || !safe {
		h.term(h.t.By, t.Provider)
		return
	}
	h.raw("<dt>").text(h.t.By).raw("</dt>\n<dd><a").attr("href", url).raw(` rel="noreferrer">`).text(t.Provider).raw("</a></dd>\n")
}

// term writes a term with what is said of it; nothing if nothing is.
func (h *html) term(label string, said ...string) {
	first := true
	for _, s := range said {
		if s == "" {
			continue
		}
		if first {
			h.raw("<dt>").text(label).raw("</dt>\n")
			first = false
		}
		h.raw("<dd>").text(s).raw("</dd>\n")
	}
}

// held is what stands in the place of a frame that waits for the choice.
func (h *html) held(c *Choice) string {
	words := h.t.Held
	for i := range c.Technologies {
		if by := c.Technologies[i].Provider; by != "" {
			words = locale.Format(h.t.HeldFrom, locale.Arg{Name: "provider", Value: by})
			break
		}
	}
	h.raw(`<div class="lagrum-held"`).lang().raw(">\n").paragraph(words).paragraph(c.Text)
	h.buttons(h.does("once", h.t.Once), h.does("allow", locale.Format(h.t.Allow, locale.Arg{Name: "purpose", Value: c.title()})))
	return string(h.raw("</div>\n").out)
}
