package lint

import (
	"cmp"
	"iter"
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

//go:generate go run ../../internal/gen/lint

// A Rule is one thing that can be wrong with a policy.
type Rule struct {
	Code     string        // stable and never reused: "activity-basis-missing"
	Severity diag.Severity // how much its findings weigh
	Since    string        // the version of Lagrum that first had it
	Cites    []Cite        // the provisions that it rests on, the weightiest first
	Title    string        // what is wrong, as a heading
	Message  string        // what a finding says, in English, with {named} arguments
	// Hints are what a finding may add to its message, one of them at most. The
	// argument named "hint" of such a finding is the number of the hint, from 0.
	Hints       []string
	Explanation string // why it matters, in a few plain sentences
	Avoid       string // a part of a policy, in YAML, that the rule finds fault with
	Prefer      string // the same part put right

	check func(*pass)
}

// A Cite is a provision that a rule rests on.
type Cite struct {
	// GDPR is a provision of Regulation (EU) 2016/679, such as "13(1)(c)". A
	// finding gives its counterpart in the policy's regime; see [law.Article].
	GDPR string
	// Other is a provision of other law or a guideline, as it is cited in
	// English. It is given as it stands, under every regime.
	Other    string
	Source   string // where the provision was read, or "general knowledge"
	Verified bool   // what the rule says was compared with the source
}

// Where the provisions of the Regulation that rules rest on were read.
const gdprText = "Ansvar-Systems/EU_compliance_MCP data/seed/gdpr.json (CELEX 32016R0679, copy of 2026-02-14)"

// Rules lists all rules, by code.
func Rules() iter.Seq[*Rule] { return slices.Values(rules[:]) }

// Explain gives the rule with the code.
func Explain(code string) (*Rule, bool) {
	i, ok := slices.BinarySearchFunc(rules[:], code, func(r *Rule, code string) int { return cmp.Compare(r.Code, code) })
	if !ok {
		return nil, false
	}
	return rules[i], true
}

// under gives the provision as it is cited under a regime, or nothing where
// the regime has none. A policy without a known regime is told of the GDPR.
func (c Cite) under(regime law.ActID) string {
	if c.GDPR == "" {
		return c.Other
	}
	if !law.IsRegime(regime) {
		regime = law.GDPR
	}
	number, ok := law.Article(regime, c.GDPR)
	if !ok {
		return ""
	}
	return provision(regime, number)
}

// citesUnder gives the rule's provisions as they are cited under a regime.
func (r *Rule) citesUnder(regime law.ActID) []string {
	cites := make([]string, 0, len(r.Cites))
	for _, c := range r.Cites {
		if s := c.under(regime); s != "" {
			cites = append(cites, s)
		}
	}
	return cites
}
