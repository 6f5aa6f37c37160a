package lint

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

var retentionVague = Rule{
	Code: "retention-vague", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(a)", Source: gdprText, Verified: true},
		{GDPR: "12(1)", Source: gdprText, Verified: true},
	},
	Title:   "From the words nobody can tell when data go",
	Message: `nobody can tell from retention rule "{rule}" when the data go`,
	Hints: []string{
		hintMay:   `they may go and never must: say what happens in the end`,
		hintWords: `"{words}" is no time: say from which event, and how long`,
	},
	Explanation: `"The account may be removed" leaves it to somebody's mood, and "according to the
rules in force" sends the reader to look for rules. People must be able to work
out the day for themselves. Give an event and a period or, where that is not
possible, what the decision turns on.`,
	Avoid: `retention:
  - id: accounts
    trigger: last-login
    period: P2Y
    modality: may`,
	Prefer: `retention:
  - id: accounts
    trigger: last-login
    period: P2Y`,
	check: func(p *pass) {
		firm := p.firmActivities()
		for i := range p.doc.Retention {
			r := &p.doc.Retention[i]
			users := p.ruledBy(r.ID)
			loose := len(users) == 0 || slices.ContainsFunc(users, func(n int) bool { return !firm[n] })
			if r.Modality == policy.May && loose {
				p.reportHint(hintMay, entry("retention", i, "modality"), p.ruleArg(i))
			}
			if field, words, ok := p.vague(r); ok {
				p.reportHint(hintWords, entry("retention", i, field), p.ruleArg(i), arg("words", words))
			}
		}
	},
}

// The hints of the rule.
const (
	hintMay   = 0
	hintWords = 1
)

// firmActivities reports of each activity whether some rule of it says that
// its data must go on a day.
func (p *pass) firmActivities() []bool {
	firm := make([]bool, len(p.doc.Activities))
	for i := range p.doc.Retention {
		r := &p.doc.Retention[i]
		if r.Modality != policy.May && r.Lasts == "" && r.Limit != policy.AtLeast && !timeless(r) {
			for _, n := range p.ruledBy(r.ID) {
				firm[n] = true
			}
		}
	}
	return firm
}

// vague gives the field of a rule that puts words in place of a time, and the
// words. A ground may say what it likes if the rule gives a time.
func (p *pass) vague(r *policy.Retention) (field, words string, ok bool) {
	if words, ok := noTime(r.TriggerText); ok {
		return "triggerText", words, true
	}
	if r.Lasts == policy.While || timeless(r) {
		if words, ok := noTime(r.Ground); ok {
			return "ground", words, true
		}
	}
	return "", "", false
}

// noTime gives the first phrase in a text that stands where a time should.
func noTime(t policy.Text) (string, bool) {
	for _, row := range timelessPhrases {
		if s := strings.ToLower(t.In(row.tag)); s != "" {
			for _, phrase := range row.list {
				if strings.Contains(s, phrase) {
					return phrase, true
				}
			}
		}
	}
	return "", false
}

// Phrases that published notices have where a period should stand, in lower
// case. They are from general knowledge of such notices.
var timelessPhrases = [...]struct {
	tag  locale.Tag
	list []string
}{
	{locale.SV, []string{"gällande regler", "gällande regelverk", "gällande lag", "regler som gäller", "så länge det behövs", "så länge de behövs", "så länge som det behövs", "så länge som de behövs", "så länge det är nödvändigt", "så länge som det är nödvändigt", "så länge det krävs", "tills vidare", "vid behov"}},
	{locale.DA, []string{"gældende regler", "gældende lovgivning", "gældende ret", "så længe det er nødvendigt", "så længe, det er nødvendigt", "så længe som nødvendigt", "så længe det kræves", "indtil videre", "efter behov"}},
	{locale.NB, []string{"gjeldende regler", "gjeldende regelverk", "gjeldende lov", "så lenge det er nødvendig", "så lenge som nødvendig", "så lenge det trengs", "inntil videre", "ved behov"}},
	{locale.NN, []string{"gjeldande reglar", "gjeldande regelverk", "gjeldande lov", "så lenge det er nødvendig", "så lenge som nødvendig", "så lenge det trengst", "inntil vidare", "ved behov"}},
	{locale.FI, []string{"voimassa olevien sääntöjen", "voimassa olevien määräysten", "voimassa olevan lain", "niin kauan kuin on tarpeen", "niin kauan kuin se on tarpeen", "niin kauan kuin tarvitaan", "niin kauan kuin niitä tarvitaan", "toistaiseksi", "tarvittaessa"}},
	{locale.IS, []string{"gildandi regl", "gildandi lög", "eins lengi og þörf", "eins lengi og nauðsyn", "svo lengi sem þörf", "svo lengi sem nauðsyn", "þar til annað verður ákveðið", "eftir þörfum"}},
	{locale.EN, []string{"applicable rules", "applicable law", "rules in force", "rules that apply", "as long as necessary", "as long as is necessary", "as long as it is necessary", "as long as needed", "as long as they are needed", "as long as it is needed", "as long as required", "until further notice", "when needed"}},
}
