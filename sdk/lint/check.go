package lint

import (
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Check applies every rule to the policy, as the law is on the day from which
// the policy applies. Without such a day the law is taken that has no known
// end. Findings are in the order of their paths, and have no positions:
// policyfile.File.Place knows those. Of each rule a thousand are kept, and the
// last one says how many there are besides. A nil document has no findings.
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
		p.begin(r)
		r.check(p)
		p.end()
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
	cites    []string // its provisions in the regime that counts, made at its first finding
	findings diag.List
	from     int // where the findings of the rule begin
	more     int // findings of the rule that are counted and not kept
}

func newPass(doc *policy.Document, at date.Date) *pass {
	if len(doc.Languages) > maxLanguages {
		d := *doc
		d.Languages = d.Languages[:maxLanguages]
		doc = &d
	}
	return &pass{doc: doc, at: at, index: newIndex(doc)}
}

const (
	// maxFindings is how many findings of one rule are kept. Nobody reads more,
	// and a file in which everything is wrong would have millions.
	maxFindings = 1000

	// maxLanguages is how many languages of a policy are looked at. Lagrum
	// speaks far fewer; the rest can only be a mistake, or made to cost time.
	maxLanguages = 50
)

// begin sets a rule to work.
func (p *pass) begin(r *Rule) {
	p.rule, p.cites, p.from, p.more = r, nil, len(p.findings), 0
}

// end lets the last finding of the rule tell of those that were not kept.
func (p *pass) end() {
	if p.more == 0 {
		return
	}
	last := &p.findings[len(p.findings)-1]
	more := arg("more", strconv.Itoa(p.more))
	last.Args = append(slices.Clone(last.Args), more)
	last.Message += diag.Fill("; {more} more findings of this rule are not listed", more)
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
	if len(p.findings)-p.from >= maxFindings {
		p.more++
		return
	}
	for i := range args {
		args[i].Value = shown(args[i])
	}
	if p.cites == nil {
		p.cites = p.rule.citesUnder(p.governing())
	}
	p.findings = append(p.findings, diag.Finding{
		Code: p.rule.Code, Severity: p.rule.Severity, Path: path,
		Message: diag.Fill(message, args...), Args: args, Cites: p.cites,
	})
}

// fix says what certainly puts the last finding right.
func (p *pass) fix(old, meant string) {
	if p.more == 0 {
		p.findings[len(p.findings)-1].Fix = &diag.Fix{Old: old, New: meant}
	}
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
