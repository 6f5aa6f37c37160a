package consent

import (
	"cmp"
	_ "embed"
	"slices"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// Stylesheet is the stylesheet of receipts and of the page on which a consent is
// taken back. It stands after [form.Stylesheet] and [form.PageStylesheet], which it needs.
//
//go:embed consent.css
var Stylesheet string

// A Printer writes receipts, and the page on which a consent is taken back, as
// HTML that works without script. The zero Printer is ready for use.
type Printer struct {
	// HeadingLevel is the level of the first heading; zero means 1. Answers go one level down.
	HeadingLevel int
	// IDPrefix stands before every id; empty means "consent-".
	IDPrefix string
	// Stylesheets are the addresses of the stylesheets that a page links to. Without any, the page carries its
	// own inside, so that it is one file.
	Stylesheets []string
	// Signed is the signed receipt, such as a JWS, that a page carries for whoever wants to check it; may be
	// empty. It must hold no markup: JSON as package receipt writes it.
	Signed string
	// Download is the address of the receipt as a file; may be empty.
	Download string
	// Form is the address of the form on which somebody who took a consent back can say yes again; may be empty.
	Form string
}

// Receipt writes the receipt as one section element, to be put into a page. It
// is empty for a language that there are no words for.
func (p *Printer) Receipt(r *Receipt) []byte {
	if l := text.In(r.Language); l != nil {
		return p.ReceiptIn(r, l)
	}
	return nil
}

// ReceiptIn writes what [Printer.Receipt] does in the words that it is given, for
// a host that has those of one language only: l.Tag, l.Rules, l.Consent, and the
// kinds of consent in l.Data.
func (p *Printer) ReceiptIn(r *Receipt, l *text.Language) []byte {
	h := &html{p: p, lang: l}
	h.begin("lagrum-form lagrum-receipt", string(r.Language), l.Consent.Receipt)
	h.paragraph("lagrum-intro", introduction(r, &l.Consent))
	h.raw("<dl class=\"lagrum-answers\">\n")
	h.fact(l.Consent.Organiser, r.Organiser)
	h.fact(l.Consent.PolicyVersion, named(r.Policy, r.Version))
	h.raw("</dl>\n")
	for i := range r.Items {
		h.item(&r.Items[i])
	}
	h.paragraph("", l.Consent.Print)
	if p.Signed != "" || p.Download != "" {
		h.paragraph("", l.Consent.Verify)
	}
	h.link(p.Download, l.Consent.Download)
	h.raw("</section>\n")
	return h.out
}

// introduction says what a receipt is, and of its links if it has any.
func introduction(r *Receipt, w *text.Consent) string {
	if slices.ContainsFunc(r.Items, func(item Item) bool { return item.link() != "" }) {
		return w.ReceiptIs + " " + w.ReceiptLinks
	}
	return w.ReceiptIs
}

// link is the address that takes the consent back, if there is one to take back.
func (item *Item) link() string {
	if url, safe := markup.SafeURL(item.Withdraw); safe && item.Record.Status.Counts() {
		return url
	}
	return ""
}

// ReceiptPage writes the receipt as a whole HTML page, to be printed or kept.
func (p *Printer) ReceiptPage(r *Receipt) []byte {
	l := text.In(r.Language)
	if l == nil {
		return nil
	}
	return p.page(l, l.Consent.Receipt, p.Receipt(r))
}

func named(name, version string) string {
	if version == "" {
		return name
	}
	if name == "" {
		return version
	}
	return name + ", " + version
}

// item writes one answer.
func (h *html) item(item *Item) {
	r := &item.Record
	q := &r.Question
	h.raw(`<article class="lagrum-answered"`).attr("data-status", string(r.Status)).raw(">\n")
	h.heading(1, cmp.Or(q.Title, q.Label))
	h.raw(`<p class="lagrum-status"><strong>`).text(h.status(r)).raw("</strong> ").text(Kind(q.Kind, h.lang)).raw("</p>\n")
	h.quote(cmp.Or(r.Said, q.Text, q.Label))
	h.facts(r)
	h.link(item.link(), h.lang.Consent.TakeBack)
	h.raw("</article>\n")
}

// Kind says what kind of consent it is, in words: "Explicit consent".
func Kind(k policy.ConsentKind, l *text.Language) string {
	switch k {
	case policy.ExplicitConsent:
		return l.Data.Explicit
	case policy.SecrecyWaiver:
		return l.Data.SecrecyWaiver
	case policy.DeviceStorage:
		return l.Data.DeviceStorage
	}
	return l.Data.Ordinary
}

func (h *html) quote(s string) {
	if s != "" {
		h.raw("<blockquote><p>").text(s).raw("</p></blockquote>\n")
	}
}

func (h *html) status(r *Record) string {
	w := &h.lang.Consent
	switch r.Status {
	case Given, Renewed:
		return w.YouSaidYes
	case Refused:
		return w.YouSaidNo
	case Withdrawn:
		return w.YouWithdrew
	case Expired:
		return w.HasExpired
	case Invalidated:
		return w.DoesNotCount
	}
	return w.NotAnswered
}

func (h *html) facts(r *Record) {
	w, q := &h.lang.Consent, &r.Question
	h.raw("<dl class=\"lagrum-answers\">\n")
	h.fact(w.For, q.Purposes...)
	h.fact(w.About, h.lang.Rules.List(q.Data))
	h.fact(w.To, h.lang.Rules.List(q.Controllers), q.Audience)
	if r.Status.Counts() { // without a yes nothing is kept
		h.fact(w.Kept, q.Kept...)
	}
	h.fact(w.When, instant(cmp.Or(r.Answered, r.At), h.lang))
	if r.Status == Withdrawn {
		h.fact(w.YouWithdrew, instant(r.At, h.lang))
	}
	if r.Status != Refused { // an empty box is no act
		h.fact(w.How, Act(r.Act, h.lang))
	}
	if r.Status.Counts() && !r.Until.IsZero() {
		h.fact(w.Until, h.lang.Rules.Date(r.Until))
	}
	var notes []string
	for i := range r.Reasons {
		if r.Reasons[i].Voids { // the others are for who asks
			notes = append(notes, r.Reasons[i].In(h.lang))
		}
	}
	h.fact(w.Note, notes...)
	h.fact(w.Number, r.ID)
	h.raw("</dl>\n")
}

// instant says day and time; the offset is told where it is not that of the
// reader's clock, which nobody here knows, so always.
func instant(at string, l *text.Language) string {
	day, ok := dayOf(at)
	if !ok {
		return at
	}
	zone := at[len("2006-01-02T15:04:05"):]
	zone = fraction(zone)
	if zone == "Z" {
		zone = "+00:00"
	}
	return l.Rules.Date(day) + " " + at[11:16] + " (UTC" + zone + ")"
}

// html appends to out. All text but constants is escaped.
type html struct {
	out  []byte
	p    *Printer
	lang *text.Language
}

// A constant is markup that stands in this package's source.
type constant string

func (h *html) raw(c constant) *html { h.out = append(h.out, c...); return h }
func (h *html) text(s string) *html  { h.out = markup.AppendText(h.out, s); return h }

func (h *html) attr(name constant, value string) *html {
	h.raw(" ").raw(name).raw(`="`)
	h.out = markup.AppendAttr(h.out, value)
	return h.raw(`"`)
}

func (h *html) begin(class constant, language, title string) {
	prefix := h.p.IDPrefix
	if prefix == "" {
		prefix = "consent-"
	}
	h.raw(`<section class="`).raw(class).raw(`"`).attr("lang", language).attr("aria-labelledby", prefix+"title").raw(">\n")
	tag := h.tag(0)
	h.raw("<").raw(tag).attr("id", prefix+"title").raw(">").text(title).raw("</").raw(tag).raw(">\n")
}

func (h *html) heading(below int, title string) {
	tag := h.tag(below)
	h.raw("<").raw(tag).raw(">").text(title).raw("</").raw(tag).raw(">\n")
}

func (h *html) tag(below int) constant {
	tags := [...]constant{"h1", "h2", "h3", "h4", "h5", "h6"}
	return tags[min(max(h.p.HeadingLevel, 1)+below, len(tags))-1]
}

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

// fact writes a label and what it tells, if it tells anything.
func (h *html) fact(label string, told ...string) {
	first := true
	for _, s := range told {
		if s == "" {
			continue
		}
		if first {
			h.raw("<div><dt>").text(label).raw("</dt>")
		}
		first = false
		h.raw("<dd>").text(s).raw("</dd>")
	}
	if !first {
		h.raw("</div>\n")
	}
}

func (h *html) link(address, label string) {
	if url, safe := markup.SafeURL(address); safe && url != "" {
		h.raw("<p><a").attr("href", url).raw(">").text(label).raw("</a></p>\n")
	}
}

// page writes a whole page around a section.
func (p *Printer) page(l *text.Language, title string, body []byte) []byte {
	h := &html{p: p, lang: l}
	h.raw("<!DOCTYPE html>\n<html").attr("lang", string(l.Tag)).raw(">\n<head>\n<meta charset=\"utf-8\">\n<title>").text(title)
	h.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	h.raw("<meta name=\"robots\" content=\"noindex\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
	if len(p.Stylesheets) == 0 {
		h.raw("<style>\n").raw(constant(form.Stylesheet)).raw(constant(form.PageStylesheet)).raw(constant(Stylesheet)).raw("</style>\n")
	}
	for _, address := range p.Stylesheets {
		h.raw(`<link rel="stylesheet"`).attr("href", address).raw(">\n")
	}
	h.raw("</head>\n<body class=\"lagrum-page\">\n<main>\n")
	h.out = append(h.out, body...)
	h.raw("</main>\n")
	if p.Signed != "" {
		h.raw(`<script type="application/jose+json">`)
		h.out = markup.AppendScriptData(h.out, p.Signed)
		h.raw("</script>\n")
	}
	h.raw("</body>\n</html>\n")
	return h.out
}
