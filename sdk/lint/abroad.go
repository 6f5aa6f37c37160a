package lint

import (
	"iter"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Transfers lists every transfer that the policy states, with its path.
func (p *pass) transfers() iter.Seq2[diag.Path, *policy.Transfer] {
	return func(yield func(diag.Path, *policy.Transfer) bool) {
		for i := range p.doc.Processors {
			if t := p.doc.Processors[i].Transfer; t != nil && !yield(entry("processors", i, "transfer"), t) {
				return
			}
		}
		for i := range p.doc.Recipients {
			if t := p.doc.Recipients[i].Transfer; t != nil && !yield(entry("recipients", i, "transfer"), t) {
				return
			}
		}
	}
}

// abroad reports whether data in a country have left the area in which they
// move freely. Under the law of the United Kingdom that is another area, whose
// decisions the tables do not hold; there nothing is taken to be abroad.
func (p *pass) abroad(country string) bool {
	return country != "" && p.doc.Regime != law.UKGDPR && !law.InEEA(country, p.at)
}

// firstAbroad gives the first of the countries that is abroad, and its place.
func (p *pass) firstAbroad(countries []string) (int, string, bool) {
	for i, c := range countries {
		if p.abroad(c) {
			return i, c, true
		}
	}
	return 0, "", false
}

// country is where a party is established, or nothing.
func (p *pass) country(party string) string {
	if x := p.party(party); x != nil {
		return x.Country
	}
	return ""
}

// transfersTo reports whether the policy states a transfer to the party, as
// processor or recipient.
func (p *pass) transfersTo(party string) bool {
	if p.told == nil {
		p.told = map[string]bool{}
		for i := range p.doc.Processors {
			if x := &p.doc.Processors[i]; x.Transfer != nil {
				p.told[x.Party] = true
			}
		}
		for i := range p.doc.Recipients {
			if x := &p.doc.Recipients[i]; x.Transfer != nil {
				p.told[x.Party] = true
			}
		}
	}
	return party != "" && p.told[party]
}
