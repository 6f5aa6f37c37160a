package change

import (
	"cmp"
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A Change is one thing that differs between two policies.
type Change struct {
	Kind     Kind // what kind of change it is
	Material bool // whether people were told, or agreed to, something else
	Narrows  bool // whether less is done than before; nobody is asked again for that

	Of, ID   string    // the thing that was changed, added or removed: its kind, as policy.Visitor names it, and its id
	Old, New diag.Path // where it stands in each policy; empty in the one that does not have it

	Activities []string     // the ids of the activities that it is part of; empty if it is part of none, or of the whole policy
	Subjects   []string     // the ids of the groups of people whom it concerns; empty if it concerns all
	Consents   []string     // the ids of the consents that it touches
	Languages  []locale.Tag // the languages in which words differ; empty if it is not about words

	// Args tell more in words of the model: from and to for values, field for what of the thing differs, reason for
	// an editorial change. Which of them there are depends on the kind.
	Args []diag.Arg
}

// Arg gives the value of an argument, or "".
func (c *Change) Arg(name string) string {
	for _, a := range c.Args {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// A Report is what differs between two policies.
type Report struct {
	Old, New *policy.Document // the policies that were compared
	Changes  []Change         // the material ones first, in the order of the kinds
}

// Compare tells what differs between an older and a newer policy. It gives a
// material change if, and only if, the fingerprints of the two do not agree,
// and touches a consent if, and only if, those of that consent do not.
func Compare(old, new *policy.Document) Report {
	c := comparison{old: collect(old), new: collect(new)}
	c.terms()
	c.parts()
	c.fromConsent()
	c.details()
	c.wording()
	for i := range c.found {
		x := &c.found[i]
		x.Material = x.Kind.Material()
		x.Subjects = c.subjects(x)
	}
	c.touch()
	r := Report{Old: old, New: new}
	for _, f := range c.found {
		r.Changes = append(r.Changes, f.Change)
	}
	slices.SortStableFunc(r.Changes, func(a, b Change) int {
		return cmp.Or(
			cmp.Compare(slices.Index(order[:], a.Kind), slices.Index(order[:], b.Kind)),
			slices.Compare(a.Activities, b.Activities), cmp.Compare(a.Of, b.Of), cmp.Compare(a.ID, b.ID))
	})
	return r
}

// Material reports whether any change is material.
func (r Report) Material() bool {
	return slices.ContainsFunc(r.Changes, func(c Change) bool { return c.Material })
}

// Again gives the consents, in the order of the newer policy, that must be asked
// again of those who gave them: those touched by a material change that does
// more than narrow what is done. A purpose that no longer rests on consent is
// not asked about; see [Report.Findings].
func (r Report) Again() []string {
	var list []string
	for i := range r.New.Consents {
		id := r.New.Consents[i].ID
		if r.Old.Consent(id) == nil || slices.Contains(list, id) {
			continue
		}
		if slices.ContainsFunc(r.Changes, func(c Change) bool {
			return c.Material && !c.Narrows && c.Kind != BasisFromConsent && slices.Contains(c.Consents, id)
		}) {
			list = append(list, id)
		}
	}
	return list
}

// Subjects gives the groups of people whom material changes concern, in the
// order of the newer policy and then of the older one. The list is empty if a
// change concerns all, or none is material.
func (r Report) Subjects() []string {
	var list []string
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Material && len(c.Subjects) == 0 {
			return nil
		}
		if c.Material {
			list = append(list, c.Subjects...)
		}
	}
	var ordered []string
	for _, doc := range []*policy.Document{r.New, r.Old} {
		for i := range doc.Subjects {
			if id := doc.Subjects[i].ID; slices.Contains(list, id) && !slices.Contains(ordered, id) {
				ordered = append(ordered, id)
			}
		}
	}
	return ordered
}

// Findings gives what is wrong with the change itself: code basis-from-consent,
// an error, for each activity that takes up another basis for a purpose that
// people were asked to consent to (EDPB Guidelines 05/2020 on consent,
// section 6). Paths are those of the newer policy.
func (r Report) Findings() diag.List {
	const message = "the purpose {purpose} rested on consent and now rests on Article {basis}; a no, or a withdrawal, cannot be passed over by another basis"
	var list diag.List
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Kind != BasisFromConsent {
			continue
		}
		args := []diag.Arg{{Name: "purpose", Value: c.Arg("purpose")}, {Name: "basis", Value: c.Arg("to")}}
		list = append(list, diag.Finding{
			Code: string(BasisFromConsent), Severity: diag.Error, Path: c.New,
			Message: diag.Fill(message, args...), Args: args, Cites: []string{"Article 6(1)(a)", "Article 7(3)"},
		})
	}
	return list
}
