package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
)

var automatedUnexplained = Rule{
	Code: "automated-unexplained", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(f)", Source: gdprText, Verified: true},
		{GDPR: "22(3)", Source: gdprText, Verified: true},
	},
	Title:   "A machine decides and the notice does not explain it",
	Message: `in activity "{activity}" a machine decides, and the notice does not explain it`,
	Hints: []string{
		hintDecisionLogic:  `say under "logic" what is worked out about people, and from what`,
		hintDecisionEffect: `say under "effect" what it means for people`,
		hintDecisionOptOut: `say under "optOut" how to have a human being look at it`,
	},
	Explanation: `If no human being looks at a decision on admission or a grade, people must learn
by which logic it is made and what follows from it. They have the right to have
a human look at it, and to contest it. Without an explanation they cannot know
that there is anything to contest.`,
	Avoid: `languages: [en]
activities:
  - id: suggestions
    profiling:
      decides: true
      logic: {en: We look at what you have opened.}`,
	Prefer: `languages: [en]
activities:
  - id: suggestions
    profiling:
      decides: true
      logic: {en: We look at your points.}
      effect: {en: You get a place or not.}
      optOut: {en: Ask us to have a teacher look at it.}`,
	check: func(p *pass) {
		p.unexplained(true, [...]int{hintDecisionLogic, hintDecisionEffect, hintDecisionOptOut})
	},
}

// The hints of the rule.
const (
	hintDecisionLogic  = 0
	hintDecisionEffect = 1
	hintDecisionOptOut = 2
)
