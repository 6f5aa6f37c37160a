package consent_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// everything is the id of a form that asks for all that a policy does.
const everything = "everything"

// withForm gives the policy a form that asks for every consent, which is faster
// than to ask for each.
func withForm(doc *policy.Document) *policy.Document {
	doc = specimen.Clone(doc)
	f := policy.Form{ID: everything}
	for i := range doc.Consents {
		f.Fields = append(f.Fields, policy.Field{ID: "ask-" + doc.Consents[i].ID, Consent: doc.Consents[i].ID})
	}
	doc.Forms = []policy.Form{f}
	return doc
}

// questions asks for every consent by its id.
func questions(t testing.TB, doc *policy.Document, c form.Context) map[string]consent.Question {
	t.Helper()
	byID := map[string]consent.Question{}
	for _, q := range consent.Asked(definition(t, withForm(doc), everything, c)) {
		byID[q.ID] = q
	}
	return byID
}

// yes is the record of a yes that counted, however poor the question.
func yes(q consent.Question) consent.Record {
	r := given(q)
	r.Status, r.Reasons, r.Until = consent.Given, nil, date.Date{}
	return r
}

// isChanged reports whether what somebody agreed to has changed.
func isChanged(r consent.Record, now consent.Question) bool {
	return slices.ContainsFunc(consent.Stands(r, now, day, day).Reasons, func(x consent.Reason) bool { return x.Code == consent.Changed })
}

// agree holds the run time against the comparison of two versions: a yes does not
// stand any more if, and only if, the report says to ask again. It gives the
// kinds of the changes that touch a consent of both.
func agree(t *testing.T, what string, old, new *policy.Document) []change.Kind {
	t.Helper()
	report := change.Compare(withForm(old), withForm(new))
	c := form.Context{Language: old.Languages[0]}
	before := questions(t, old, c)
	c.Earlier = []*policy.Document{withForm(old)}
	var kinds []change.Kind
	for id, now := range questions(t, new, c) {
		was, ok := before[id]
		if !ok {
			continue
		}
		if got, want := isChanged(yes(was), now), slices.Contains(report.Again(), id); got != want {
			t.Errorf("%s: %s has changed: %v, is to be asked again: %v; %v", what, id, got, want, report.Changes)
		}
		for i := range report.Changes {
			if x := &report.Changes[i]; x.Material && slices.Contains(x.Consents, id) {
				kinds = append(kinds, x.Kind)
			}
		}
	}
	return kinds
}

// Any field of a policy may change, and any list gain or lose an entry. All kinds
// of material change are tried but those that touch no consent that was there
// before and still is.
func TestRunTimeAndComparisonAgree(t *testing.T) {
	tried := map[change.Kind]bool{}
	try := func(what string, old, new *policy.Document) {
		for _, kind := range agree(t, what, old, new) {
			tried[kind] = true
		}
	}
	for name, doc := range map[string]*policy.Document{"full": specimen.Full(), "school": parse(t, school)} {
		eachField(doc, func(field string, new *policy.Document) { try(name+" with another "+field, doc, new) })
		eachList(doc, func(field string, smaller *policy.Document) {
			try(name+" with fewer "+field, doc, smaller)
			try(name+" with more "+field, smaller, doc)
		})
	}
	profiling, deciding := parse(t, school), parse(t, school)
	profiling.Activities[0].Profiling, deciding.Activities[0].Profiling = &policy.Profiling{}, &policy.Profiling{Decides: true}
	try("profiling", parse(t, school), profiling)
	try("no profiling", profiling, parse(t, school))
	try("a decision", profiling, deciding)
	for _, kind := range material {
		if !tried[kind] {
			t.Errorf("no change of the kind %s is tried", kind)
		}
		delete(tried, kind)
	}
	for kind := range tried {
		t.Errorf("%s is tried, and not in the list", kind)
	}
}

// material lists the kinds of change that can touch a consent of both versions:
// all that are material but a consent that is new or gone, and the regime.
var material = []change.Kind{
	change.PurposeAdded, change.PurposeRemoved, change.PurposeText, change.ActivityAdded, change.ActivityRemoved,
	change.ControllerAdded, change.ControllerRemoved, change.ControllerChanged, change.BasisChanged, change.BasisFromConsent, change.GroundChanged,
	change.SubjectAdded, change.SubjectRemoved, change.SubjectChanged, change.DataAdded, change.DataRemoved, change.DataChanged,
	change.SpecialAdded, change.SpecialRemoved, change.RecipientAdded, change.RecipientRemoved, change.RecipientChanged,
	change.TransferAdded, change.TransferRemoved, change.TransferChanged, change.RetentionLonger, change.RetentionShorter, change.RetentionChanged,
	change.ProfilingAdded, change.ProfilingRemoved, change.DecisionAdded, change.DecisionRemoved,
	change.VisibilityWider, change.VisibilityNarrower, change.ConsentText, change.ConsentChanged, change.AudienceWider, change.AudienceNarrower,
	change.TechnologyAdded, change.TechnologyRemoved, change.TechnologyChanged, change.ScopeChanged,
}

// eachField gives copies of a policy, in each of which one field has another value.
func eachField(doc *policy.Document, try func(field string, new *policy.Document)) {
	seen := map[string]bool{"Document.Languages": true} // other languages are another test
	specimen.Leaves(doc, func(field string, _ reflect.Value) {
		if seen[field] {
			return
		}
		seen[field] = true
		new, done := specimen.Clone(doc), false
		specimen.Leaves(new, func(other string, v reflect.Value) {
			if other == field && !done {
				specimen.Alter(v)
				done = true
			}
		})
		try(field, new)
	})
}

// eachList gives copies of a policy, in each of which one list has lost its first
// entry.
func eachList(doc *policy.Document, try func(field string, smaller *policy.Document)) {
	for i := range reflect.ValueOf(doc).Elem().NumField() {
		smaller := specimen.Clone(doc)
		list := reflect.ValueOf(smaller).Elem().Field(i)
		field := reflect.TypeFor[policy.Document]().Field(i).Name
		if list.Kind() == reflect.Slice && list.Len() > 0 && field != "Languages" {
			list.Set(list.Slice(1, list.Len()))
			try(field, smaller)
		}
	}
}

// A yes to less than what was agreed to stands, and only with the older version at
// hand: without it nobody can tell that it is less.
func TestNarrowing(t *testing.T) {
	old, new := parse(t, school), parse(t, school)
	old.Activities[0].Data = append(old.Activities[0].Data, "pages")
	r := given(asks(t, old, "newsletter"))
	if isChanged(r, asks(t, new, "newsletter", old)) {
		t.Error("less is done, and the yes does not stand")
	}
	if !isChanged(r, asks(t, new, "newsletter")) {
		t.Error("what is done differs, and the yes stands without the older version")
	}
	if !isChanged(given(asks(t, new, "newsletter")), asks(t, old, "newsletter", new)) {
		t.Error("more is done, and the yes stands")
	}
}

// What somebody agreed to is the same in all languages, however the form is read
// later; and what they read was in one.
func TestLanguages(t *testing.T) {
	for _, name := range []string{"lartorget", "hammarby", "studieskolen", "gateway"} {
		doc := document(t, name+"/policy.yaml")
		asked := map[locale.Tag]map[string]consent.Question{}
		for _, tag := range doc.Languages {
			asked[tag] = questions(t, doc, form.Context{Language: tag})
		}
		for was, old := range asked {
			for now, new := range asked {
				for id := range old {
					if old[id].Fingerprint.Terms != new[id].Fingerprint.Terms {
						t.Errorf("%s %s: other terms in %s than in %s", name, id, was, now)
					}
					if isChanged(yes(old[id]), new[id]) {
						t.Errorf("%s %s: a yes in %s does not stand in %s", name, id, was, now)
					}
				}
			}
		}
	}
}

// Whoever read the Swedish words is asked again when these change, in whatever
// language they come back, and nobody else is.
func TestWordsOfOneLanguage(t *testing.T) {
	old, new := parse(t, school), parse(t, school)
	new.Consents[0].Text[locale.SV] += " Och till andra."
	for _, tag := range old.Languages {
		read := yes(questions(t, old, form.Context{Language: tag})["newsletter"])
		for _, now := range new.Languages {
			again := isChanged(read, questions(t, new, form.Context{Language: now, Earlier: []*policy.Document{withForm(old)}})["newsletter"])
			if again != (tag == locale.SV) {
				t.Errorf("read in %s, seen again in %s: asked again: %v", tag, now, again)
			}
		}
	}
	if got := given(question(t, "newsletter")).Question.Fingerprint.Parts; slices.ContainsFunc(got, func(p change.Part) bool { return p.Language == locale.SV }) {
		t.Errorf("the record holds words that the person did not read: %v", got)
	}
}
