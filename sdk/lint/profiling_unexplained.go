package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var profilingUnexplained = Rule{
	Code: "profiling-unexplained", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(f)", Source: gdprText, Verified: true},
		{Other: "GDPR, recital 60", Source: "general knowledge"},
	},
	Title:   "A profile is made and not explained",
	Message: `activity "{activity}" makes profiles and does not explain them`,
	Hints: []string{
		hintProfileLogic:  `say under "logic" what is worked out about people, and from what`,
		hintProfileEffect: `say under "effect" what it means for people`,
		hintProfileOptOut: `say under "optOut" how to say no`,
	},
	Explanation: `Suggestions that follow from what somebody has looked at are a profile. People
cannot see it being made; they learn of it only if the notice says so. Say what
is worked out and from what, what it changes for them, and how to turn it off.`,
	Avoid: `languages: [en]
activities:
  - id: suggestions
    profiling:
      logic: {en: We look at what you have opened.}`,
	Prefer: `languages: [en]
activities:
  - id: suggestions
    profiling:
      logic: {en: We look at what you have opened.}
      effect: {en: You see other suggestions than others do.}
      optOut: {en: Turn it off on your page.}`,
	check: func(p *pass) {
		p.unexplained(false, [...]int{hintProfileLogic, hintProfileEffect, hintProfileOptOut})
	},
}

// The hints of the rule.
const (
	hintProfileLogic  = 0
	hintProfileEffect = 1
	hintProfileOptOut = 2
)

// unexplained reports what is not said of profiles, or of decisions by machine
// alone. The hints are those for the logic, the effect and the way out.
func (p *pass) unexplained(decides bool, hints [3]int) {
	for i := range p.doc.Activities {
		x := p.doc.Activities[i].Profiling
		if x == nil || x.Decides != decides {
			continue
		}
		for j, t := range [...]policy.Text{x.Logic, x.Effect, x.OptOut} {
			if t.IsZero() {
				member := [...]string{"logic", "effect", "optOut"}[j]
				p.reportHint(hints[j], entry("activities", i, "profiling", member), p.activityArg(i))
			}
		}
	}
}
