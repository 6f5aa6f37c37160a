package lint

import (
	"strconv"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Check applies every rule to the policy, as the law is on the day from which
// the policy applies. Without such a day the law is taken that has no known
// end. Findings are in the order of their paths, and have no positions:
// policyfile.File.Place knows those. A nil document has no findings.
func Check(doc *policy.Document) diag.List {
	if doc == nil {
		return nil
	}
	return CheckAt(doc, doc.EffectiveFrom)
}

// CheckAt is [Check] as the law is on another day.
func CheckAt(doc *policy.Document, at date.Date) diag.List {
	if doc == nil {
		return nil
	}
	p := newPass(doc, at)
	for _, r := range rules {
		p.rule, p.cites = r, nil
		r.check(p)
	}
	sortByPath(p.findings)
	return p.findings
}

// A pass is one check of one policy. Rules read the document and the index;
// neither they nor anything else look things up by going through a list.
type pass struct {
	doc *policy.Document
	at  date.Date // the day whose law counts; may be zero
	index

	rule     *Rule    // the one at work
	cites    []string // its provisions in the policy's regime, made at its first finding
	findings diag.List
}

func newPass(doc *policy.Document, at date.Date) *pass {
	return &pass{doc: doc, at: at, index: newIndex(doc)}
}

// report notes a finding of the rule at work. The path is that of the value at
// fault or, if it is missing, of where it should stand.
func (p *pass) report(path diag.Path, args ...diag.Arg) {
	p.add(path, p.rule.Message, args)
}

// reportHint notes a finding that ends in one of the rule's hints.
func (p *pass) reportHint(hint int, path diag.Path, args ...diag.Arg) {
	args = append(args, arg("hint", strconv.Itoa(hint)))
	p.add(path, p.rule.Message+"; "+p.rule.Hints[hint], args)
}

func (p *pass) add(path diag.Path, message string, args []diag.Arg) {
	if p.cites == nil {
		p.cites = p.rule.citesUnder(p.doc.Regime)
	}
	p.findings = append(p.findings, diag.Finding{
		Code: p.rule.Code, Severity: p.rule.Severity, Path: path,
		Message: diag.Fill(message, args...), Args: args, Cites: p.cites,
	})
}

func arg(name, value string) diag.Arg { return diag.Arg{Name: name, Value: value} }

// reportActivity notes that the activity with the number lacks a member.
func (p *pass) reportActivity(i int, members ...string) {
	p.report(entry("activities", i, members...), p.activityArg(i))
}

// activityArg is the argument "activity" of a message.
func (p *pass) activityArg(i int) diag.Arg {
	return arg("activity", label(p.doc.Activities[i].ID, entry("activities", i)))
}
