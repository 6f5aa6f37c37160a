package lint

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// rightMissing reports that a published notice, which nothing is added to, does
// not tell of a right that the law that counts grants.
func (p *pass) rightMissing(right law.Right) {
	if p.doc.AsPublished && p.grants(right) && !p.states(right) {
		p.report("/rights")
	}
}

// grants reports whether the law that counts knows the right.
func (p *pass) grants(right law.Right) bool {
	_, ok := right.Article(p.governing())
	return ok
}

// states reports whether the policy itself speaks of the right.
func (p *pass) states(right law.Right) bool {
	return slices.ContainsFunc(p.doc.Rights, func(r policy.Right) bool { return r.Right == right })
}

// gives tells how far a right reaches over an activity. It is false where
// nothing that the law knows is named as its basis.
func (p *pass) gives(i int, right law.Right) (law.Extent, bool) {
	basis, ok := p.basis(i)
	if !ok {
		return law.No, false
	}
	e, ok := law.Applies(p.governing(), right, basis)
	if !ok {
		return law.No, false
	}
	far := e.Extent
	if ground, ok := p.ground(i); ok && ground.Letter == "a" {
		if e, ok := law.Applies(p.governing(), right, law.ExplicitConsent); ok {
			far = max(far, e.Extent)
		}
	}
	return far, true
}

// basedRightMissing is [pass.rightMissing] for a right that depends on the
// basis: the first activity that gives it is named.
func (p *pass) basedRightMissing(right law.Right) {
	if !p.doc.AsPublished || !p.grants(right) || p.states(right) {
		return
	}
	for i := range p.doc.Activities {
		if extent, ok := p.gives(i, right); ok && extent != law.No {
			p.report("/rights", p.activityArg(i))
			return
		}
	}
}

// isMarketing reports whether a purpose is marketing in the words of the Data
// Privacy Vocabulary.
func isMarketing(x *policy.Purpose) bool {
	return x != nil && strings.HasPrefix(x.Term, "dpv:") && strings.HasSuffix(x.Term, "Marketing")
}

// says reports whether one of the words stands in a text, which is in lower case.
func says(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return holds(text, w, true) })
}
