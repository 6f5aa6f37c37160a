package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
)

var textOtherLanguage = Rule{
	Code: "text-other-language", Severity: diag.Warning, Since: "0.2",
	Cites:   []Cite{{GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "A text stands under the wrong language",
	Message: `this text stands under "{tag}", and its words are {language}: put it under its own language, and translate it here`,
	Explanation: `A notice in a language that readers do not know tells them nothing, and it looks
complete to everybody who does not read it. Most often a text was copied to be
translated, and forgotten. Only plain cases are reported: five small words of
another language and none of the text's own.`,
	Avoid: `languages: [sv]
summary: {sv: We keep the data that you give to us and we delete them when the course is over.}`,
	Prefer: `languages: [sv]
summary: {sv: Vi sparar de uppgifter som du ger oss och raderar dem när kursen är slut.}`,
	check: func(p *pass) {
		for s := range p.said() {
			if s.tag == locale.Any {
				continue
			}
			if other, ok := otherLanguage(s.text, s.tag); ok {
				p.report(s.path(), arg("tag", string(s.tag)), arg("language", languageName(other)))
			}
		}
	},
}

// telling is how many small words of another language, and none of its own,
// give a text away.
const telling = 5

// otherLanguage gives the language that a text is plainly in, if it is not the
// one it should be in. Of languages that are not among the seven nothing is known.
func otherLanguage(text string, tag locale.Tag) (locale.Tag, bool) {
	if languageName(tag) == "" {
		return "", false
	}
	var seen [len(telltales)]int
	for word := range tokens(text) {
		i, ok := telltale(word)
		if !ok {
			continue
		}
		if telltales[i].tag == tag {
			return "", false
		}
		seen[i]++
	}
	for i, n := range seen {
		if n >= telling {
			return telltales[i].tag, true
		}
	}
	return "", false
}

// telltale gives the language that alone of the seven has the small word.
func telltale(word string) (int, bool) {
	for i := range telltales {
		if _, ok := slices.BinarySearch(telltales[i].words, word); ok {
			return i, true
		}
	}
	return 0, false
}

func languageName(tag locale.Tag) string {
	for i := range telltales {
		if telltales[i].tag == tag {
			return telltales[i].name
		}
	}
	return ""
}

// Telltales are small words, in order, that only one of the seven languages
// has in ordinary prose. They are general knowledge.
var telltales = [...]struct {
	tag   locale.Tag
	name  string
	words []string
}{
	{locale.DA, "Danish", []string{
		"blive", "bliver", "gemmer", "gør", "hvad", "hvornår", "jer", "jeres", "kursus", "mellem", "måske", "nogen",
		"noget", "nogle", "oplysninger", "oplysningerne", "uden", "vores",
	}},
	{locale.EN, "English", []string{
		"and", "are", "course", "from", "of", "our", "that", "the", "them", "they", "this", "we", "what", "when",
		"which", "will", "with", "you", "your",
	}},
	{locale.FI, "Finnish", []string{
		"eikä", "emme", "että", "joka", "jonka", "jos", "jotka", "koska", "kuin", "mutta", "myös", "niin", "niitä",
		"olet", "ovat", "sinun", "sinä", "tai", "tiedot", "tietoja", "vain", "voimme", "voit",
	}},
	{locale.IS, "Icelandic", []string{
		"að", "ef", "eftir", "ekki", "eru", "eða", "frá", "fyrir", "hafa", "hvað", "okkar", "sem", "upplýsingar",
		"upplýsingarnar", "verða", "við", "það", "þegar", "þeim", "þess", "þig", "þinn", "þín", "þínar", "þú",
	}},
	{locale.NB, "Norwegian (Bokmål)", []string{
		"dere", "gjør", "hva", "noe", "noen", "opplysningene", "opplysninger", "uten",
	}},
	{locale.NN, "Norwegian (Nynorsk)", []string{
		"berre", "dei", "dykk", "eg", "eit", "frå", "gjer", "ikkje", "korleis", "kva", "kven", "kvifor", "noko",
		"nokon", "opplysningane", "opplysningar", "vere", "vert",
	}},
	{locale.SV, "Swedish", []string{
		"att", "ett", "från", "för", "hur", "inte", "när", "någon", "något", "några", "och", "också", "ska", "till",
		"uppgifter", "uppgifterna", "vad", "vilka", "vilken", "vilket", "är",
	}},
}
