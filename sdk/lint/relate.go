package lint

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Relations are what rules ask for about how things hang together. They are
// worked out when first asked for, once for all rules.
type relations struct {
	users     map[key][]int              // the activities that name a thing
	purposes  map[string]*policy.Purpose // at any depth
	authority map[string]bool            // whether a party is, or is part of, a public authority
	perScope  map[policy.ScopeKind]bool  // kinds of scope of which some controller is a public authority
	guarded   []guarded                  // what each datum tells of special categories, in the order of the data
	clues     map[locale.Tag][]clue      // the words that reveal special categories
	answers   map[question]bool          // what was asked of activities before
	told      map[string]bool            // the parties to which a transfer is stated
	ungiven   map[law.Right]bool         // the rights that no activity gives
	forms     []sheet                    // the forms, with what is looked up in them
}

// number gives the place of a thing in its list. It is of no use for things
// that stand inside others, as fields and parts of purposes do.
func (x *index) number(kind, id string) (int, bool) {
	i, ok := x.first[key{kind, id}]
	if !ok {
		return 0, false
	}
	path := string(x.definitions[i].path)
	n, err := strconv.Atoi(path[strings.LastIndexByte(path, '/')+1:])
	return n, err == nil
}

// named gives the entry of the list with the id, or nil.
func named[T any](p *pass, list []T, kind, id string) *T {
	if i, ok := p.number(kind, id); ok && i < len(list) {
		return &list[i]
	}
	return nil
}

func (p *pass) party(id string) *policy.Party { return named(p, p.doc.Parties, "party", id) }
func (p *pass) consent(id string) *policy.Consent {
	return named(p, p.doc.Consents, "consent", id)
}
func (p *pass) subject(id string) *policy.Subject {
	return named(p, p.doc.Subjects, "subject", id)
}
func (p *pass) datum(id string) *policy.Datum { return named(p, p.doc.Data, "datum", id) }
func (p *pass) recipient(id string) *policy.Recipient {
	return named(p, p.doc.Recipients, "recipient", id)
}
func (p *pass) system(id string) *policy.System { return named(p, p.doc.Systems, "system", id) }
func (p *pass) processor(id string) *policy.Processor {
	return named(p, p.doc.Processors, "processor", id)
}

// usersOf lists the activities that name the thing, in order.
func (p *pass) usersOf(kind, id string) []int {
	if p.users == nil {
		p.users = map[key][]int{}
		for i := range p.doc.Activities {
			a := &p.doc.Activities[i]
			p.use(i, "consent", a.Consents)
			p.use(i, "datum", a.Data)
			p.use(i, "recipient", a.Recipients)
			p.use(i, "processor", a.Processors)
			p.use(i, "system", a.Systems)
		}
	}
	return p.users[key{kind, id}]
}

// use notes that an activity names things, each once.
func (p *pass) use(activity int, kind string, ids []string) {
	for _, id := range ids {
		k := key{kind, id}
		if list := p.users[k]; len(list) == 0 || list[len(list)-1] != activity {
			p.users[k] = append(list, activity)
		}
	}
}

// purpose gives the purpose with the id, at any depth, or nil.
func (p *pass) purpose(id string) *policy.Purpose {
	if p.relations.purposes == nil {
		p.relations.purposes = map[string]*policy.Purpose{}
		p.addPurposes(p.doc.Purposes)
	}
	return p.relations.purposes[id]
}

func (p *pass) addPurposes(list []policy.Purpose) {
	for i := range list {
		if _, ok := p.relations.purposes[list[i].ID]; !ok && list[i].ID != "" {
			p.relations.purposes[list[i].ID] = &list[i]
		}
		p.addPurposes(list[i].Parts)
	}
}

// isAuthority reports whether the party is a public authority, or part of one.
func (p *pass) isAuthority(id string) bool {
	if p.authority == nil {
		p.authority = map[string]bool{}
	}
	var chain []string
	answer := false
	for id != "" {
		known, ok := p.authority[id]
		if ok {
			answer = known
			break
		}
		party := p.party(id)
		if party == nil {
			break
		}
		if party.PublicAuthority {
			p.authority[id] = true
			answer = true
			break
		}
		p.authority[id] = false // until the chain says otherwise; it also ends a circle
		chain = append(chain, id)
		id = party.PartOf
	}
	for _, part := range chain {
		p.authority[part] = answer
	}
	return answer
}

// A question is one that several things ask of the same activity.
type question struct {
	what     string
	activity int
}

// once asks something of an activity, and remembers the answer: many consents
// may name one activity.
func (p *pass) once(what string, i int, ask func() bool) bool {
	q := question{what, i}
	answer, ok := p.answers[q]
	if !ok {
		if p.answers == nil {
			p.answers = map[question]bool{}
		}
		answer = ask()
		p.answers[q] = answer
	}
	return answer
}

// byAuthority reports whether a controller of the activity is a public
// authority. Institutions of the Union all are.
func (p *pass) byAuthority(i int) bool {
	if p.doc.Regime == law.EUDPR {
		return true
	}
	return p.once("authority", i, func() bool {
		a := &p.doc.Activities[i]
		return slices.ContainsFunc(a.Controllers, p.isAuthority) || a.ControllerPer != "" && p.authorityPer(a.ControllerPer)
	})
}

func (p *pass) authorityPer(kind policy.ScopeKind) bool {
	if p.perScope == nil {
		p.perScope = map[policy.ScopeKind]bool{}
		for i := range p.doc.Scopes {
			for _, id := range p.doc.Scopes[i].Controllers {
				if p.isAuthority(id) {
					p.perScope[p.doc.Scopes[i].Kind] = true
				}
			}
		}
	}
	return p.perScope[kind]
}

// basis tells on which basis an activity rests, if the policy says so in a way
// that its regime knows.
func (p *pass) basis(i int) (law.Basis, bool) {
	b := p.doc.Activities[i].Basis
	if b == nil {
		b = p.doc.DefaultBasis
	}
	if b == nil {
		return "", false
	}
	return law.BasisOf(p.doc.Regime, b.Article)
}

// ground tells which condition for special categories an activity names.
func (p *pass) ground(i int) (law.Condition, bool) {
	g := p.doc.Activities[i].SpecialGround
	if g == nil {
		return law.Condition{}, false
	}
	return law.ConditionOf(p.doc.Regime, g.Article)
}

// restsOnConsent reports whether consent is the basis of the activity, or
// explicit consent its condition for special categories.
func (p *pass) restsOnConsent(i int) bool {
	if basis, ok := p.basis(i); ok && basis == law.Consent {
		return true
	}
	ground, ok := p.ground(i)
	return ok && ground.Letter == "a"
}

// consentArg is the argument "consent" of a message.
func (p *pass) consentArg(i int) (name, value string) {
	return "consent", label(p.doc.Consents[i].ID, entry("consents", i))
}

// reportConsent notes that the consent with the number lacks a member, or has
// a wrong one.
func (p *pass) reportConsent(i int, members ...string) {
	p.report(entry("consents", i, members...), arg(p.consentArg(i)))
}
