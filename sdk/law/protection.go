package law

import (
	"iter"
	"slices"
)

// A Protection is a way in which a country hides the identity or address of a
// person under threat.
type Protection struct {
	Jurisdiction string       // ISO 3166-1 alpha-2
	Kind         string       // in the country's own language
	Provision    string       // id of [FindProvision]
	Law          string       // as one cites it
	Effect       string       // what it does, in English
	Handling     string       // what a course organiser should do
	Precautions  []Precaution // the same, for programs
	Fact
}

// A Precaution is something that a kind of protection demands of those who
// arrange courses.
type Precaution string

// The precautions. What every kind of protection demands is not among them.
const (
	CheckFirst  Precaution = "check"        // tell nobody anything before it has been tried whether it may be told
	PostAgency  Precaution = "post"         // letters go by way of the tax authority
	NoAddress   Precaution = "no-address"   // do not ask for the address, and do not keep it
	NoLink      Precaution = "no-link"      // nothing may lead from older records to the person
	Recheck     Precaution = "recheck"      // it ends on a day: look then, and show nothing before
	NoDirectory Precaution = "no-list"      // no directory and no class list
	NoProxy     Precaution = "no-proxy"     // nobody may act for the person online
	NoHint      Precaution = "no-hint"      // no e-mail may hint at where the person is
	ContactOnly Precaution = "contact-only" // no address but the contact address
)

// Precautions lists all precautions.
var Precautions = []Precaution{CheckFirst, PostAgency, NoAddress, NoLink, Recheck, NoDirectory, NoProxy, NoHint, ContactOnly}

// ProtectionsIn lists the kinds of protection in a country.
func ProtectionsIn(jurisdiction string) iter.Seq[Protection] {
	return func(yield func(Protection) bool) {
		for i := range protections {
			if protections[i].Jurisdiction == jurisdiction && !yield(protections[i]) {
				return
			}
		}
	}
}

// Demands reports whether the kind of protection demands the precaution.
func (p *Protection) Demands(precaution Precaution) bool {
	return slices.Contains(p.Precautions, precaution)
}

// Protections lists the kinds of protection in all countries.
func Protections() iter.Seq[Protection] { return slices.Values(protections) }
