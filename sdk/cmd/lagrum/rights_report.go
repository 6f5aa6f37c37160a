package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
)

// answer writes what was asked for: a letter or the report.
func (r *rightsRequest) answer(doc *policy.Document, a *rights.Answer, l *text.Language) ([]byte, error) {
	if r.letter == "" {
		if r.format == "json" {
			return append(a.JSON(l), '\n'), nil
		}
		return []byte(rightsReport(doc, a, l)), nil
	}
	letter, ok := a.Letter(doc, rights.LetterKind(r.letter), l, r.why)
	switch {
	case !ok && r.letter == string(rights.Extension) && r.why == "":
		return nil, fmt.Errorf("a letter that it takes longer says why: give the reason with --why")
	case !ok:
		return nil, fmt.Errorf("a letter of the kind %s does not fit this request", r.letter)
	case r.format == "html":
		return []byte(letter.HTML()), nil
	}
	return []byte(letter.Text()), nil
}

// rightsReport is for the staff: everything, activity by activity.
func rightsReport(doc *policy.Document, a *rights.Answer, l *text.Language) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", a.Right, a.Outcome)
	section(&b, "", a.Bars, l)
	for i := range a.Activities {
		v := &a.Activities[i]
		fmt.Fprintf(&b, "\n%s: %s\n", visible(rights.ActivityTitle(doc, v.Index, l)), v.Outcome)
		section(&b, "", v.Reasons, l)
	}
	t := &l.Request
	section(&b, t.WhoAsks, slices.Concat(a.Who, a.Identity), l)
	section(&b, l.Rights.Fee, a.Fee, l)
	section(&b, l.Rights.Limits, a.Limits, l)
	section(&b, t.Item, a.Contents, l)
	section(&b, t.When, a.Deadline.Steps, l)
	section(&b, l.Notice.Recourse, a.Recourse, l)
	return b.String()
}

// section writes reasons under a heading, or under what stands above.
func section(b *strings.Builder, heading string, reasons []rights.Reason, l *text.Language) {
	if len(reasons) > 0 && heading != "" {
		fmt.Fprintf(b, "\n%s\n", heading)
	}
	for i := range reasons {
		fmt.Fprintf(b, "  %s\n", visible(reasons[i].In(l)))
	}
}
