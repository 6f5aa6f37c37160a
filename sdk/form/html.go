package form

import (
	"slices"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/locale"
)

// A Printer writes forms as HTML that works without script. The zero Printer
// is ready for use.
type Printer struct {
	// Action is the address that the form is sent to. Empty, or of a scheme that no link may have, means
	// the address of the page that it stands on.
	Action string
	// HeadingLevel is the level of the form's own heading; zero means 1. Groups go one level down.
	HeadingLevel int
	// IDPrefix stands before every id, so that ids do not clash with those of the page around; empty
	// means "form-".
	IDPrefix string
	// Summary is where the list of problems stands.
	Summary SummaryPlace
	// Stylesheet is the address of the stylesheet that a page links to. Empty means that the page carries
	// the stylesheet of package form inside, so that it is one file.
	Stylesheet string
	// Hidden are values that the host gets back with the answers, such as the time at which it showed
	// the form.
	Hidden []Value
	// NoticeURL is the address of the notice. Empty means that there is no link to it.
	NoticeURL string
	// Continue puts "Continue" on the button instead of what the form says, for the first of two parts.
	Continue bool
}

// A SummaryPlace is where the list of problems stands in a form.
type SummaryPlace uint8

// The places.
const (
	SummaryTop          SummaryPlace = iota // below the heading, as GOV.UK and webbriktlinjer.se have it
	SummaryBeforeSubmit                     // above the button, as Designsystemet.no has it
)

// A State is what a form is shown with: what was typed, and what must be
// mended. The zero State is an empty form. Like a [Value], it is not for logs.
type State struct {
	// Values are shown in their fields. Files are not, since no browser takes them; nor is what was typed
	// where a number is converted and not kept, if it is not of the kind that is kept.
	Values []Value
	// Problems are what Check gave.
	Problems []Problem
}

// String says that there is a state, and nothing of it.
func (State) String() string { return "form.State (redacted)" }

// GoString is String, for the verb %#v.
func (s State) GoString() string { return s.String() }

func (p *Printer) level() int { return min(max(p.HeadingLevel, 1), 6) }

// id gives the id of a part of a field; no part stands for its control, and no
// name for the form as a whole. What a slug cannot hold is written as _ and two
// hexadecimal figures; no part begins like that, so that no two ids are alike.
func (p *Printer) id(name, part string) string {
	const hex = "0123456789abcdef"
	id := []byte(p.IDPrefix)
	if p.IDPrefix == "" {
		id = []byte("form-")
	}
	for i := range len(name) {
		if c := name[i]; isAlphanumeric(c) || c == '-' {
			id = append(id, c)
		} else {
			id = append(id, '_', hex[c>>4], hex[c&15])
		}
	}
	if part != "" {
		id = append(append(id, '_'), part...)
	}
	return string(id)
}

// HTML writes the form as one section element, to be put into a page. It holds
// no style and no script, and all text is escaped.
func (p *Printer) HTML(d *Definition, s State) []byte {
	h := &html{out: make([]byte, 0, 1<<14), p: p, d: d, state: s, printed: printed(d)}
	h.begin("lagrum-form", d.Title)
	if p.Summary == SummaryTop {
		h.summary()
	}
	h.lead()
	h.form()
	h.raw("</section>\n")
	return h.out
}

// html appends to out. All text but constants is escaped.
type html struct {
	out   []byte
	p     *Printer
	d     *Definition
	state State

	printed []*Field // those that stand in the form
}

// A constant is markup that stands in this package's source. Its type keeps
// every other string out of raw.
type constant string

func (h *html) raw(c constant) *html { h.out = append(h.out, c...); return h }
func (h *html) text(s string) *html  { h.out = markup.AppendText(h.out, s); return h }
func (h *html) word(w word) *html    { return h.text(h.d.words[w]) }

// attr writes an attribute with a space before it.
func (h *html) attr(name constant, value string) *html {
	h.raw(" ").raw(name).raw(`="`)
	h.out = markup.AppendAttr(h.out, value)
	return h.raw(`"`)
}

// paragraph writes a text that is not empty.
func (h *html) paragraph(class constant, s string) {
	if s == "" {
		return
	}
	h.raw("<p")
	if class != "" {
		h.attr("class", string(class))
	}
	h.raw(">").text(s).raw("</p>\n")
}

var headingTags = [...]constant{"h1", "h2", "h3", "h4", "h5", "h6"}

// heading writes a heading so many levels below the form's own.
func (h *html) heading(below int, id, title string) {
	tag := headingTags[min(h.p.level()+below, len(headingTags))-1]
	h.raw("<").raw(tag)
	if id != "" {
		h.attr("id", id)
	}
	h.raw(">").text(title).raw("</").raw(tag).raw(">\n")
}

// begin opens the section of a form, or of what was received.
func (h *html) begin(class constant, title string) {
	id := h.p.id("", "title")
	h.raw(`<section class="`).raw(class).raw(`"`).attr("lang", string(h.d.Language)).attr("aria-labelledby", id).raw(">\n")
	h.heading(0, id, title)
}

// lead is what stands above the fields.
func (h *html) lead() {
	h.paragraph("lagrum-intro", h.d.Intro)
	h.notice()
	if h.allRequired() {
		h.paragraph("lagrum-all", h.d.words[wordAllRequired])
	}
}

func (h *html) notice() {
	if url, safe := markup.SafeURL(h.p.NoticeURL); safe {
		h.raw("<p><a").attr("href", url).raw(">").word(wordNotice).raw("</a></p>\n")
	}
}

func (h *html) form() {
	h.raw(`<form method="post"`)
	if url, safe := markup.SafeURL(h.p.Action); safe {
		h.attr("action", url)
	}
	if slices.ContainsFunc(h.printed, (*Field).isFile) {
		h.attr("enctype", "multipart/form-data")
	}
	h.raw(` accept-charset="utf-8" novalidate>` + "\n")
	for i := range h.p.Hidden {
		h.raw(`<input type="hidden"`).attr("name", h.p.Hidden[i].Name).attr("value", h.p.Hidden[i].Text).raw(">\n")
	}
	h.fields()
	h.trap()
	if h.p.Summary == SummaryBeforeSubmit {
		h.summary()
	}
	submit := h.d.Submit
	if h.p.Continue {
		submit = h.d.words[wordContinue]
	} else if trim(submit) == "" {
		submit = h.d.words[wordSend]
	}
	h.raw(`<p class="lagrum-submit"><button type="submit">`).text(submit).raw("</button></p>\n</form>\n")
}

// trap writes the field that people do not see, nor reach by the Tab key, nor
// hear. Whoever sees it without a stylesheet reads what to do.
func (h *html) trap() {
	id := h.p.id("", "website")
	h.raw(`<p class="lagrum-website" aria-hidden="true"><label`).attr("for", id).raw(">").word(wordTrap).raw("</label> <input type=\"text\"")
	h.attr("id", id).attr("name", TrapName).raw(` tabindex="-1" autocomplete="off"></p>` + "\n")
}

// printed lists the fields that stand in the form. Left out are those that a
// definition of anybody's making may have and that no answer can reach: a
// second of the same name, a choice of nothing, and what depends on a field
// that is not there.
func printed(d *Definition) []*Field {
	mayHold := func(c *Condition) bool { return c == nil || d.Field(c.Field) != nil }
	var list []*Field
	for i := range d.Fields {
		f := &d.Fields[i]
		g := d.group(f.Group)
		switch {
		case trim(f.Name) == "", d.Field(f.Name) != f, f.isSet() && len(f.choices()) == 0:
		case !mayHold(f.If), g != nil && !mayHold(g.If):
		case slices.ContainsFunc(f.NeedsYes, func(name string) bool { return d.Field(name) == nil }):
		default:
			list = append(list, f)
		}
	}
	return list
}

// choices gives the options that can be chosen: an empty value is no answer.
func (f *Field) choices() []Option {
	return slices.DeleteFunc(slices.Clone(f.Options), func(o Option) bool { return trim(o.Value) == "" })
}

// isSet reports whether the field is shown as a set of boxes or buttons.
func (f *Field) isSet() bool { return f.isChoice() && !f.isSelect() }

// mayBeEmpty reports whether the form can be sent without the field, as far as
// the field alone tells.
func (d *Definition) mayBeEmpty(f *Field) bool {
	if f.OneOf == "" {
		return !f.Required
	}
	for i := range d.Fields {
		if d.Fields[i].OneOf == f.OneOf && d.Fields[i].Required {
			return false
		}
	}
	return true
}

// allRequired reports whether there are several fields and every one must be
// filled in, whatever the answers. Otherwise those that may be left empty are
// marked.
func (h *html) allRequired() bool {
	return len(h.printed) > 1 && !slices.ContainsFunc(h.printed, func(f *Field) bool {
		g := h.d.group(f.Group)
		return !f.Required || f.OneOf != "" || f.If != nil || len(f.NeedsYes) > 0 || g != nil && g.If != nil
	})
}

// optional marks what may be left empty.
func (h *html) optional(may bool) {
	if may {
		h.raw(` <span class="lagrum-optional">`).word(wordOptional).raw("</span>")
	}
}

// labelOf is the label as it stands above a field.
func labelOf(f *Field) string {
	if trim(f.Label) == "" { // lint reports it; a control without a name helps nobody
		return f.Name
	}
	if f.isConsent() { // the words that people agree to stay as they are
		return f.Label
	}
	return locale.Capital(f.Label)
}
