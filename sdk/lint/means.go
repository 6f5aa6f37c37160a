package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/policy"
)

// Words for ways of getting in touch, in the seven languages and in lower
// case, in the forms in which such sentences have them. They are the field's
// own, from general knowledge.
var (
	mails = []string{
		"mail", "mails", "e-mail", "e-mails", "mejl", "mejla", "mejlet", "mejlen", "mailen", "maila", "maile", "e-post", "e-posta", "e-posten", "epost", "e-postmelding",
		"sähköposti", "sähköpostia", "sähköpostilla", "sähköpostitse", "tölvupóst", "tölvupósti", "netpóst",
	}
	letterWords = []string{
		"letter", "brev", "brevet", "skriv", "skriva", "skrive", "skriftlig", "skriftligt", "write", "writing", "post",
		"kirje", "kirjeellä", "kirjoita", "kirjallisesti", "bréf", "bréfi", "skrifa", "skrifaðu", "skriflega",
	}
	calls = []string{
		"call", "phone", "telephone", "talk", "ring", "ringa", "ringer", "ringe", "ringje", "samtal", "samtale", "telefon",
		"telefonsamtal", "uppringd", "ringd", "opkald", "oppringt", "snakke", "soita", "soittoa", "soittopyyntö", "puhelin",
		"puhelimitse", "puhelimella", "hringja", "hringdu", "hringið", "síma", "símtal", "símtali",
	}
	clicks = []string{
		"link", "links", "länk", "länken", "lenke", "lenken", "lenkja", "lenkje", "linket", "linkki", "linkkiä", "linkin",
		"tengil", "tengilinn", "tengill", "click", "klicka", "klick", "klik", "klikk", "klikka", "klikke", "napsauta", "smelltu",
		"tick", "untick", "unsubscribe", "avprenumerera", "avregistrera", "avmeld", "afmeld", "frameld", "box", "button", "switch", "turn", "choose", "open", "change", "kryss", "krysset", "krydset", "kryds",
		"bocka", "bock", "ruta", "rutan", "knapp", "knappen", "knap", "välj", "velg", "vel", "vælg", "stäng", "ändra", "endre",
		"rasti", "poista", "valitse", "muuta", "painike", "painiketta", "hakið", "veldu", "breyttu", "hnapp", "hnappinn",
		"page", "sidan", "siden", "side", "sivu", "sivulla", "síðu", "síðunni", "profile", "profil", "profilen", "profiili",
		"form", "formulär", "formuläret", "formular", "formularen", "skjema", "skjemaet", "lomake", "lomakkeella", "eyðublað",
	}
)

// saysAnywhere reports whether one of the words stands in the text in some
// language of the policy.
func (p *pass) saysAnywhere(t policy.Text, words []string) bool {
	for _, tag := range p.doc.Languages {
		text := strings.ToLower(t.In(tag))
		for _, w := range words {
			if holds(text, w, false) {
				return true
			}
		}
	}
	return false
}
