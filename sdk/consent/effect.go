package consent

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
	"github.com/lagrum/lagrum/sdk/text"
)

// An Effect is what taking a consent back does (GDPR Articles 7(3) and
// 17(1)(b)), in words of one language.
type Effect struct {
	Stops []string     // the purposes for which data are no longer used, in words
	Data  []DataEffect // what becomes of the data that the consent is about
	// What people call the data that are no longer passed on, where a waiver of secrecy is taken back. They are
	// not erased for it: a waiver allows disclosure and is no ground for keeping anything.
	Shielded []string
}

// A DataEffect is what becomes of one kind of data.
type DataEffect struct {
	Datum string   // its id
	Label string   // what people call it
	Kept  []string // the retention rules that now hold, in words; none if it is to be erased at once
	Why   []string // what else it is needed for, in words, on a basis that was declared from the start; none if nothing
}

// EffectOf works out what taking the consent with the id back does, in the
// language, for somebody who gave it on the form; the form is empty for none of
// the policy's. Data stay only where another activity uses them on a ground of its
// own, and is about the same people: it shares a group of them with what rests on the
// consent, or the form is filled in for it. A ground is never exchanged (EDPB
// Guidelines 05/2020 points 117 to 123).
func EffectOf(doc *policy.Document, consent, form string, l *text.Language) Effect {
	c := doc.Consent(consent)
	if c == nil {
		return Effect{}
	}
	x := effects{doc: doc, consent: c, form: doc.Form(form), lang: l}
	if c.Kind == policy.SecrecyWaiver {
		return Effect{Shielded: x.labels()}
	}
	e := Effect{Stops: x.stops()}
	for _, id := range x.about() {
		if d := doc.Datum(id); d != nil {
			e.Data = append(e.Data, x.data(d))
		}
	}
	return e
}

type effects struct {
	doc     *policy.Document
	consent *policy.Consent
	form    *policy.Form // nil for none
	lang    *text.Language
}

// labels says what people call the data of the consent.
func (x *effects) labels() []string {
	var list []string
	for _, id := range x.consent.Data {
		if d := x.doc.Datum(id); d != nil {
			list = append(list, d.Label.In(x.lang.Tag))
		}
	}
	return list
}

// rests reports whether the activity may not go on without the consent.
func (x *effects) rests(a *policy.Activity) bool { return slices.Contains(a.Consents, x.consent.ID) }

// about gives the data of the consent, or of what rests on it where it names none.
func (x *effects) about() []string {
	if len(x.consent.Data) > 0 {
		return x.consent.Data
	}
	var list []string
	for i := range x.doc.Activities {
		a := &x.doc.Activities[i]
		for _, id := range a.Data {
			if x.rests(a) && !slices.Contains(list, id) {
				list = append(list, id)
			}
		}
	}
	return list
}

func (x *effects) stops() []string {
	purposes := x.consent.Purposes
	for i := range x.doc.Activities {
		if a := &x.doc.Activities[i]; len(x.consent.Purposes) == 0 && x.rests(a) {
			purposes = append(purposes, a.Purposes...)
		}
	}
	return x.inWords(purposes)
}

func (x *effects) inWords(purposes []string) []string {
	var list []string
	for _, id := range purposes {
		p := x.doc.Purpose(id)
		if p == nil {
			continue
		}
		words := p.Title.In(x.lang.Tag)
		if words == "" {
			words = p.Text.In(x.lang.Tag)
		}
		if words != "" && !slices.Contains(list, words) {
			list = append(list, words)
		}
	}
	return list
}

func (x *effects) data(d *policy.Datum) DataEffect {
	e := DataEffect{Datum: d.ID, Label: d.Label.In(x.lang.Tag)}
	for i := range x.doc.Activities {
		a := &x.doc.Activities[i]
		if !slices.Contains(a.Data, d.ID) {
			continue
		}
		if x.rests(a) {
			e.Kept = append(e.Kept, x.kept(a, d)...)
		} else if x.mayKeep(a, d) {
			e.Why = append(e.Why, x.inWords(a.Purposes)...)
		}
	}
	return e
}

// mayKeep reports whether an activity that does not rest on the consent has a
// ground of its own for the datum, of people whom the consent is about.
func (x *effects) mayKeep(a *policy.Activity, d *policy.Datum) bool {
	if !x.feeds(a) && !x.sharesSubjects(a) {
		return false
	}
	basis := a.Basis
	if basis == nil {
		basis = x.doc.DefaultBasis
	}
	if basis == nil {
		return false
	}
	if on, ok := law.BasisOf(x.doc.Regime, basis.Article); !ok || on == law.Consent {
		return false
	}
	return d.Special == "" || a.SpecialGround != nil
}

// feeds reports whether the form is filled in for the activity: one that names
// none, for all.
func (x *effects) feeds(a *policy.Activity) bool {
	return x.form != nil && (len(x.form.Activities) == 0 || slices.Contains(x.form.Activities, a.ID))
}

// sharesSubjects reports whether the activity is about some of those whom an
// activity that rests on the consent is about. One that does not say may be about
// anybody.
func (x *effects) sharesSubjects(a *policy.Activity) bool {
	resting := false
	for i := range x.doc.Activities {
		b := &x.doc.Activities[i]
		if !x.rests(b) {
			continue
		}
		resting = true
		if len(a.Subjects) == 0 || len(b.Subjects) == 0 || slices.ContainsFunc(a.Subjects, func(id string) bool { return slices.Contains(b.Subjects, id) }) {
			return true
		}
	}
	return !resting
}

// kept says the rules of the activity that begin with a withdrawal, or else that
// the datum goes.
func (x *effects) kept(a *policy.Activity, d *policy.Datum) []string {
	var list []string
	for _, id := range a.Retention {
		rule := x.doc.RetentionRule(id)
		if rule == nil || rule.Trigger != policy.ConsentWithdrawn || len(rule.Data) > 0 && !slices.Contains(rule.Data, d.ID) {
			continue
		}
		w := retention.Words(rule, x.lang)
		list = append(list, strings.TrimSpace(w.Keep+" "+w.Then))
	}
	return list
}
