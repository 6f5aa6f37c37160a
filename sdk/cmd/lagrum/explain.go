package main

import (
	"fmt"
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/lint"
)

// textWidth is how many characters a line of running text has at most.
const textWidth = 78

// explanation tells of a rule what its page tells.
func explanation(r *lint.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, since %s)\n%s\n", r.Code, r.Severity, r.Since, wrap(r.Title))
	part := func(title, content string) { fmt.Fprintf(&b, "\n%s\n\n%s\n", title, content) }
	said := "    The finding says:\n\n" + wrapIn("        ", r.Message)
	if len(r.Hints) > 0 {
		said += "\n\n    It may add:\n"
		for _, h := range r.Hints {
			said += "\n" + wrapIn("        ", "…; "+h)
		}
	}
	part("Summary", said)
	part("Why", wrapIn("    ", r.Explanation))
	part("Avoid", indent(r.Avoid))
	part("Prefer", indent(r.Prefer))
	var provisions []string
	for _, c := range r.Cites {
		for _, row := range rowsOf(c) {
			provisions = append(provisions, row.String())
		}
	}
	part("Law", strings.Join(provisions, "\n"))
	return b.String()
}

// A lawRow is one provision that a rule rests on.
type lawRow struct {
	under     string // the regime, or "every regime"
	provision string
	law.Fact
}

func (r lawRow) String() string {
	mark := "not verified"
	if r.Verified {
		mark = "verified"
	}
	return wrapIn("    ", r.under+": "+r.provision+" ("+mark+")") + "\n" + wrapIn("        ", r.Source)
}

// rowsOf gives a provision as it is cited under each regime that has it.
func rowsOf(c lint.Cite) []lawRow {
	own := law.Fact{Source: c.Source, Verified: c.Verified}
	if c.GDPR == "" {
		return []lawRow{{"every regime", c.Other, own}}
	}
	rows := []lawRow{{shortName(law.GDPR), article(c.GDPR), own}}
	for _, other := range law.Counterparts(c.GDPR) {
		other.Source = strings.ReplaceAll(other.Source, "by the row above", "in the tables (docs/law.md)")
		rows = append(rows, lawRow{shortName(other.Regime), article(other.Number), other.Fact})
	}
	return rows
}

func shortName(regime law.ActID) string {
	name, _ := law.NameOf(regime, "en")
	return name.Short
}

func article(number string) string {
	if strings.Contains(number, "§") {
		return number
	}
	return "Article " + number
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n    ")
}

// wrap breaks running text into lines.
func wrap(s string) string { return wrapIn("", s) }

// wrapIn breaks running text into lines that begin with the margin.
func wrapIn(margin, s string) string {
	var b strings.Builder
	width := 0
	for word := range strings.FieldsSeq(s) {
		switch n := len([]rune(word)); {
		case width == 0:
			b.WriteString(margin)
			width = len(margin) + n
		case width+1+n > textWidth:
			b.WriteString("\n" + margin)
			width = len(margin) + n
		default:
			b.WriteByte(' ')
			width += 1 + n
		}
		b.WriteString(word)
	}
	return b.String()
}
