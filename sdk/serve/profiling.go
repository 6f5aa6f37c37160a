package serve

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

// profiling tells, on the page where answers are changed, of the profiles that the
// form is about: what is worked out, what it means, how to say no, and whether one
// is made now.
func (h *html) profiling(a *asked, list []standing) {
	for i := range a.e.Doc.Activities {
		x := &a.e.Doc.Activities[i]
		if x.Profiling == nil || !a.isAbout(x) {
			continue
		}
		h.raw("<section class=\"lagrum-statement lagrum-profile\">\n<h2>").text(a.lang.Notice.ProfilingLabel).raw(": ").text(rights.ActivityTitle(a.e.Doc, i, a.lang)).raw("</h2>\n")
		tag := a.lang.Tag
		for _, words := range []string{x.Profiling.Logic.In(tag), x.Profiling.Effect.In(tag), x.Profiling.OptOut.In(tag), a.now(x, list)} {
			if words != "" {
				h.paragraph(words)
			}
		}
		h.raw("</section>\n")
	}
}

// isAbout reports whether the form is about the activity.
func (a *asked) isAbout(x *policy.Activity) bool {
	return slices.Contains(a.form.Activities, x.ID) || slices.ContainsFunc(a.form.Fields, func(f policy.Field) bool {
		return f.Consent != "" && slices.Contains(x.Consents, f.Consent)
	})
}

// now says whether the person is profiled in an activity that rests on consent, as
// the answers stand. On another basis only the host knows whether the person has
// objected: then it says how to (GDPR Article 21(4)).
func (a *asked) now(x *policy.Activity, list []standing) string {
	doc := a.e.Doc
	if basis, _ := law.BasisOf(doc.Regime, articleOf(doc, x)); basis != law.Consent {
		for i := range doc.Rights {
			if doc.Rights[i].Right == law.Objection {
				return doc.Rights[i].How.In(a.lang.Tag)
			}
		}
		return ""
	}
	for _, purpose := range x.Purposes {
		for _, use := range rights.MayProfile(doc, purpose, a.said(list), a.day).Uses {
			if use.Activity == x.ID {
				return use.Why.In(a.lang)
			}
		}
	}
	return ""
}

// said gives the answers as events. One that stands does so today, however old it is.
func (a *asked) said(list []standing) []rights.Event {
	var events []rights.Event
	for i := range list {
		e := rights.Event{On: a.day, Consent: list[i].question.ID}
		switch {
		case list[i].answer == form.Yes:
			e.Kind = rights.Consented
		case list[i].last.Status == consent.Withdrawn:
			e.Kind = rights.ConsentTakenBack
		default:
			continue
		}
		events = append(events, e)
	}
	return events
}

// articleOf is the article on which the activity rests.
func articleOf(doc *policy.Document, x *policy.Activity) string {
	switch {
	case x.Basis != nil:
		return x.Basis.Article
	case doc.DefaultBasis != nil:
		return doc.DefaultBasis.Article
	}
	return ""
}
