package rights_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
)

// profiled is a policy that profiles for one purpose, on one basis.
func profiled(article string, change func(*policy.Document)) *policy.Document {
	d := &policy.Document{
		Regime: law.GDPR, Jurisdiction: "SE",
		Purposes: []policy.Purpose{{ID: "help", Parts: []policy.Purpose{{ID: "suggest"}}}, {ID: "teach"}},
		Activities: []policy.Activity{
			{ID: "suggestions", Purposes: []string{"suggest"}, Basis: &policy.Basis{Article: article}, Profiling: &policy.Profiling{}},
			{ID: "teaching", Purposes: []string{"teach"}, Basis: &policy.Basis{Article: "6(1)(e)"}},
		},
		Consents: []policy.Consent{{ID: "yes", Expires: date.Period{Years: 2}}},
	}
	if article == "6(1)(a)" {
		d.Activities[0].Consents = []string{"yes"}
	}
	if change != nil {
		change(d)
	}
	return d
}

// happened reads events: "2026-01-01 objected, 2026-02-01 objection-dropped teaching".
func happened(t *testing.T, s string) []rights.Event {
	t.Helper()
	var list []rights.Event
	for one := range strings.SplitSeq(s, ", ") {
		f := strings.Fields(one)
		if len(f) < 2 {
			continue
		}
		e := rights.Event{On: parse(t, f[0]), Kind: rights.EventKind(f[1])}
		if len(f) > 2 {
			e.Activity = f[2]
		}
		list = append(list, e)
	}
	return list
}

func TestMayProfile(t *testing.T) {
	marketing := func(d *policy.Document) { d.Purposes[0].Parts[0].Term = "dpv:DirectMarketing" }
	optOut := func(d *policy.Document) { d.Activities[0].Profiling.OptOut = policy.Text{locale.EN: "Turn it off."} }
	decides := func(d *policy.Document) { d.Activities[0].Profiling.Decides = true }
	institution := func(d *policy.Document) { d.Regime = law.EUDPR }
	for _, tt := range []struct {
		name    string
		article string
		change  func(*policy.Document)
		purpose string
		events  string
		want    string // may, code and provision
	}{
		{"nothing said, consent", "6(1)(a)", nil, "suggest", "", "false profile-not-agreed 6(1)(a)"},
		{"consented", "6(1)(a)", nil, "suggest", "2026-01-01 consented", "true profile-agreed 6(1)(a)"},
		{"a yes to come is none yet", "6(1)(a)", nil, "suggest", "2026-06-02 consented", "false profile-not-agreed 6(1)(a)"},
		{"a yes of today", "6(1)(a)", nil, "suggest", "2026-06-01 consented", "true profile-agreed 6(1)(a)"},
		{"taken back", "6(1)(a)", nil, "suggest", "2026-03-01 consent-taken-back, 2026-01-01 consented", "false profile-withdrawn 7(3)"},
		{"taken back the same day", "6(1)(a)", nil, "suggest", "2026-01-01 consented, 2026-01-01 consent-taken-back", "false profile-withdrawn 7(3)"},
		{"given anew", "6(1)(a)", nil, "suggest", "2026-01-01 consented, 2026-03-01 consent-taken-back, 2026-05-01 consented", "true profile-agreed 6(1)(a)"},
		{"an objection takes a consent back", "6(1)(a)", nil, "suggest", "2026-01-01 consented, 2026-02-01 objected", "false profile-objected 7(3)"},
		{"and a new yes takes back the objection", "6(1)(a)", nil, "suggest", "2026-02-01 objected, 2026-03-01 consented", "true profile-agreed 6(1)(a)"},
		{"the last day of a consent", "6(1)(a)", nil, "suggest", "2024-06-01 consented", "true profile-agreed 6(1)(a)"},
		{"run out", "6(1)(a)", nil, "suggest", "2024-05-31 consented", "false profile-expired 6(1)(a)"},
		{"two consents, one given", "6(1)(a)", func(d *policy.Document) { d.Activities[0].Consents = []string{"yes", "too"} }, "suggest", "", "false profile-not-agreed 6(1)(a)"},
		{"no consent is named", "6(1)(a)", func(d *policy.Document) { d.Activities[0].Consents = nil }, "suggest", "2026-01-01 consented", "true profile-agreed 6(1)(a)"},

		{"public task", "6(1)(e)", nil, "suggest", "", "true profile-unopposed 21(1)"},
		{"public task, objected", "6(1)(e)", nil, "suggest", "2026-06-01 objected", "false profile-objected 21(1)"},
		{"objected tomorrow", "6(1)(e)", nil, "suggest", "2026-06-02 objected", "true profile-unopposed 21(1)"},
		{"objected to something else", "6(1)(e)", nil, "suggest", "2026-01-01 objected teaching", "true profile-unopposed 21(1)"},
		{"objected to this", "6(1)(f)", nil, "suggest", "2026-01-01 objected suggestions", "false profile-objected 21(1)"},
		{"no longer objecting", "6(1)(f)", nil, "suggest", "2026-01-01 objected, 2026-02-01 objection-dropped", "true profile-unopposed 21(1)"},
		{"compelling grounds", "6(1)(f)", nil, "suggest", "2026-01-01 objected, 2026-02-01 objection-outweighed", "true profile-outweighed 21(1)"},
		{"objected again", "6(1)(f)", nil, "suggest", "2026-01-01 objected, 2026-02-01 objection-outweighed, 2026-03-01 objected", "false profile-objected 21(1)"},
		{"institution, objected", "5(1)(a)", institution, "suggest", "2026-01-01 objected", "false profile-objected 23(1)"},

		{"marketing", "6(1)(f)", marketing, "suggest", "", "true profile-unopposed 21(2)"},
		{"marketing, objected", "6(1)(f)", marketing, "suggest", "2026-01-01 objected", "false profile-objected 21(3)"},
		{"nothing outweighs that", "6(1)(f)", marketing, "suggest", "2026-01-01 objected, 2026-02-01 objection-outweighed", "false profile-objected 21(3)"},
		{"marketing on a contract, objected", "6(1)(b)", marketing, "suggest", "2026-01-01 objected", "false profile-objected 21(3)"},

		{"contract", "6(1)(b)", nil, "suggest", "2026-01-01 objected", "true profile-no-objection 21(1)"},
		{"contract, and the policy lets people say no", "6(1)(b)", optOut, "suggest", "2026-01-01 objected", "false profile-objected "},
		{"contract, nobody says no", "6(1)(b)", optOut, "suggest", "", "true profile-no-objection 21(1)"},

		{"restricted", "6(1)(e)", nil, "suggest", "2026-01-01 restricted", "false profile-restricted 18(2)"},
		{"no longer restricted", "6(1)(e)", nil, "suggest", "2026-01-01 restricted, 2026-02-01 restriction-lifted", "true profile-unopposed 21(1)"},

		{"a decision by consent", "6(1)(a)", decides, "suggest", "2026-01-01 consented", "true profile-agreed 6(1)(a)"},
		{"a decision by interest", "6(1)(f)", decides, "suggest", "", "false forbidden 22(1)"},
		{"a decision by task, without a law", "6(1)(e)", decides, "suggest", "", "false by-law 22(2)(b)"},
		{"a decision by task and law", "6(1)(e)", func(d *policy.Document) {
			decides(d)
			d.Activities[0].Basis.Law = []policy.Citation{{Act: "SE-HSL"}}
		}, "suggest", "", "true profile-unopposed 21(1)"},

		{"the whole of which it is a part", "6(1)(e)", nil, "help", "", "true profile-unopposed 21(1)"},
		{"a part of what is named", "6(1)(e)", func(d *policy.Document) { d.Activities[0].Purposes = []string{"help"} }, "suggest", "", "true profile-unopposed 21(1)"},
		{"a purpose without profiles", "6(1)(e)", nil, "teach", "", "false profile-unsaid 5(1)(a)"},
		{"no such purpose", "6(1)(e)", nil, "nosuch", "", "false profile-unsaid 5(1)(a)"},
		{"no basis", "", func(d *policy.Document) { d.Activities[0].Basis = nil }, "suggest", "", "false no-basis "},
		{"a basis that is none", "6(1)(z)", nil, "suggest", "", "false no-basis "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := rights.MayProfile(profiled(tt.article, tt.change), tt.purpose, happened(t, tt.events), parse(t, "2026-06-01"))
			if len(got.Uses) != 1 || got.May != got.Uses[0].May {
				t.Fatalf("%+v", got)
			}
			if diff := cmp.Diff(tt.want, fmt.Sprint(got.May, " ", got.Uses[0].Why.Code, " ", got.Uses[0].Why.Provision)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// With several activities for one purpose, each is decided on its own.
func TestMayProfileInSomeActivities(t *testing.T) {
	d := profiled("6(1)(e)", func(d *policy.Document) {
		d.Activities[1].Purposes, d.Activities[1].Profiling = []string{"suggest"}, &policy.Profiling{}
	})
	got := rights.MayProfile(d, "suggest", happened(t, "2026-01-01 objected suggestions"), parse(t, "2026-06-01"))
	if u := got.Uses; len(u) != 2 || !got.May || u[0].May || u[0].Activity != "suggestions" || !u[1].May || u[1].Activity != "teaching" {
		t.Errorf("%+v", got)
	}
}

// Whatever happened before: a no of today is honoured today on every ground on
// which the law gives the right to say it, and its reason has words and law.
func TestNoIsHonouredAtOnce(t *testing.T) {
	kinds := []rights.EventKind{rights.Objected, rights.ObjectionDropped, rights.ObjectionOutweighed, rights.Consented, rights.ConsentTakenBack, rights.UseRestricted, rights.RestrictionLifted}
	day := parse(t, "2026-06-01")
	for _, article := range []string{"6(1)(a)", "6(1)(e)", "6(1)(f)"} {
		for _, first := range kinds {
			for _, second := range kinds {
				events := []rights.Event{{Kind: rights.Objected, On: day}, {Kind: first, On: day.AddDays(-2)}, {Kind: second, On: day.AddDays(-1)}}
				got := rights.MayProfile(profiled(article, nil), "suggest", events, day)
				if got.May {
					t.Errorf("%s after %s and %s: %+v", article, first, second, got)
				}
				for _, tag := range text.Languages {
					if words := got.Uses[0].Why.In(text.In(tag)); !strings.HasSuffix(words, ").") || strings.ContainsAny(words, "{}") {
						t.Errorf("%s: %q", tag, words)
					}
				}
			}
		}
	}
}

// Of a person with a protected identity nobody else gets a copy by machine, and
// nothing that they read says why.
func TestProtectedIdentityOpensNothingToOthers(t *testing.T) {
	doc := school()
	for _, right := range []law.Right{law.Access, law.Portability} {
		for _, r := range askers {
			r.Right, r.Received = right, received
			open := assess(t, doc, r, received)
			r.Facts.Protected = true
			shut := assess(t, doc, r, received)
			held := &held{}
			_, err := rights.CopyOf(doc, &shut, held, text.In(locale.EN))
			own := r.By == rights.Self || r.By == rights.Child
			if !own && (!errors.Is(err, rights.NothingOpen) || len(held.asked) > 0 || shut.Outcome != rights.Judged && shut.Outcome != rights.Refused) {
				t.Errorf("%s by %q: %v, %s", right, r.By, err, shut.Outcome)
			}
			if own || open.Outcome == rights.Refused {
				if diff := cmp.Diff(codes(open.Reasons()), codes(shut.Reasons())); diff != "" {
					t.Errorf("%s by %q (-open +shut):\n%s", right, r.By, diff)
				}
			}
			for _, code := range codes(shut.Reasons()) {
				if !slices.Contains(codes(open.Reasons()), code) && code != rights.Doubt {
					t.Errorf("%s by %q: %s tells of the protection", right, r.By, code)
				}
			}
		}
	}
}
