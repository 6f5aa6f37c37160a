package accountability

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/locale"
)

// Stylesheet is the stylesheet of pages: light and dark, narrow and wide, screen
// and paper. It styles the class names of [Report.HTML] and nothing else.
//
//go:embed report.css
var Stylesheet string

// Page writes the report as a whole HTML page with its stylesheet inside, and no
// script.
func (r *Report) Page() []byte {
	p := &printer{report: r}
	p.raw("<!DOCTYPE html>\n<html lang=\"").attr(string(r.Language)).raw("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").text(r.Title)
	p.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<style>\n")
	p.raw(Stylesheet).raw("</style>\n</head>\n<body class=\"lagrum-report-page\">\n<main>\n")
	p.out = append(p.out, r.HTML()...)
	p.raw("</main>\n</body>\n</html>\n")
	return p.out
}

// HTML writes the report as one article element, to be put into a page. All text
// is escaped; it holds no style and no script.
func (r *Report) HTML() []byte {
	p := &printer{report: r}
	p.raw(`<article class="lagrum-report" lang="`).attr(string(r.Language)).raw("\">\n<header>\n<h1>").text(r.Title).raw("</h1>\n")
	for _, s := range r.Intro {
		p.paragraph("", s)
	}
	p.counts()
	p.raw("</header>\n")
	if len(r.Common) > 0 {
		p.raw("<div class=\"lagrum-report-common\">\n")
		p.rows(r.Common, false)
		p.raw("</div>\n")
	}
	for i := range r.Groups {
		p.group(&r.Groups[i])
	}
	p.raw("</article>\n")
	return p.out
}

// A printer appends HTML to out. Only raw writes what is not escaped, and only
// constants are given to it.
type printer struct {
	report *Report
	out    []byte
}

func (p *printer) raw(s string) *printer  { p.out = append(p.out, s...); return p }
func (p *printer) text(s string) *printer { p.out = markup.AppendText(p.out, s); return p }
func (p *printer) attr(s string) *printer { p.out = markup.AppendAttr(p.out, s); return p }

// paragraph writes a sentence, with addresses at its end as a link.
func (p *printer) paragraph(class, s string) {
	p.raw("<p")
	if class != "" {
		p.raw(` class="`).attr(class).raw(`"`)
	}
	p.raw(">")
	before, address, found := strings.Cut(s, " https://")
	p.text(before)
	if url, safe := markup.SafeURL("https://" + address); found && safe && !strings.Contains(address, " ") {
		host, _, _ := strings.Cut(address, "/")
		p.raw(` <a href="`).attr(url).raw(`">`).text(strings.TrimPrefix(host, "www.")).raw("</a>")
	} else if found {
		p.text(" https://" + address)
	}
	p.raw("</p>\n")
}

// counts tells in how many rows something is left.
func (p *printer) counts() {
	t := &p.report.lang.Accountability
	missing, check := p.report.Left()
	p.raw("<ul class=\"lagrum-report-counts\">\n")
	p.count(Missing, t.CountMissing, missing)
	p.count(Check, t.CountCheck, check)
	p.raw("</ul>\n")
}

// count tells one number, in the colour of its state unless it is none.
func (p *printer) count(state State, pattern string, n int) {
	p.raw("<li")
	if n > 0 {
		p.raw(" class=\"lagrum-").attr(string(state)).raw("\"")
	}
	p.raw(">").text(fill(pattern, "n", strconv.Itoa(n))).raw("</li>\n")
}

// isMatrix reports whether parts are held against numbered points.
func (r *Report) isMatrix() bool { return r.Kind == ScreeningKind || r.Kind == AgreementsKind }

func (p *printer) group(g *Group) {
	t := &p.report.lang.Accountability
	p.raw(`<section aria-labelledby="`).attr(g.ID).raw("\">\n<h2 id=\"").attr(g.ID).raw("\">").text(g.Title).raw("</h2>\n")
	if len(g.Parts) == 0 {
		p.paragraph("", g.None)
	}
	if len(g.Parts) > 1 {
		p.raw("<h3 class=\"lagrum-report-overview\">").text(t.Overview).raw("</h3>\n")
		if p.report.isMatrix() {
			p.matrix(g)
		} else {
			p.contents(g)
		}
	}
	if len(g.Common) > 0 {
		p.raw("<div class=\"lagrum-report-common\">\n")
		p.rows(g.Common, false)
		p.raw("</div>\n")
	}
	for i := range g.Parts {
		p.part(g, i)
	}
	p.raw("</section>\n")
}

func anchor(g *Group, i int) string { return g.ID + "-" + strconv.Itoa(i+1) }

// contents lists the parts with what is left in each.
func (p *printer) contents(g *Group) {
	t := &p.report.lang.Accountability
	p.raw("<ol class=\"lagrum-report-contents\">\n")
	for i := range g.Parts {
		part := Report{Groups: []Group{{Parts: g.Parts[i : i+1]}}}
		missing, check := part.Left()
		p.raw("<li><a href=\"#").attr(anchor(g, i)).raw("\">").text(g.Parts[i].Title).raw("</a>")
		if missing > 0 {
			p.raw(" <span class=\"lagrum-mark lagrum-missing\">").text(fill(t.CountMissing, "n", strconv.Itoa(missing))).raw("</span>")
		}
		if check > 0 {
			p.raw(" <span class=\"lagrum-mark lagrum-check\">").text(fill(t.CountCheck, "n", strconv.Itoa(check))).raw("</span>")
		}
		p.raw("</li>\n")
	}
	p.raw("</ol>\n")
}

// matrix is a table of the parts against the points: one sign a cell, with its
// word for those who do not see it.
func (p *printer) matrix(g *Group) {
	t := &p.report.lang.Accountability
	p.raw("<div class=\"lagrum-report-table\" role=\"region\" tabindex=\"0\" aria-label=\"").attr(t.Overview).raw("\">\n<table>\n<thead>\n<tr><th scope=\"col\">").text(t.Item).raw("</th>")
	for k, c := range g.Columns {
		p.raw("<th scope=\"col\"><abbr title=\"").attr(c.Heading).raw("\">").text(strconv.Itoa(k + 1)).raw("</abbr></th>")
	}
	p.raw("</tr>\n</thead>\n<tbody>\n")
	for i := range g.Parts {
		p.raw("<tr><th scope=\"row\"><a href=\"#").attr(anchor(g, i)).raw("\">").text(g.Parts[i].Title).raw("</a></th>")
		for k := range g.Parts[i].Rows {
			state := g.Parts[i].Rows[k].State
			p.raw("<td class=\"lagrum-").attr(string(state)).raw("\"><span aria-hidden=\"true\">").text(sign(state)).raw("</span><span class=\"lagrum-report-word\">").text(p.stateName(state)).raw("</span></td>")
		}
		p.raw("</tr>\n")
	}
	p.raw("</tbody>\n</table>\n</div>\n")
	p.legend(g)
}

// legend says what the signs and the numbers of a matrix mean.
func (p *printer) legend(g *Group) {
	states := []State{Stated, Missing, Check}
	if p.report.Kind == ScreeningKind {
		states = []State{Met, Check, Unmet}
	}
	p.raw("<ul class=\"lagrum-report-legend\">\n")
	for _, s := range states {
		p.raw("<li class=\"lagrum-").attr(string(s)).raw("\"><span aria-hidden=\"true\">").text(sign(s)).raw("</span> ").text(p.stateName(s)).raw("</li>\n")
	}
	p.raw("</ul>\n<ol class=\"lagrum-report-points\">\n")
	for _, c := range g.Columns {
		p.raw("<li>").text(c.Heading).raw("</li>\n")
	}
	p.raw("</ol>\n")
}

// sign is a state as one character; colour alone would leave some readers out.
func sign(s State) string {
	switch s {
	case Stated:
		return "✓"
	case Missing:
		return "✗"
	case Met:
		return "●"
	case Unmet:
		return "○"
	}
	return "?"
}

func (p *printer) stateName(s State) string { return s.In(&p.report.lang.Accountability) }

func (p *printer) part(g *Group, i int) {
	part := &g.Parts[i]
	id := anchor(g, i)
	p.raw("<section class=\"lagrum-report-part\" aria-labelledby=\"").attr(id).raw("\">\n<h3 id=\"").attr(id).raw("\">").text(part.Title).raw("</h3>\n")
	for _, s := range part.Notes {
		class := "lagrum-report-note"
		if part.Verdict != "" {
			class = "lagrum-report-verdict lagrum-report-verdict-" + string(part.Verdict)
		}
		p.paragraph(class, s)
	}
	p.rows(part.Rows, p.report.isMatrix())
	p.raw("</section>\n")
}

func (p *printer) rows(rows []Row, numbered bool) {
	p.raw("<dl>\n")
	for i := range rows {
		r := &rows[i]
		p.raw("<div class=\"lagrum-").attr(string(r.State)).raw("\">\n<dt>")
		if numbered {
			p.text(strconv.Itoa(i+1) + ". ")
		}
		p.text(r.Heading)
		p.provision(r)
		if r.State != Stated {
			p.raw(" <span class=\"lagrum-mark lagrum-").attr(string(r.State)).raw("\"><span aria-hidden=\"true\">").text(sign(r.State)).raw("</span> ").text(p.stateName(r.State)).raw("</span>")
		}
		p.raw("</dt>\n<dd>\n")
		p.statements("lagrum-says", r.Says)
		p.statements("lagrum-left", r.Left)
		p.raw("</dd>\n</div>\n")
	}
	p.raw("</dl>\n")
}

// provision names what demands a row, or says that nothing does.
func (p *printer) provision(r *Row) {
	s := p.report.demandedBy(r)
	if s != "" {
		p.raw(" <span class=\"lagrum-provision\">").text(locale.Capital(s)).raw("</span>")
	}
}

// statements writes one paragraph for one statement, and a list for several. Of
// what is missing, and of what a screening rests on, the places are shown too.
func (p *printer) statements(class string, list []Statement) {
	tag, each := "ul", "li"
	if len(list) == 1 {
		tag, each = "", "p"
	}
	if len(list) == 0 {
		return
	}
	p.raw("<div class=\"").attr(class).raw("\">\n")
	if tag != "" {
		p.raw("<ul>\n")
	}
	for _, s := range list {
		p.raw("<").raw(each).raw(">").text(s.Text)
		if class == "lagrum-left" || p.report.Kind == ScreeningKind {
			for _, path := range s.Paths {
				p.raw(" <code>").text(string(path)).raw("</code>")
			}
		}
		p.raw("</").raw(each).raw(">\n")
	}
	if tag != "" {
		p.raw("</ul>\n")
	}
	p.raw("</div>\n")
}
