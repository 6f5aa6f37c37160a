package policyfile

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
)

// An Ignored is a finding of a rule that a comment in the file silences.
type Ignored struct {
	diag.Finding
	Reason  string        // what the author of the policy gives as the reason
	Comment diag.Position // where the comment stands
}

// An ignore is one comment that silences a rule: lagrum:ignore CODE reason.
type ignore struct {
	code, reason string
	at           diag.Position // of the comment
	line         int           // whose values it is about; 0 is the whole file
}

// ignores holds those comments, and for each the number of the one that counts
// for a rule at the values of a line.
type ignores struct {
	list []ignore
	on   map[ruleOnLine]int
}

type ruleOnLine struct {
	code string
	line int
}

const marker = "lagrum:ignore"

// newIgnores reads the comments of a source. In JSON there are none.
func newIgnores(s *source, root *yaml.Node) ignores {
	if !bytes.Contains(s.text, []byte(marker)) || looksLikeJSON(s.text) {
		return ignores{}
	}
	all := ignores{on: map[ruleOnLine]int{}}
	comments := s.comments(root)
	below := s.below(comments)
	for i, c := range comments {
		one, ok := parseIgnore(c.text)
		if !ok {
			continue
		}
		one.at, one.line = s.positionAt(c.offset), c.line
		if c.alone {
			one.line = below[i]
			if one.line <= root.Line {
				one.line = 0
			}
		}
		key := ruleOnLine{one.code, one.line}
		if _, twice := all.on[key]; !twice && one.counts() {
			all.on[key] = len(all.list)
		}
		all.list = append(all.list, one)
	}
	return all
}

// parseIgnore reads what a comment says, or gives false if it is another comment.
func parseIgnore(text string) (ignore, bool) {
	const blank = " \t"
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, blank), marker)
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return ignore{}, false
	}
	rest = strings.TrimLeft(rest, blank)
	end := strings.IndexAny(rest, blank)
	if end < 0 {
		end = len(rest)
	}
	reason := strings.TrimLeft(rest[end:], blank+"-–—:")
	return ignore{code: strings.TrimSuffix(rest[:end], ":"), reason: strings.TrimRightFunc(reason, unicode.IsSpace)}, true
}

// below gives, for each comment, the next line that holds more than a comment.
// At the end of the file it is the line behind the last.
func (s *source) below(comments []comment) []int {
	lines := make([]int, len(comments))
	for i := len(comments) - 1; i >= 0; i-- {
		line := comments[i].line + 1
		for line <= len(s.lines) && len(bytes.TrimSpace(s.line(line))) == 0 {
			line++
		}
		lines[i] = line
		if i+1 < len(comments) && comments[i+1].line == line && comments[i+1].alone {
			lines[i] = lines[i+1]
		}
	}
	return lines
}

// counts reports whether the comment silences anything: it names a rule, and
// gives a reason.
func (i ignore) counts() bool {
	_, known := lint.Explain(i.code)
	return known && i.reason != ""
}

// Sift places findings as [File.Place] does, and takes out those that comments
// in the file ignore:
//
//	basis: {article: 6(1)(e)} # lagrum:ignore basis-law-missing the act is cited in the notice of the county
//
// Such a comment stands at the end of the line on which a key or an entry of a
// list begins, or on a line of its own above it. It silences one rule for that
// value and what is below it. Above the first key of the file it silences the
// rule for the whole policy. What is wrong with the shape of the file cannot be
// ignored.
//
// Comments that silence nothing are findings: those without a reason, with a
// code that no rule has, or where the rule finds nothing. So pass all that the
// rules found, and choose among it afterwards.
func (f *File) Sift(l diag.List) (kept diag.List, ignored []Ignored) {
	if len(f.ignores.list) == 0 {
		return f.Place(l), nil
	}
	used := make([]bool, len(f.ignores.list))
	for _, finding := range f.placed(l) {
		i, ok := f.ignoring(finding, used)
		if !ok {
			kept = append(kept, finding)
			continue
		}
		by := f.ignores.list[i]
		ignored = append(ignored, Ignored{Finding: finding, Reason: by.reason, Comment: by.at})
	}
	kept = append(kept, f.ignores.complaints(used)...)
	kept.Sort()
	ignored = slices.CompactFunc(ignored, func(a, b Ignored) bool { return sameFinding(a.Finding, b.Finding) })
	return slices.CompactFunc(kept, sameFinding), ignored
}

// ignoring finds the comment that silences a finding: the innermost. All that
// would are of use.
func (f *File) ignoring(finding diag.Finding, used []bool) (number int, ok bool) {
	for line := range f.places.lines(finding.Path) {
		if i, there := f.ignores.on[ruleOnLine{finding.Code, line}]; there {
			number, ok, used[i] = i, true, true
		}
	}
	return number, ok
}

// complaints says what is wrong with comments. Those that nobody would read
// any more are left out, and so are suggestions that would cost much.
func (all ignores) complaints(used []bool) diag.List {
	const suggestions = 20
	var l diag.List
	for i, one := range all.list {
		switch {
		case len(l) == maxFindings:
			return l
		case !one.counts():
			l = append(l, one.complaint(len(l) < suggestions))
		case !used[i]:
			unused := newFinding(one.at, "", "ignore-unused", "{code} finds nothing at what this comment is about; remove the comment", diag.Arg{Name: "code", Value: one.code})
			unused.Severity = diag.Warning
			l = append(l, unused)
		}
	}
	return l
}

// complaint says why a comment does not count.
func (i ignore) complaint(suggesting bool) diag.Finding {
	const unknown = "ignore-code-unknown"
	code := diag.Arg{Name: "code", Value: quote(i.code)}
	if i.code == "" {
		return newFinding(i.at, "", unknown, "this comment ignores nothing; write the code of a rule behind lagrum:ignore, and the reason")
	}
	if !repeatable(i.code) {
		return newFinding(i.at, "", unknown, `behind lagrum:ignore stands no code of a rule; "lagrum rules" lists them`)
	}
	if _, known := lint.Explain(i.code); known {
		return newFinding(i.at, "", "ignore-reason-missing", "{code} is not ignored without a reason; write it behind the code", code)
	}
	if slices.ContainsFunc(mistakes[:], func(m Mistake) bool { return m.Code == i.code }) {
		return newFinding(i.at, "", unknown, "{code} is about the file itself and cannot be ignored", code)
	}
	if near := i.nearest(suggesting); near != "" {
		return newFinding(i.at, "", unknown, `no rule has the code {code}; did you mean "{suggestion}"?`, code, diag.Arg{Name: "suggestion", Value: near})
	}
	return newFinding(i.at, "", unknown, `no rule has the code {code}; "lagrum rules" lists them`, code)
}

// nearest gives the code that was most likely meant, or nothing.
func (i ignore) nearest(suggesting bool) string {
	if !suggesting {
		return ""
	}
	var codes []string
	for r := range lint.Rules() {
		codes = append(codes, r.Code)
	}
	return suggest(i.code, codes)
}
