package main

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

//go:embed page.md
var words string

// page writes the page: its words, with the tables in their places.
func page(rules []rule, codes, statuses []constant) []byte {
	return []byte(strings.NewReplacer(
		"{rules}\n", ruleTable(rules),
		"{codes}\n", codeTable(codes, rules),
		"{statuses}\n", statusTable(statuses),
		"{ages}\n", ageTable(),
	).Replace(words))
}

func ruleTable(rules []rule) string {
	var b strings.Builder
	b.WriteString("| rule | asks | what the SDK does | by | sources |\n| --- | --- | --- | --- | --- |\n")
	for _, r := range rules {
		var by []string
		for _, name := range r.by {
			by = append(by, reference(name))
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", number(r.id), cell(r.asks), cell(r.does), strings.Join(by, ", "), origin(r))
	}
	return b.String()
}

// reference names what enforces a rule, with a link to a rule of lint.
func reference(by string) string {
	switch kind, name, _ := strings.Cut(by, ":"); kind {
	case "lint":
		return "lint [" + name + "](rules/" + name + ".md)"
	case "form":
		return "dropped as `" + name + "`"
	case "api":
		return "`" + name + "`"
	}
	return "`" + by + "`"
}

// origin gives the sources of a rule. Those that nobody read stand in italics.
func origin(r rule) string {
	var list []string
	if r.read != "" {
		list = append(list, cell(r.read))
	}
	if r.unread != "" {
		list = append(list, "*"+cell(r.unread)+"*")
	}
	return strings.Join(list, ", ")
}

func codeTable(codes []constant, rules []rule) string {
	var b strings.Builder
	b.WriteString("| code | in words | rules |\n| --- | --- | --- |\n")
	for _, c := range codes {
		r := consent.Reason{Code: consent.Code(c.value), Args: example(c.value)}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.value, cell(r.In(text.In(locale.EN))), strings.Join(rulesOf(c.value, rules), ", "))
	}
	return b.String()
}

// example fills the places of a sentence.
func example(code string) []locale.Arg {
	item, months := "withdrawal", "24"
	switch consent.Code(code) {
	case consent.NotProved:
		item = "subject"
	case consent.AskedTooOft:
		months = "6"
	}
	return []locale.Arg{
		{Name: "n", Value: "2"}, {Name: "act", Value: "typing"}, {Name: "yes", Value: "1"}, {Name: "no", Value: "3"}, {Name: "withdraw", Value: "3"},
		{Name: "item", Value: item}, {Name: "age", Value: "13"}, {Name: "what", Value: "terms"}, {Name: "day", Value: "2026-11-22"},
		{Name: "months", Value: months},
	}
}

func statusTable(statuses []constant) string {
	var b strings.Builder
	b.WriteString("| status | term | what it is | may be relied on |\n| --- | --- | --- | --- |\n")
	for _, c := range statuses {
		s := consent.Status(c.value)
		fmt.Fprintf(&b, "| `%s` | `%s` | %s | %s |\n", s, s.Term(), cell(c.comment), yes(s.Counts()))
	}
	return b.String()
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

func ageTable() string {
	var b strings.Builder
	b.WriteString("| where the child lives | age | from | to | law | verified | note |\n| --- | --: | --- | --- | --- | --- | --- |\n")
	for row := range law.Ages() {
		age := fmt.Sprint(row.Years)
		if row.Years == 0 {
			age = "none"
		}
		notes := strings.TrimSuffix(row.Transition+"; "+row.Note, "; ")
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s |\n", place(row.Jurisdiction), age, day(row.From), day(row.To), cell(row.Law),
			yes(row.Verified), cell(strings.TrimPrefix(notes, "; ")))
	}
	return b.String()
}

func place(jurisdiction string) string {
	if jurisdiction == "EU-INST" {
		return "anywhere, for institutions of the Union"
	}
	return text.In(locale.EN).Country(jurisdiction)
}

func day(d date.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// cell keeps a text from breaking its table cell, or from being markup.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;", "*", `\*`, "_", `\_`).Replace(s)
}
