package main

import (
	"fmt"
	"path"
	"strings"

	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// A selection says which rules count. The zero selection is all of them.
type selection struct{ dropped map[string]bool }

// has reports whether findings with the code count. What is wrong with the file
// itself always does.
func (s selection) has(code string) bool { return !s.dropped[code] }

// choose makes a selection of the rules to look for, or all if none is named,
// without those to leave out. Each is a code or a pattern as path.Match has it.
func choose(only, without []string) (selection, error) {
	wanted, err := matching(only)
	if err != nil {
		return selection{}, err
	}
	unwanted, err := matching(without)
	if err != nil {
		return selection{}, err
	}
	s := selection{dropped: map[string]bool{}}
	for rule := range lint.Rules() {
		s.dropped[rule.Code] = len(only) > 0 && !wanted[rule.Code] || unwanted[rule.Code]
	}
	return s, nil
}

// matching gives the codes that match one of the patterns. A pattern without any
// is a mistake: whoever wrote it would be none the wiser.
func matching(patterns []string) (map[string]bool, error) {
	codes := map[string]bool{}
	for _, pattern := range patterns {
		known := false
		for rule := range lint.Rules() {
			ok, err := path.Match(pattern, rule.Code)
			if err != nil {
				return nil, fmt.Errorf("%q is no pattern; write such as consent-*", pattern)
			}
			if ok {
				codes[rule.Code], known = true, true
			}
		}
		if !known {
			return nil, noRule(pattern)
		}
	}
	return codes, nil
}

// noRule says that nothing has the code, and which one may have been meant.
func noRule(code string) error {
	if _, ok := policyfile.Explain(code); ok {
		return fmt.Errorf("%q is about the file itself, which lint always looks at", code)
	}
	meant := ""
	if near := nearest(code, ruleCodes()); near != nil {
		meant = "; did you mean " + strings.Join(near, " or ") + "?"
	}
	return fmt.Errorf("there is no rule %q%s; \"lagrum rules\" lists them", code, meant)
}

// ruleCodes lists the codes of all rules.
func ruleCodes() []string {
	var list []string
	for rule := range lint.Rules() {
		list = append(list, rule.Code)
	}
	return list
}
