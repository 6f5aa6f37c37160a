package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Roles are what rules ask for about who does what. They are worked out when
// first asked for, once for all rules.
type roles struct {
	controls  map[role]bool               // who is controller of an activity, and which organisations are theirs
	anywhere  map[string]bool             // who is controller of anything
	perKind   map[policy.ScopeKind]roster // who is controller in scopes of a kind
	processes map[string]bool             // who is processor of anything
	reached   map[string]bool             // whom people can reach, by what the policy says
	officers  map[string]bool             // to whom contacts for data protection officers belong
	covered   map[string]bool             // who has an officer, or is part of somebody who has
	tops      map[string]string           // the outermost whole that a party is part of
	signers   map[string]string           // the first party of an organisation that may sign agreements
	ruled     map[string][]int            // the activities that name a retention rule
}

// A role is that of a party, or of a whole organisation, in an activity.
type role struct {
	activity int
	party    string
	whole    bool
}

// A roster is who is controller in the scopes of a kind.
type roster struct {
	parties map[string]bool
	wholes  map[string]bool // the organisations that they are part of
	joint   bool            // some scope has several
}

// top gives the outermost whole that a party is part of, or the party itself.
func (p *pass) top(id string) string {
	if p.roles.tops == nil {
		p.roles.tops = map[string]string{}
	}
	var chain []string
	for {
		if known, ok := p.roles.tops[id]; ok {
			id = known
			break
		}
		p.roles.tops[id] = id // until the chain says otherwise; it also ends a circle
		chain = append(chain, id)
		party := p.party(id)
		if party == nil || party.PartOf == "" {
			break
		}
		id = party.PartOf
	}
	for _, part := range chain {
		p.roles.tops[part] = id
	}
	return id
}

// control works out who is controller of what.
func (p *pass) control() {
	if p.roles.controls != nil {
		return
	}
	p.roles.controls, p.roles.anywhere, p.roles.perKind = map[role]bool{}, map[string]bool{}, map[policy.ScopeKind]roster{}
	for i := range p.doc.Scopes {
		s := &p.doc.Scopes[i]
		r, ok := p.roles.perKind[s.Kind]
		if !ok {
			r = roster{parties: map[string]bool{}, wholes: map[string]bool{}}
		}
		for _, id := range s.Controllers {
			p.roles.anywhere[id], r.parties[id], r.wholes[p.top(id)] = true, true, true
		}
		r.joint = r.joint || several(s.Controllers)
		p.roles.perKind[s.Kind] = r
	}
	for i := range p.doc.Activities {
		for _, id := range p.doc.Activities[i].Controllers {
			p.roles.anywhere[id], p.roles.controls[role{i, id, false}], p.roles.controls[role{i, p.top(id), true}] = true, true, true
		}
	}
}

// several reports whether a list holds two different ids.
func several(ids []string) bool {
	return len(ids) > 1 && slices.ContainsFunc(ids, func(id string) bool { return id != ids[0] })
}

// isController reports whether the party is controller of any activity, or in any scope.
func (p *pass) isController(id string) bool {
	p.control()
	return p.roles.anywhere[id]
}

// controlsActivity reports whether the party is a controller of the activity,
// by itself or in some scope.
func (p *pass) controlsActivity(i int, id string) bool {
	p.control()
	return p.roles.controls[role{i, id, false}] || p.rosterOf(i).parties[id]
}

// isOwn reports whether the party belongs to the organisation of a controller
// of the activity.
func (p *pass) isOwn(i int, id string) bool {
	p.control()
	whole := p.top(id)
	return p.roles.controls[role{i, whole, true}] || p.rosterOf(i).wholes[whole]
}

// rosterOf gives the controllers that the activity takes from its scopes.
func (p *pass) rosterOf(i int) roster {
	p.control()
	kind := p.doc.Activities[i].ControllerPer
	if kind == "" {
		return roster{}
	}
	return p.roles.perKind[kind]
}

// isProcessor reports whether the party is processor of anything.
func (p *pass) isProcessor(id string) bool {
	if p.roles.processes == nil {
		p.roles.processes = map[string]bool{}
		for i := range p.doc.Processors {
			p.roles.processes[p.doc.Processors[i].Party] = true
		}
	}
	return id != "" && p.roles.processes[id]
}

// isReached reports whether people learn how to reach the party: by its own
// details, by those of a part of it, or through a contact.
func (p *pass) isReached(id string) bool {
	if p.roles.reached == nil {
		p.roles.reached = map[string]bool{}
		for i := range p.doc.Parties {
			if x := &p.doc.Parties[i]; leads(x.Email, x.Phone, x.Address) {
				p.reach(x.ID)
			}
		}
		for i := range p.doc.Contacts {
			if x := &p.doc.Contacts[i]; leads(x.Email, x.Phone, x.Address) || x.Web != "" {
				p.reach(x.Party)
				if x.Party == "" && x.Kind == policy.ControllerContact {
					p.roles.reached[""] = true // it is everybody's
				}
			}
		}
		p.reachScopes()
	}
	return p.roles.reached[id] || p.roles.reached[""]
}

// reachScopes takes the contacts of a scope that belong to nobody for those of
// its controllers.
func (p *pass) reachScopes() {
	for i := range p.doc.Scopes {
		s := &p.doc.Scopes[i]
		if slices.ContainsFunc(s.Contacts, func(id string) bool {
			c := named(p, p.doc.Contacts, "contact", id)
			return c != nil && c.Party == "" && (leads(c.Email, c.Phone, c.Address) || c.Web != "")
		}) {
			for _, id := range s.Controllers {
				p.reach(id)
			}
		}
	}
}

// reach notes that a party can be reached, and with it what it is part of.
func (p *pass) reach(id string) {
	for id != "" && !p.roles.reached[id] {
		p.roles.reached[id] = true
		party := p.party(id)
		if party == nil {
			return
		}
		id = party.PartOf
	}
}

// leads reports whether any of these lets people reach somebody.
func leads(email, phone string, a *policy.Address) bool {
	return email != "" || phone != "" || a != nil && *a != (policy.Address{})
}

// hasOfficer reports whether the party, or what it is part of, has a data
// protection officer.
func (p *pass) hasOfficer(id string) bool {
	if p.roles.officers == nil {
		p.roles.officers, p.roles.covered = map[string]bool{}, map[string]bool{}
		for i := range p.doc.Contacts {
			if c := &p.doc.Contacts[i]; c.Kind == policy.DPOContact {
				p.roles.officers[c.Party] = true // one that belongs to nobody is everybody's
			}
		}
	}
	var chain []string
	answer := p.roles.officers[""]
	for !answer {
		known, ok := p.roles.covered[id]
		party := p.party(id)
		if ok || party == nil {
			answer = known
			break
		}
		answer = party.DPO != "" || p.roles.officers[id]
		p.roles.covered[id] = answer // until the chain says otherwise; it also ends a circle
		chain = append(chain, id)
		id = party.PartOf
	}
	for _, part := range chain {
		p.roles.covered[part] = answer
	}
	return answer
}

// signerOf gives the party of the organisation that may sign agreements, if
// the policy names one.
func (p *pass) signerOf(whole string) (string, bool) {
	if p.roles.signers == nil {
		p.roles.signers = map[string]string{}
		for i := range p.doc.Parties {
			x := &p.doc.Parties[i]
			if _, ok := p.roles.signers[p.top(x.ID)]; !ok && x.SignsAgreements == policy.Yes {
				p.roles.signers[p.top(x.ID)] = x.ID
			}
		}
	}
	id, ok := p.roles.signers[whole]
	return id, ok
}

// ruledBy lists the activities that name the retention rule, in order.
func (p *pass) ruledBy(id string) []int {
	if p.roles.ruled == nil {
		p.roles.ruled = map[string][]int{}
		for i := range p.doc.Activities {
			for _, rule := range p.doc.Activities[i].Retention {
				if list := p.roles.ruled[rule]; len(list) == 0 || list[len(list)-1] != i {
					p.roles.ruled[rule] = append(list, i)
				}
			}
		}
	}
	return p.roles.ruled[id]
}

// isContract reports whether the act is one of the policy's own that is no statute.
func (p *pass) isContract(id law.ActID) bool {
	if _, ok := law.Find(id); ok {
		return false
	}
	i, ok := p.ownActs[id]
	return ok && p.doc.Acts[i].Contract
}

// onlyContracts reports whether something is cited, and none of it is a statute.
func (p *pass) onlyContracts(cited []policy.Citation) bool {
	return len(cited) > 0 && !slices.ContainsFunc(cited, func(c policy.Citation) bool { return !p.isContract(c.Act) })
}

// covers reports whether a cited act is one that the tables know provisions of on the matter.
func covers(cited []policy.Citation, matter law.Matter) (law.ActID, bool) {
	for _, c := range cited {
		for provision := range law.Provisions() {
			if provision.Act == c.Act && provision.Matter == matter {
				return c.Act, true
			}
		}
	}
	return "", false
}

// partyArg is the argument "party" of a message.
func (p *pass) partyArg(i int) diag.Arg {
	return arg("party", label(p.doc.Parties[i].ID, entry("parties", i)))
}

// processorArg is the argument "processor" of a message.
func (p *pass) processorArg(i int) diag.Arg {
	return arg("processor", label(p.doc.Processors[i].ID, entry("processors", i)))
}

// reportRule notes that the retention rule with the number lacks a member, or
// has a wrong one.
func (p *pass) reportRule(i int, members ...string) {
	p.report(entry("retention", i, members...), p.ruleArg(i))
}

// ruleArg is the argument "rule" of a message.
func (p *pass) ruleArg(i int) diag.Arg {
	return arg("rule", label(p.doc.Retention[i].ID, entry("retention", i)))
}
