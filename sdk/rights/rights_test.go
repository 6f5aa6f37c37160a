package rights_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

// always are the rights that any legal basis gives under the GDPR, in order.
var always = []law.Right{law.Information, law.Access, law.Rectification, law.Erasure, law.Restriction, law.Notification}

// with puts rights between those that always are there and the complaint.
func with(more ...law.Right) []law.Right {
	list := append([]law.Right{}, always...)
	return append(append(list, more...), law.Complaint)
}

// activities makes a policy with one activity for each basis.
func activities(regime law.ActID, articles ...string) *policy.Document {
	d := &policy.Document{Regime: regime}
	for _, a := range articles {
		d.Activities = append(d.Activities, policy.Activity{Basis: &policy.Basis{Article: a}})
	}
	return d
}

// changed is the policy after a change.
func changed(d *policy.Document, change func(*policy.Document)) *policy.Document {
	change(d)
	return d
}

func marketing(d *policy.Document) {
	d.Purposes = []policy.Purpose{{ID: "news", Term: "dpv:DirectMarketing"}}
	d.Activities[0].Purposes = []string{"news"}
}

func TestWhichRightsThereAre(t *testing.T) {
	for name, tt := range map[string]struct {
		doc  *policy.Document
		want []law.Right
	}{
		"consent":              {activities(law.GDPR, "6(1)(a)"), with(law.Portability, law.WithdrawConsent)},
		"contract":             {activities(law.GDPR, "6(1)(b)"), with(law.Portability)},
		"legal obligation":     {activities(law.GDPR, "6(1)(c)"), with()},
		"vital interests":      {activities(law.GDPR, "6(1)(d)"), with()},
		"public task":          {activities(law.GDPR, "6(1)(e)"), with(law.Objection)},
		"legitimate interests": {activities(law.GDPR, "6(1)(f)"), with(law.Objection)},
		"several":              {activities(law.GDPR, "6(1)(a)", "6(1)(e)"), with(law.Portability, law.Objection, law.WithdrawConsent)},
		"variant of a number":  {activities(law.GDPR, "6.1 e"), with(law.Objection)},
		"explicit consent on top of a task": {changed(activities(law.GDPR, "6(1)(e)"), func(d *policy.Document) {
			d.Activities[0].SpecialGround = &policy.SpecialGround{Article: "9(2)(a)"}
		}), with(law.Portability, law.Objection, law.WithdrawConsent)},
		"another condition on top of a task": {changed(activities(law.GDPR, "6(1)(e)"), func(d *policy.Document) {
			d.Activities[0].SpecialGround = &policy.SpecialGround{Article: "9(2)(g)"}
		}), with(law.Objection)},
		"marketing": {changed(activities(law.GDPR, "6(1)(f)"), marketing), with(law.Objection, law.ObjectionMarketing)},
		"a purpose that only sounds like marketing": {changed(activities(law.GDPR, "6(1)(f)"), func(d *policy.Document) {
			marketing(d)
			d.Purposes[0].Term = "edu:Marketing"
		}), with(law.Objection)},
		"profiling": {changed(activities(law.GDPR, "6(1)(b)"), func(d *policy.Document) {
			d.Activities[0].Profiling = &policy.Profiling{}
		}), with(law.Portability, law.AutomatedDecision)},
		"automated decisions named among the rights": {changed(activities(law.GDPR, "6(1)(b)"), func(d *policy.Document) {
			d.Rights = []policy.Right{{Right: law.AutomatedDecision}}
		}), with(law.Portability, law.AutomatedDecision)},
		"Regulation 2018/1725, task":      {activities(law.EUDPR, "5(1)(a)"), with(law.Objection)},
		"Regulation 2018/1725, consent":   {activities(law.EUDPR, "5(1)(d)"), with(law.Portability, law.WithdrawConsent)},
		"Regulation 2018/1725, marketing": {changed(activities(law.EUDPR, "5(1)(a)"), marketing), with(law.Objection)},
		"number of another regime":        {activities(law.EUDPR, "6(1)(e)"), nil},
		"basis not stated":                {&policy.Document{Regime: law.GDPR, Activities: []policy.Activity{{}}}, nil},
		"basis unknown":                   {activities(law.GDPR, "5(1)(a)"), nil},
		"no activity":                     {activities(law.GDPR), nil},
		"no regime":                       {activities("", "6(1)(a)"), nil},
		"regime without rights here":      {activities("SE-SKOL", "6(1)(a)"), nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []law.Right
			for _, g := range rights.Of(tt.doc) {
				got = append(got, g.Right)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("rights (-want +got):\n%s", diff)
			}
		})
	}
}

// A transcription of a published notice has the rights that the notice states.
func TestPublishedNoticeIsTakenAtItsWord(t *testing.T) {
	for name, tt := range map[string]struct {
		doc  *policy.Document
		want []rights.Grant
	}{
		"none stated": {changed(activities(law.GDPR, "6(1)(a)"), func(d *policy.Document) { d.AsPublished = true }), nil},
		"in the order of the Regulation": {changed(activities(law.GDPR, "6(1)(a)"), func(d *policy.Document) {
			d.AsPublished = true
			d.Rights = []policy.Right{{Right: law.Objection}, {Right: law.Access, SelfService: true}}
		}), []rights.Grant{
			{Right: law.Access, Article: "15", Everywhere: true, Own: &policy.Right{Right: law.Access, SelfService: true}},
			{Right: law.Objection, Article: "21(1)", Everywhere: true, Own: &policy.Right{Right: law.Objection}},
		}},
		"personuppgiftslagen": {changed(activities(law.PUL, "10 a"), func(d *policy.Document) {
			d.AsPublished = true
			d.Rights = []policy.Right{{Right: law.Access}, {Right: law.Portability}}
		}), []rights.Grant{
			{Right: law.Access, Article: articleOf(t, law.PUL, law.Access), Everywhere: true, Own: &policy.Right{Right: law.Access}},
			{Right: law.Portability, Everywhere: true, Own: &policy.Right{Right: law.Portability}},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, rights.Of(tt.doc)); diff != "" {
				t.Errorf("grants (-want +got):\n%s", diff)
			}
		})
	}
}

func articleOf(t *testing.T, regime law.ActID, right law.Right) string {
	t.Helper()
	number, ok := right.Article(regime)
	if !ok {
		t.Fatalf("%s has no %s", regime, right)
	}
	return number
}

func TestGrantTellsWhatItCovers(t *testing.T) {
	d := activities(law.GDPR, "6(1)(a)", "", "6(1)(e)", "6(1)(b)")
	d.Activities[1].Basis = nil
	d.Rights = []policy.Right{{Right: law.Portability, SelfService: true}}
	got := map[law.Right]rights.Grant{}
	for _, g := range rights.Of(d) {
		got[g.Right] = g
	}
	for _, want := range []rights.Grant{
		{Right: law.Access, Article: "15", Activities: []int{0, 2, 3}, Everywhere: true},
		{Right: law.Portability, Article: "20", Activities: []int{0, 3}, Limited: true, Own: &d.Rights[0]},
		{Right: law.WithdrawConsent, Article: "7(3)", Activities: []int{0}},
		{Right: law.Objection, Article: "21(1)", Activities: []int{2}},
	} {
		if diff := cmp.Diff(want, got[want.Right]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", want.Right, diff)
		}
	}
}

// What the table of the law says of a right and a basis, Of says of a policy
// with that basis.
func TestAgreesWithTheTableOfTheLaw(t *testing.T) {
	for _, regime := range []law.ActID{law.GDPR, law.UKGDPR, law.EUDPR, law.PUL} {
		for basis := range law.Bases() {
			article, ok := basis.Basis.Article(regime)
			if !ok || basis.Basis == law.ExplicitConsent {
				continue
			}
			d := activities(regime, article)
			marketing(d)
			d.Activities[0].Profiling = &policy.Profiling{}
			got := map[law.Right]bool{}
			for _, g := range rights.Of(d) {
				got[g.Right] = true
				if number, _ := g.Right.Article(regime); number != g.Article {
					t.Errorf("%s %s: article %q, want %q", regime, g.Right, g.Article, number)
				}
			}
			for row := range law.Rights() {
				e, known := law.Applies(regime, row.Right, basis.Basis)
				if want := known && e.Extent != law.No; want != got[row.Right] {
					t.Errorf("%s, %s on %s: got %v, the table says %v", regime, row.Right, basis.Basis, got[row.Right], want)
				}
			}
		}
	}
}

// Of reads the policy and leaves it as it is.
func TestPolicyStaysAsItWas(t *testing.T) {
	d, same := activities(law.GDPR, "6(1)(a)"), activities(law.GDPR, "6(1)(a)")
	rights.Of(d)
	if diff := cmp.Diff(same, d); diff != "" {
		t.Errorf("policy (-before +after):\n%s", diff)
	}
}
