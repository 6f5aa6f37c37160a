package policy_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

func said(s string) policy.Text { return policy.Text{locale.EN: s} }

// club shows something to each audience, and opens something to two roles.
func club() *policy.Document {
	return &policy.Document{
		Regime: law.GDPR, Jurisdiction: "SE",
		Data: []policy.Datum{
			{ID: "post"}, {ID: "name"}, {ID: "photo"}, {ID: "essay"}, {ID: "complaint"}, {ID: "email"}, {ID: "address"}, {ID: "number", Transient: &policy.Transient{}},
		},
		Visibility: []policy.Visibility{
			{ID: "forum", Audience: policy.PublicIndexed, Data: []string{"post"}, Removable: true},
			{ID: "list", Audience: policy.Public, Data: []string{"name", "photo"}, Condition: said("only if you have chosen it")},
			{ID: "page", Audience: policy.LoggedIn, Data: []string{"name", "post"}, Where: said("your page")},
			{ID: "class", Audience: policy.SameCourse, Data: []string{"essay", "name"}},
			{ID: "desk", Audience: policy.Staff, Data: []string{"complaint"}},
			{ID: "own", Audience: policy.OnlySelf, Data: []string{"email", "number"}},
			{ID: "vague", Data: []string{"address"}},
		},
		Access: []policy.Access{
			{ID: "office", Who: said("the office"), Data: []string{"address", "email"}},
			{ID: "nurse", Who: said("the nurse"), Condition: said("only in an emergency")},
		},
	}
}

func TestVisible(t *testing.T) {
	all := policy.Person{Met: []string{"list", "nurse"}}
	for _, tt := range []struct {
		name   string
		datum  string
		viewer policy.Viewer
		want   policy.Sight
	}{
		{"what everybody sees", "post", policy.Viewer{},
			policy.Sight{Shown: true, Why: policy.ForAudience, Path: "/visibility/0", Audience: policy.PublicIndexed}},
		{"the widest rule is the reason", "post", policy.Viewer{Audience: policy.OnlySelf},
			policy.Sight{Shown: true, Why: policy.ForAudience, Path: "/visibility/0", Audience: policy.PublicIndexed}},
		{"a condition that nobody says is met", "photo", policy.Viewer{Audience: policy.Public},
			policy.Sight{Why: policy.ConditionNotMet, Path: "/visibility/1", Audience: policy.Public, Condition: said("only if you have chosen it")}},
		{"a condition that is met", "photo", policy.Viewer{Audience: policy.Public, Person: all},
			policy.Sight{Shown: true, Why: policy.ForAudience, Path: "/visibility/1", Audience: policy.Public, Condition: said("only if you have chosen it")}},
		{"a search engine sees less than everybody", "photo", policy.Viewer{Person: all},
			policy.Sight{Why: policy.NotForAudience, Path: "/visibility/1", Audience: policy.Public, Condition: said("only if you have chosen it")}},
		{"another rule shows it without a condition", "name", policy.Viewer{Audience: policy.LoggedIn},
			policy.Sight{Shown: true, Why: policy.ForAudience, Path: "/visibility/2", Audience: policy.LoggedIn, Where: said("your page")}},
		{"of those that are too narrow the widest is told", "name", policy.Viewer{},
			policy.Sight{Why: policy.NotForAudience, Path: "/visibility/1", Audience: policy.Public, Condition: said("only if you have chosen it")}},
		{"taken away", "essay", policy.Viewer{Audience: policy.Staff, Person: policy.Person{Hidden: []string{"class"}}},
			policy.Sight{Why: policy.TakenAway, Path: "/visibility/3", Audience: policy.SameCourse}},
		{"the person sees what they have taken away", "essay", policy.Viewer{Audience: policy.OnlySelf, Person: policy.Person{Hidden: []string{"class"}}},
			policy.Sight{Shown: true, Why: policy.ForAudience, Path: "/visibility/3", Audience: policy.SameCourse}},
		{"the staff do not see what is for the person", "email", policy.Viewer{Audience: policy.Staff},
			policy.Sight{Why: policy.NotForAudience, Path: "/visibility/5", Audience: policy.OnlySelf}},
		{"a role does", "email", policy.Viewer{Audience: policy.Staff, Roles: []string{"office"}},
			policy.Sight{Shown: true, Why: policy.ForRole, Path: "/access/0", Who: said("the office")}},
		{"a role without the datum", "essay", policy.Viewer{Roles: []string{"office"}},
			policy.Sight{Why: policy.NotForAudience, Path: "/visibility/3", Audience: policy.SameCourse}},
		{"a role with a condition", "address", policy.Viewer{Roles: []string{"nurse"}},
			policy.Sight{Why: policy.ConditionNotMet, Path: "/access/1", Who: said("the nurse"), Condition: said("only in an emergency")}},
		{"of two conditions that of the page is told", "photo", policy.Viewer{Audience: policy.Public, Roles: []string{"nurse"}},
			policy.Sight{Why: policy.ConditionNotMet, Path: "/visibility/1", Audience: policy.Public, Condition: said("only if you have chosen it")}},
		{"a role for all data", "address", policy.Viewer{Roles: []string{"nurse"}, Person: all},
			policy.Sight{Shown: true, Why: policy.ForRole, Path: "/access/1", Who: said("the nurse"), Condition: said("only in an emergency")}},
		{"a role that the policy does not have", "address", policy.Viewer{Roles: []string{"caretaker"}},
			policy.Sight{Why: policy.NoRuleShows, Regime: law.GDPR, Article: "25(2)"}},
		{"a rule without an audience shows nothing", "address", policy.Viewer{Audience: policy.OnlySelf},
			policy.Sight{Why: policy.NoRuleShows, Regime: law.GDPR, Article: "25(2)"}},
		{"what is shown in one place is not shown in another", "post", policy.Viewer{Audience: policy.OnlySelf, Places: []string{"list", "class"}},
			policy.Sight{Why: policy.NoRuleShows, Regime: law.GDPR, Article: "25(2)"}},
		{"the place decides by which rule", "name", policy.Viewer{Audience: policy.OnlySelf, Places: []string{"list", "class"}},
			policy.Sight{Shown: true, Why: policy.ForAudience, Path: "/visibility/3", Audience: policy.SameCourse}},
		{"a role has no place", "email", policy.Viewer{Places: []string{"list"}, Roles: []string{"office"}},
			policy.Sight{Shown: true, Why: policy.ForRole, Path: "/access/0", Who: said("the office")}},
		{"what is not kept is not shown", "number", policy.Viewer{Audience: policy.OnlySelf, Roles: []string{"nurse"}, Person: all},
			policy.Sight{Why: policy.NeverKept, Path: "/data/7/transient"}},
		{"what the policy does not have", "shoe-size", policy.Viewer{Audience: policy.OnlySelf},
			policy.Sight{Why: policy.UnknownDatum}},
		{"a word that is no audience sees the least", "name", policy.Viewer{Audience: "neighbour"},
			policy.Sight{Why: policy.NotForAudience, Path: "/visibility/1", Audience: policy.Public, Condition: said("only if you have chosen it")}},
		{"protected, to anybody", "post", policy.Viewer{Audience: policy.Public, Person: policy.Person{Protected: true}},
			policy.Sight{Why: policy.NothingToShow}},
		{"protected, to the person", "email", policy.Viewer{Audience: policy.OnlySelf, Person: policy.Person{Protected: true}},
			policy.Sight{Why: policy.NothingToShow}},
		{"protected, to the staff", "post", policy.Viewer{Audience: policy.Staff, Person: policy.Person{Protected: true}},
			policy.Sight{Why: policy.ProtectedIdentity, Regime: law.GDPR, Article: "32(1)", Country: "SE"}},
		{"protected, to a role", "address", policy.Viewer{Roles: []string{"office"}, Person: policy.Person{Protected: true}},
			policy.Sight{Why: policy.ProtectedIdentity, Regime: law.GDPR, Article: "32(1)", Country: "SE"}},
		{"protected, to a role that is none", "address", policy.Viewer{Roles: []string{"caretaker"}, Person: policy.Person{Protected: true}},
			policy.Sight{Why: policy.NothingToShow}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, policy.Visible(club(), tt.datum, tt.viewer)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// What no rule shows is hidden, by the article of the policy's own law.
func TestHiddenByDefault(t *testing.T) {
	for regime, article := range map[law.ActID]string{law.GDPR: "25(2)", law.EUDPR: "27", law.PUL: ""} {
		d := &policy.Document{Regime: regime, Data: []policy.Datum{{ID: "name"}}}
		want := policy.Sight{Why: policy.NoRuleShows, Article: article}
		if article != "" {
			want.Regime = regime
		}
		if diff := cmp.Diff(want, policy.Visible(d, "name", policy.Viewer{Audience: policy.OnlySelf})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", regime, diff)
		}
	}
}

func TestVisibleData(t *testing.T) {
	got := map[policy.Audience]string{}
	for _, a := range policy.Audiences {
		got[a] = strings.Join(policy.VisibleData(club(), policy.Viewer{Audience: a}), " ")
	}
	want := map[policy.Audience]string{
		policy.PublicIndexed: "post", policy.Public: "post", policy.LoggedIn: "post name", policy.SameCourse: "post name essay",
		policy.Staff: "post name essay complaint", policy.OnlySelf: "post name essay complaint email",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// drawn makes up a policy and a viewer.
func drawn(r *rand.Rand) (*policy.Document, policy.Viewer) {
	ids := []string{"a", "b", "c", "d", "e"}
	some := func() []string {
		return slices.DeleteFunc(slices.Clone(ids), func(string) bool { return r.IntN(2) == 0 })
	}
	one := func(n int) string { return ids[r.IntN(n)] }
	condition := func() policy.Text { return []policy.Text{nil, said("only then")}[r.IntN(2)] }
	d := &policy.Document{Regime: []law.ActID{law.GDPR, law.EUDPR}[r.IntN(2)], Jurisdiction: []string{"SE", "DK", "NO", "FI", "IS", "EU"}[r.IntN(6)]}
	for _, id := range ids {
		d.Data = append(d.Data, policy.Datum{ID: id})
	}
	for range r.IntN(6) {
		audience := append(slices.Clone(policy.Audiences), "", "neighbour")[r.IntN(8)]
		d.Visibility = append(d.Visibility, policy.Visibility{ID: one(5), Audience: audience, Data: some(), Condition: condition()})
	}
	for range r.IntN(3) {
		d.Access = append(d.Access, policy.Access{ID: one(3), Data: some(), Condition: condition()})
	}
	return d, policy.Viewer{Audience: policy.Audiences[r.IntN(6)], Places: [][]string{nil, some()}[r.IntN(2)], Roles: some(), Person: policy.Person{Met: some(), Hidden: some()}}
}

// Who is closer never sees less, whatever the policy and the person's choices.
func TestCloserSeesNoLess(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	more := 0
	for range 20000 {
		d, v := drawn(r)
		var before []string
		for _, a := range policy.Audiences {
			v.Audience = a
			now := policy.VisibleData(d, v)
			for _, id := range before {
				if !slices.Contains(now, id) {
					t.Fatalf("%s no longer sees %s: %+v of %+v %+v", a, id, v, d.Visibility, d.Access)
				}
			}
			if len(now) > len(before) {
				more++
			}
			before = now
		}
	}
	if more < 15000 {
		t.Errorf("only %d times did somebody closer see more", more)
	}
}

// More roles, and more conditions that are met, never hide anything; what is
// taken away never shows anything.
func TestMoreRolesAndChoicesHideNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		d, v := drawn(r)
		all := []string{"a", "b", "c", "d", "e"}
		more, less := v, v
		more.Roles, more.Person.Met = all, all
		less.Person.Hidden = all
		for _, id := range policy.VisibleData(d, v) {
			if !policy.Visible(d, id, more).Shown {
				t.Fatalf("%s is hidden by roles or choices: %+v", id, v)
			}
		}
		for _, id := range policy.VisibleData(d, less) {
			if !policy.Visible(d, id, v).Shown {
				t.Fatalf("%s is shown since it was taken away: %+v", id, v)
			}
		}
	}
}

// Of a person with a protected identity nobody sees anything, and only the staff
// learn why. To everybody else the answer is the same whatever they ask for, also
// for what the policy does not have.
func TestProtectedIdentityShowsNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	warned := 0
	for range 20000 {
		d, v := drawn(r)
		v.Person.Protected = true
		if list := policy.VisibleData(d, v); len(list) > 0 {
			t.Fatalf("%+v sees %s", v, list)
		}
		staff := v.Audience == policy.Staff || slices.ContainsFunc(d.Access, func(a policy.Access) bool { return slices.Contains(v.Roles, a.ID) })
		for _, id := range []string{"a", "b", "c", "d", "e", "no-such"} {
			s := policy.Visible(d, id, v)
			if s.Why == policy.ProtectedIdentity {
				warned++
			}
			if !staff && !cmp.Equal(policy.Sight{Why: policy.NothingToShow}, s) || staff && s.Why != policy.ProtectedIdentity || s.Shown {
				t.Fatalf("%+v is told %+v", v, s)
			}
		}
	}
	if warned < 20000 {
		t.Errorf("the staff were warned %d times only", warned)
	}
}

// A sight says no more of the person than the policy does: with other answers of
// the host it differs only in what it decides.
func TestSightHoldsNothingOfThePerson(t *testing.T) {
	v := policy.Viewer{Audience: policy.Public, Person: policy.Person{Met: []string{"list", "SECRET"}, Hidden: []string{"SECRET"}}}
	for _, x := range club().Data {
		if s := fmt.Sprintf("%+v", policy.Visible(club(), x.ID, v)); strings.Contains(s, "SECRET") {
			t.Errorf("%s: %s", x.ID, s)
		}
	}
}
