package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var addressPostcodeMismatch = Rule{
	Code: "address-postcode-mismatch", Severity: diag.Warning, Since: "0.2",
	Cites:   []Cite{{GDPR: "5(1)(d)", Source: gdprText, Verified: true}},
	Title:   "One street has two postal codes",
	Message: `the same street has another postal code under "{other}": find out which is right`,
	Explanation: `A house has one postal code. Where a notice gives two, one is a slip, and
letters to it come late or not at all. Some requests must be answered within a
month; a week in the wrong post office is part of it.`,
	Avoid: `parties:
  - {id: agency, address: {street: High Street 1, postalCode: "1149", city: Town}}
  - {id: head, address: {street: High Street 1, postalCode: "1049", city: Town}}`,
	Prefer: `parties:
  - {id: agency, address: {street: High Street 1, postalCode: "1049", city: Town}}
  - {id: head, address: {street: High Street 1, postalCode: "1049", city: Town}}`,
	check: func(p *pass) {
		seen := map[policy.Address]place{}
		for i := range p.doc.Parties {
			x := &p.doc.Parties[i]
			p.comparePostalCode(seen, x.Address, entry("parties", i, "address", "postalCode"), label(x.ID, entry("parties", i)))
		}
		for i := range p.doc.Contacts {
			x := &p.doc.Contacts[i]
			p.comparePostalCode(seen, x.Address, entry("contacts", i, "address", "postalCode"), label(x.ID, entry("contacts", i)))
		}
	},
}

// A place is the postal code of an address and who has it.
type place struct{ code, id string }

// comparePostalCode holds a postal code against the first one of the same street.
func (p *pass) comparePostalCode(seen map[policy.Address]place, a *policy.Address, path diag.Path, id string) {
	if a == nil || a.Street == "" || a.PostalCode == "" {
		return
	}
	plain := func(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), "") }
	house := policy.Address{Street: plain(a.Street), City: plain(a.City), Country: a.Country}
	code := plain(a.PostalCode)
	if first, ok := seen[house]; !ok {
		seen[house] = place{code, id}
	} else if first.code != code {
		p.report(path, arg("other", first.id))
	}
}
