package specimen

import (
	"bytes"
	"fmt"
)

// Policy writes a policy in YAML with so many activities. Each has a purpose,
// two kinds of data, a recipient and a retention rule of its own, in Swedish
// and English, and there is a school for every fifty activities; so everything
// in the file grows with the number. The same number gives the same bytes.
func Policy(activities int) []byte {
	var b bytes.Buffer
	b.WriteString(head)
	schools := activities/50 + 1
	list := func(key string, n int, entry string) {
		if n > 0 {
			fmt.Fprintf(&b, "\n%s:\n", key)
		}
		for i := range n {
			fmt.Fprintf(&b, entry, i, i%schools, i/2)
		}
	}
	list("parties", schools, party)
	list("processors", schools, processor)
	b.WriteString(subjects)
	list("data", 2*activities, datum)
	list("purposes", activities, purpose)
	list("activities", activities, activity)
	list("recipients", activities, recipient)
	list("retention", activities, retention)
	list("contacts", schools, contact)
	b.WriteString(tail)
	return b.Bytes()
}

const head = `# A specimen: made by a program, for tests.
id: specimen
title: {sv: Så behandlar vi dina personuppgifter, en: How we handle your personal data}
service: Specimen
summary:
  sv: Specimen är en kurskatalog för alla som vill lära sig något nytt.
  en: Specimen is a catalogue of courses for everybody who wants to learn something new.
version: "1"
effectiveFrom: 2026-09-01
updates:
  sv: Vi skriver på startsidan när något ändras.
  en: We write on the front page when something changes.
languages: [sv, en]
regime: EU-GDPR
jurisdiction: SE
`

// In the entries, %[1]d is the number of the entry, %[2]d that of its school
// and %[3]d half of its own.
const (
	party = `- id: school-%[1]d
  name: Skola %[1]d
  country: SE
  publicAuthority: true
  address: {street: Skolgatan %[1]d, postalCode: 123 45, city: Skolstad, country: SE}
  email: registrar-%[1]d@school.example
  web: https://school.example/%[1]d
  dpo: dpo-%[1]d
- id: firm-%[1]d
  name: Firma %[1]d
  country: SE
`
	processor = `- id: host-%[1]d
  party: firm-%[1]d
  for: [school-%[2]d]
  task: {sv: driver servrarna, en: runs the servers}
  countries: [SE, NO]
  agreement: {reference: "2026-%[1]d", date: 2026-01-31}
`
	subjects = `
subjects:
- id: participant
  label: {sv: deltagare, en: participants}
  term: dpv:Student
- id: pupil
  label: {sv: elever, en: pupils}
  child: true
  actsThrough: guardian
`
	datum = `- id: datum-%[1]d
  label: {sv: uppgift %[1]d, en: datum %[1]d}
  term: pd:Contact
  provision: required
  sources: [{kind: subject, channel: web}]
`
	purpose = `- id: purpose-%[1]d
  title: {sv: Kurs %[1]d, en: Course %[1]d}
  text:
    sv: Vi anmäler dig till kurs %[1]d och skickar dig det du behöver.
    en: We enrol you in course %[1]d and send you what you need.
  term: edu:StudentEnrolmentManagement
`
	activity = `- id: activity-%[1]d
  purposes: [purpose-%[1]d]
  controllers: [school-%[2]d]
  processors: [host-%[2]d]
  basis:
    article: 6(1)(e)
    law: [{act: SE-SKOL, section: 26 a kap. 4 §}]
    text: {sv: Uppgiften är av allmänt intresse., en: The task is carried out in the public interest.}
  subjects: [participant, pupil]
  data: [datum-%[1]d, datum-%[3]d]
  recipients: [recipient-%[1]d]
  retention: [rule-%[1]d]
  necessity: necessary
  consequence:
    sv: Utan uppgifterna kan du inte delta.
    en: Without the data you cannot take part.
`
	recipient = `- id: recipient-%[1]d
  kind: authority
  party: school-%[2]d
  data: [datum-%[1]d]
  purpose: {sv: tillsyn, en: supervision}
`
	retention = `- id: rule-%[1]d
  trigger: course-end
  triggerText: {sv: kursen tog slut, en: the course ended}
  period: P2Y
  action: erase
  ground: {sv: Intyg kan behövas., en: Certificates may be needed.}
  owner: school-%[2]d
  disposalDecision: G 2026:%[1]d
`
	contact = `- id: dpo-%[1]d
  kind: dpo
  name: {sv: dataskyddsombudet, en: the data protection officer}
  party: school-%[2]d
  email: dpo-%[1]d@school.example
`
	tail = `
rights:
- right: access
  how: {sv: Skriv till oss., en: Write to us.}
  contact: dpo-0
links:
- id: catalogue
  label: {sv: kurskatalogen, en: the catalogue}
  url: https://school.example/catalogue
`
)
