package lint

import (
	"strings"
	"unicode/utf8"

	"github.com/lagrum/lagrum/sdk/diag"
)

var contactMailboxMismatch = Rule{
	Code: "contact-mailbox-mismatch", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(d)", Source: gdprText, Verified: true},
		{GDPR: "12(2)", Source: gdprText, Verified: true},
	},
	Title:   "The mailbox of a contact bears another name",
	Message: `the name and the mailbox of contact "{contact}" do not belong to one person: name a function, with a mailbox of its own`,
	Explanation: `When people change jobs or names, one of the two is put right and the other
forgotten. Letters about children and health then go to a mailbox that somebody
else reads, or nobody. A function such as the registrar does not change with
people.`,
	Avoid: `contacts:
  - {id: head, name: Robin Example, email: robin.other@school.example}`,
	Prefer: `contacts:
  - {id: head, name: Head teacher, email: head@school.example}`,
	check: func(p *pass) {
		for i := range p.doc.Contacts {
			c := &p.doc.Contacts[i]
			first, last, ok := mailbox(c.Email)
			if !ok {
				continue
			}
			for s := range p.saidIn(entry("contacts", i, "name"), c.Name) {
				if isMismatch(s.text, first, last) {
					p.report(entry("contacts", i, "email"), arg("contact", label(c.ID, entry("contacts", i))))
					break
				}
			}
		}
	},
}

// mailbox takes a mailbox of the form first.last@ apart, in lower case.
func mailbox(email string) (first, last string, ok bool) {
	local, _, ok := strings.Cut(strings.ToLower(email), "@")
	if !ok {
		return "", "", false
	}
	first, last, ok = strings.Cut(local, ".")
	return first, last, ok && len(first) > 1 && len(last) > 2 && !strings.Contains(last, ".")
}

// isMismatch reports whether a name begins like that of a person, the mailbox
// has the same first name, and no other part of the name is in the mailbox.
func isMismatch(name, first, last string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return !isLetter(r) && r != '-' })
	if len(words) < 2 || !isCapital(words[0]) || !isCapital(words[1]) || plainLetters(words[0]) != first {
		return false
	}
	for _, w := range words[1:] {
		if w := plainLetters(w); len(w) > 2 && (strings.Contains(last, w) || strings.Contains(w, last)) {
			return false
		}
	}
	return true
}

// isCapital reports whether a word is written as names are: Robin, Åsa, Ann-Marie.
func isCapital(word string) bool {
	first, n := utf8.DecodeRuneInString(word)
	return strings.ToLower(string(first)) != string(first) && word[n:] == strings.ToLower(word[n:]) || strings.Contains(word, "-")
}

// plainLetters writes a name as mailboxes do.
func plainLetters(name string) string {
	return strings.NewReplacer("å", "a", "ä", "a", "á", "a", "à", "a", "ö", "o", "ø", "o", "ó", "o", "é", "e", "è", "e", "ü", "u", "ú", "u",
		"æ", "ae", "í", "i", "ý", "y", "ð", "d", "þ", "th").Replace(strings.ToLower(name))
}
