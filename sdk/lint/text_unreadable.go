package lint

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
)

var textUnreadable = Rule{
	Code: "text-unreadable", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{GDPR: "12(1)", Source: gdprText, Verified: true},
		{Other: "Readability index LIX", Source: "general knowledge"},
	},
	Title:   "The language is hard to read",
	Message: "the {language} texts have a readability index (LIX) of {lix}, as laws and research papers have: write shorter sentences and shorter words",
	Explanation: `The notice must be concise and in plain language. LIX adds the words in a
sentence to the share of words with more than six letters: stories have 30,
newspapers 45, law above 55. All sentences of a language are taken together, if
they have a hundred words; Finnish and Icelandic, whose words are longer, are
not measured.`,
	Avoid: `languages: [sv]
advice:
  - {id: a0, text: {sv: "Personuppgiftsbehandlingen genomförs uteslutande inom ramen för de dataskyddsrättsliga bestämmelser som tillämpas på utbildningsanordnarens myndighetsutövning, varvid de registrerades grundläggande rättigheter beaktas genom proportionalitetsbedömningar, dokumentationsskyldigheter och organisatoriska säkerhetsåtgärder."}}
  - {id: a1, text: {sv: "Personuppgiftsbehandlingen genomförs uteslutande inom ramen för de dataskyddsrättsliga bestämmelser som tillämpas på utbildningsanordnarens myndighetsutövning, varvid de registrerades grundläggande rättigheter beaktas genom proportionalitetsbedömningar, dokumentationsskyldigheter och organisatoriska säkerhetsåtgärder."}}
  - {id: a2, text: {sv: "Personuppgiftsbehandlingen genomförs uteslutande inom ramen för de dataskyddsrättsliga bestämmelser som tillämpas på utbildningsanordnarens myndighetsutövning, varvid de registrerades grundläggande rättigheter beaktas genom proportionalitetsbedömningar, dokumentationsskyldigheter och organisatoriska säkerhetsåtgärder."}}
  - {id: a3, text: {sv: "Personuppgiftsbehandlingen genomförs uteslutande inom ramen för de dataskyddsrättsliga bestämmelser som tillämpas på utbildningsanordnarens myndighetsutövning, varvid de registrerades grundläggande rättigheter beaktas genom proportionalitetsbedömningar, dokumentationsskyldigheter och organisatoriska säkerhetsåtgärder."}}`,
	Prefer: `languages: [sv]
advice:
  - {id: a0, text: {sv: "Vi sparar ditt namn och din adress. Vi gör det så att du får plats på kursen. När den är slut tar vi bort allt."}}
  - {id: a1, text: {sv: "Vi sparar ditt namn och din adress. Vi gör det så att du får plats på kursen. När den är slut tar vi bort allt."}}
  - {id: a2, text: {sv: "Vi sparar ditt namn och din adress. Vi gör det så att du får plats på kursen. När den är slut tar vi bort allt."}}
  - {id: a3, text: {sv: "Vi sparar ditt namn och din adress. Vi gör det så att du får plats på kursen. När den är slut tar vi bort allt."}}
  - {id: a4, text: {sv: "Vi sparar ditt namn och din adress. Vi gör det så att du får plats på kursen. När den är slut tar vi bort allt."}}`,
	check: func(p *pass) {
		for i, tag := range p.doc.Languages {
			switch tag {
			case locale.SV, locale.DA, locale.NB, locale.NN, locale.EN:
				if lix, ok := p.lix(tag); ok && lix > hardest {
					p.report(diag.Path("/languages").Index(i), arg("language", languageName(tag)), arg("lix", strconv.Itoa(lix)))
				}
			}
		}
	},
}

const (
	hardest   = 55  // the index above which a text is very hard to read
	enough    = 100 // words that a language needs to be measured
	longWord  = 6   // letters above which a word is long
	stopMarks = ".!?"
)

// lix is the readability index of all full sentences in a language (Björnsson
// 1968): words in a sentence and long words in a hundred.
func (p *pass) lix(tag locale.Tag) (int, bool) {
	words, long, sentences := 0, 0, 0
	for _, ph := range p.texts {
		text := strings.TrimSpace(ph.text[tag])
		if text == "" || !strings.ContainsAny(text[len(text)-1:], stopMarks) {
			continue // a label or a heading
		}
		for word := range strings.FieldsSeq(text) {
			n := utf8.RuneCountInString(strings.TrimFunc(word, func(r rune) bool { return !isLetter(r) }))
			if n == 0 {
				continue
			}
			words++
			if n > longWord {
				long++
			}
			if strings.ContainsAny(word[len(word)-1:], stopMarks) {
				sentences++
			}
		}
	}
	if words < enough || sentences == 0 {
		return 0, false
	}
	return words/sentences + 100*long/words, true
}
