package lint

import (
	"iter"
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A sheet is a form of the policy with what rules look up in it.
type sheet struct {
	*policy.Form
	path       diag.Path
	inputs     []input
	fields     map[string]int   // by name
	groups     map[string]int   // by id
	consents   map[string]int   // the fields that ask for a consent
	ways       map[string]int   // how many fields there are for each oneOf
	openers    map[string][]int // the fields of the consents that data wait for: each names them and is explicit
	activities map[string]bool  // the activities it collects for; nil for all, and where one of them is not there
}

// An input is a field of a form: where it stands and what it asks for.
type input struct {
	*policy.Field
	form  *sheet
	path  diag.Path
	datum *policy.Datum // nil for a consent, and where the datum is not described
}

// sheets lists the forms.
func (p *pass) sheets() []sheet {
	if p.forms == nil {
		p.forms = make([]sheet, len(p.doc.Forms))
		for i := range p.forms {
			p.lay(&p.forms[i], i)
		}
	}
	return p.forms
}

// lay prepares the form with the number.
func (p *pass) lay(s *sheet, i int) {
	*s = sheet{
		Form: &p.doc.Forms[i], path: entry("forms", i),
		fields: map[string]int{}, groups: map[string]int{}, consents: map[string]int{}, ways: map[string]int{},
		openers: map[string][]int{},
	}
	for j := range s.Groups {
		if id := s.Groups[j].ID; id != "" && !has(s.groups, id) {
			s.groups[id] = j
		}
	}
	for j := range s.Fields {
		a := input{Field: &s.Fields[j], form: s, path: s.path.Key("fields").Index(j)}
		if a.Consent == "" {
			a.datum = p.datum(a.Datum)
		} else {
			s.consents[a.Consent] = j
			s.open(j, p.consent(a.Consent))
		}
		if a.datum != nil && a.datum.OneOf != "" {
			s.ways[a.datum.OneOf]++
		}
		if name := a.Name(); name != "" && !has(s.fields, name) {
			s.fields[name] = j
		}
		s.inputs = append(s.inputs, a)
	}
	if len(s.Activities) > 0 && !slices.ContainsFunc(s.Activities, func(id string) bool { return !p.defined("activity", id) }) {
		s.activities = map[string]bool{}
		for _, id := range s.Activities {
			s.activities[id] = true
		}
	}
}

// open notes that data are asked for only after a yes to the consent in a field.
func (s *sheet) open(j int, c *policy.Consent) {
	if c == nil || c.Kind != policy.ExplicitConsent && c.Kind != policy.SecrecyWaiver {
		return
	}
	for _, id := range c.Data {
		s.openers[id] = append(s.openers[id], j)
	}
}

// inputs lists every field of every form.
func (p *pass) inputs() iter.Seq[*input] {
	return func(yield func(*input) bool) {
		for i := range p.sheets() {
			for j := range p.forms[i].inputs {
				if !yield(&p.forms[i].inputs[j]) {
					return
				}
			}
		}
	}
}

// control is how the field is shown.
func (a *input) control() policy.Control { return a.ControlFor(a.datum) }

// reportField notes something about a member of a field, or the field itself.
func (p *pass) reportField(a *input, members []string, args ...diag.Arg) {
	path, args := a.place(members, args)
	p.report(path, args...)
}

// reportFieldHint is [pass.reportField] with one of the rule's hints.
func (p *pass) reportFieldHint(hint int, a *input, members []string, args ...diag.Arg) {
	path, args := a.place(members, args)
	p.reportHint(hint, path, args...)
}

func (a *input) place(members []string, args []diag.Arg) (diag.Path, []diag.Arg) {
	path := a.path
	for _, m := range members {
		path = path.Key(m)
	}
	return path, append([]diag.Arg{arg("field", label(a.Name(), a.path)), a.form.arg()}, args...)
}

// arg is the argument "form" of a message.
func (s *sheet) arg() diag.Arg { return arg("form", label(s.ID, s.path)) }

// usersFor lists the activities that the form collects the field's datum for, in
// order: those that it names, or all that use the datum.
func (p *pass) usersFor(a *input) []int {
	if a.datum == nil {
		return nil
	}
	all := p.usersOf("datum", a.Datum)
	if a.form.activities == nil {
		return all
	}
	var own []int
	for _, i := range all {
		if a.form.activities[p.doc.Activities[i].ID] {
			own = append(own, i)
		}
	}
	return own
}

// compels reports whether whoever sends the form must fill the field in. They
// need not where another one replaces it, or where a question comes before that
// they may leave or answer with no.
func (a *input) compels() bool {
	if !a.Required || a.Consent != "" || a.datum != nil && a.form.ways[a.datum.OneOf] > 1 {
		return false
	}
	if g, ok := a.form.groups[a.Group]; ok && a.form.free(a.form.Groups[g].If) {
		return false
	}
	return !a.form.free(a.If)
}

// depends reports whether only some are asked for the field: after an answer, or
// under a circumstance.
func (a *input) depends() bool {
	g, ok := a.form.groups[a.Group]
	return a.If != nil || a.When != "" || a.datum != nil && a.datum.When != "" || ok && a.form.Groups[g].If != nil
}

// free reports whether a condition depends on a question that may go unanswered.
func (s *sheet) free(c *policy.Answer) bool {
	if c == nil {
		return false
	}
	i, ok := s.fields[c.Field]
	return ok && (!s.Fields[i].Required || s.Fields[i].Consent != "")
}

// opens reports whether the form shows the field only to those who have answered
// yes to a consent that names its datum.
func (s *sheet) opens(a *input) bool { return len(s.openers[a.Datum]) > 0 }

// tells gives the special category that the policy says the field's datum is of,
// or reveals more than weakly.
func (p *pass) tells(a *input) (law.SpecialCategory, bool) {
	n, ok := p.number("datum", a.Datum)
	if a.datum == nil || !ok {
		return "", false
	}
	g := p.guardedData()[n]
	return g.category, g.declared && weight(g.strength) >= weight(law.Medium) && g.category.NeedsCondition()
}

// A condition is one of a field or a group, and where it stands.
type condition struct {
	*policy.Answer
	path diag.Path
}

// conditions lists those of the form.
func (s *sheet) conditions() iter.Seq[condition] {
	return func(yield func(condition) bool) {
		for j := range s.Groups {
			if c := s.Groups[j].If; c != nil && !yield(condition{c, s.path.Key("groups").Index(j).Key("if")}) {
				return
			}
		}
		for j := range s.inputs {
			if c := s.inputs[j].If; c != nil && !yield(condition{c, s.inputs[j].path.Key("if")}) {
				return
			}
		}
	}
}

// before lists the fields of the form on which a field depends: by its condition,
// by that of its group, and by the consents to its sensitive datum.
func (s *sheet) before(a *input) iter.Seq[int] {
	return func(yield func(int) bool) {
		on := []*policy.Answer{a.If}
		if g, ok := s.groups[a.Group]; ok {
			on = append(on, s.Groups[g].If)
		}
		for _, c := range on {
			if c == nil {
				continue
			}
			if j, ok := s.fields[c.Field]; ok && !yield(j) {
				return
			}
		}
		if a.datum == nil || a.datum.Special == "" && len(a.datum.Reveals) == 0 {
			return
		}
		for _, j := range s.openers[a.Datum] {
			if !yield(j) {
				return
			}
		}
	}
}
