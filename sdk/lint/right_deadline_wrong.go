package lint

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var rightDeadlineWrong = Rule{
	Code: "right-deadline-wrong", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "12(3)", Source: gdprText, Verified: true}},
	Title:   "An answer is promised later than the law allows",
	Message: `an answer to the right "{right}" is promised in {time}, and {regime} gives {allowed}: promise that, or less`,
	Explanation: `People who ask must have an answer within a month; in hard cases it may take two
more, and then they are told so within the first. A notice that takes three
months for itself teaches people to wait when they could already complain.`,
	Avoid: `regime: EU-GDPR
languages: [en]
rights:
  - right: access
    how: {en: We answer within 90 days.}`,
	Prefer: `regime: EU-GDPR
languages: [en]
rights:
  - right: access
    how: {en: We answer within 30 days.}`,
	check: func(p *pass) {
		allowed, ok := law.DeadlineOf(p.governing())
		if !ok || allowed.Months == 0 {
			return
		}
		for i := range p.doc.Rights {
			r := &p.doc.Rights[i]
			for s := range p.saidIn(entry("rights", i, "how"), r.How) {
				if n, late := p.late(s.text, allowed.Months); late {
					p.report(s.path(), arg("right", string(r.Right)), arg("time", n),
						arg("regime", regimeName(p.governing())), arg("allowed", months(allowed.Months)))
				}
			}
		}
	},
}

// late gives the time in which a text promises an answer, if it is in numbers
// and every such time is longer than so many months. A text that tells of a
// first and a longer time is not late.
func (p *pass) late(text string, allowed int) (string, bool) {
	text = strings.ToLower(text)
	if !says(text, answerWords) {
		return "", false
	}
	found := ""
	words := strings.Fields(text)
	for i := 0; i+1 < len(words); i++ {
		n, err := strconv.Atoi(words[i])
		unit := unitOf(strings.TrimFunc(words[i+1], func(r rune) bool { return !isLetter(r) }))
		if err != nil || n < 0 || n > 9999 || unit == 0 {
			continue
		}
		if n*unit <= allowed*31 {
			return "", false
		}
		if found == "" {
			found = words[i] + " " + unitName(unit)
		}
	}
	return found, found != ""
}

// unitOf gives the days in a unit of time, by how its name begins in one of the
// seven languages. A month counts for as many as the longest has.
func unitOf(word string) int {
	if n := utf8.RuneCountInString(word); n > 11 {
		return 0
	}
	for _, u := range []struct {
		days   int
		starts []string
	}{
		{1, []string{"day", "dag", "døgn", "dygn", "päivä", "vuorokau", "degi", "daga"}},
		{7, []string{"week", "veck", "uge", "uke", "veke", "viik", "vik"}},
		{31, []string{"month", "månad", "måned", "kuukau", "mánu", "mánað"}},
	} {
		for _, start := range u.starts {
			if strings.HasPrefix(word, start) {
				return u.days
			}
		}
	}
	return 0
}

func unitName(days int) string {
	switch days {
	case 7:
		return "weeks"
	case 31:
		return "months"
	}
	return "days"
}

// months says a number of months in English.
func months(n int) string {
	if n == 1 {
		return "one month"
	}
	return strconv.Itoa(n) + " months"
}

// Words for answering, in the seven languages and in lower case.
var answerWords = []string{
	"answer", "answers", "reply", "respond", "hear from us", "svar", "svarar", "svaret", "besked", "svarer", "svare", "svarar", "besvarer",
	"besvaras", "vastaa", "vastaamme", "vastauksen", "vastataan", "svara", "svörum", "svarað", "svör",
}
