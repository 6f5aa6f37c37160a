package rights_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

// said is what an activity comes to: the outcome, the code of each reason, and
// what it cites of the law.
type said struct {
	Outcome rights.Outcome
	Codes   []rights.Code
	Cites   []string
}

func verdictOf(v rights.Verdict) said {
	s := said{Outcome: v.Outcome}
	for _, r := range v.Reasons {
		s.Codes, s.Cites = append(s.Codes, r.Code), append(s.Cites, r.Provision)
	}
	return s
}

// What each right comes to on each basis.
func TestRightsOnEachBasis(t *testing.T) {
	one := func(o rights.Outcome, c rights.Code, cite string) said {
		return said{o, []rights.Code{c}, []string{cite}}
	}
	article := map[law.Basis]string{
		law.Consent: "6(1)(a)", law.Contract: "6(1)(b)", law.LegalObligation: "6(1)(c)",
		law.VitalInterests: "6(1)(d)", law.PublicTask: "6(1)(e)", law.LegitimateInterests: "6(1)(f)",
	}
	bases := []law.Basis{law.Consent, law.Contract, law.LegalObligation, law.VitalInterests, law.PublicTask, law.LegitimateInterests}
	same := func(s said) []said { return []said{s, s, s, s, s, s} }
	no := one(rights.Refused, rights.NotPortable, "20(1)")
	open := one(rights.Granted, rights.Provided, "20(1)")
	only := one(rights.Refused, rights.ObjectOnly, "21(1)")
	outweigh := one(rights.Judged, rights.Outweigh, "21(1)")
	forbidden := one(rights.Granted, rights.Forbidden, "22(1)")
	human, byLaw := one(rights.Granted, rights.Human, "22(3)"), one(rights.Judged, rights.ByLaw, "22(2)(b)")
	none := one(rights.Refused, rights.NoConsent, "7(3)")
	stop := one(rights.Granted, rights.StopAtOnce, "21(3)")
	noMarketing := one(rights.Refused, rights.NotMarketing, "21(2)")
	needed := one(rights.Judged, rights.NotNeeded, "17(1)(a)")
	for right, want := range map[law.Right][]said{
		law.Information:   same(one(rights.Granted, rights.Applies, "13")),
		law.Access:        same(one(rights.Granted, rights.Applies, "15")),
		law.Rectification: same(one(rights.Judged, rights.IfWrong, "16")),
		law.Erasure: {
			one(rights.Granted, rights.OnWithdrawal, "17(1)(b)"), needed, one(rights.Judged, rights.DutyLasts, "17(3)(b)"),
			needed, one(rights.Judged, rights.TaskNeeds, "17(3)(b)"), one(rights.Judged, rights.ObjectFirst, "17(1)(c)"),
		},
		law.Restriction:        same(one(rights.Judged, rights.OneOfFour, "18(1)")),
		law.Notification:       same(one(rights.Granted, rights.Applies, "19")),
		law.Portability:        {open, open, no, no, one(rights.Refused, rights.PortableTask, "20(3)"), no},
		law.Objection:          {one(rights.Refused, rights.WithdrawInstead, "7(3)"), only, only, only, outweigh, outweigh},
		law.ObjectionMarketing: {stop, stop, noMarketing, noMarketing, stop, stop},
		law.AutomatedDecision:  {human, human, byLaw, forbidden, byLaw, forbidden},
		law.WithdrawConsent:    {one(rights.Granted, rights.Withdraw, "7(3)"), none, none, none, none, none},
		law.Complaint:          same(said{Outcome: rights.Granted}),
	} {
		for i, basis := range bases {
			d := activities(law.GDPR, article[basis])
			marketing(d)
			d.Data = []policy.Datum{{ID: "name"}}
			d.Activities[0].Data = []string{"name"}
			d.Activities[0].Profiling = &policy.Profiling{Decides: true}
			a := assess(t, d, ask(right), received)
			if diff := cmp.Diff(want[i], verdictOf(a.Activities[0])); diff != "" {
				t.Errorf("%s on %s (-want +got):\n%s", right, basis, diff)
			}
			if a.Outcome != want[i].Outcome {
				t.Errorf("%s on %s: the whole is %s, its only part %s", right, basis, a.Outcome, want[i].Outcome)
			}
		}
	}
}

// A profile is no decision, so there is nothing to be free of.
func TestProfilesAreNoDecisions(t *testing.T) {
	d := activities(law.GDPR, "6(1)(b)", "6(1)(b)")
	d.Activities[0].Profiling = &policy.Profiling{}
	for _, v := range assess(t, d, ask(law.AutomatedDecision), received).Activities {
		if diff := cmp.Diff(said{rights.Refused, []rights.Code{rights.NoDecision}, []string{"22(1)"}}, verdictOf(v)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// An answer and the notice say the same of a right: what Of lists is not refused
// for lack of a basis, and what it does not list is.
func TestAnswersAgreeWithTheNotice(t *testing.T) {
	for name, doc := range policies(t) {
		if doc.AsPublished {
			continue
		}
		granted := map[law.Right][]int{}
		for _, g := range rights.Of(doc) {
			granted[g.Right] = g.Activities
		}
		for row := range law.Rights() {
			if row.Right == law.AutomatedDecision { // the notice tells of profiling without a decision, too
				continue
			}
			for _, v := range assess(t, doc, ask(row.Right), received).Activities {
				listed := slices.Contains(granted[row.Right], v.Index)
				gone := slices.ContainsFunc(v.Reasons, func(r rights.Reason) bool {
					return slices.Contains([]rights.Code{rights.NoSuchRight, rights.NotPortable, rights.PortableTask, rights.ObjectOnly, rights.ObjectTask,
						rights.WithdrawInstead, rights.NotMarketing, rights.NoConsent, rights.NoBasis}, r.Code)
				})
				if listed == gone && v.Outcome != rights.Judged {
					t.Errorf("%s, %s, %s: the notice lists it: %v, the answer says %v", name, row.Right, v.Activity, listed, codes(v.Reasons))
				}
			}
		}
	}
}

func TestErasure(t *testing.T) {
	doc := school()
	a := assess(t, doc, ask(law.Erasure), received)
	for i, want := range []rights.Verdict{
		{Outcome: rights.Refused, Stays: []string{"name", "grade"}, Reasons: []rights.Reason{{Code: rights.Archive}}},
		{Outcome: rights.Judged, Data: []string{"name"}, Stays: []string{"score"}, Reasons: []rights.Reason{{Code: rights.NotNeeded}, {Code: rights.MustKeepSome}}},
		{Outcome: rights.Granted, Data: []string{"name"}, Reasons: []rights.Reason{{Code: rights.AsChild}, {Code: rights.OnWithdrawal}}},
		{Outcome: rights.Judged, Data: []string{"log"}, Reasons: []rights.Reason{{Code: rights.ObjectFirst}}},
	} {
		v := a.Activities[i]
		got := rights.Verdict{Outcome: v.Outcome, Stays: v.Stays}
		if len(v.Data) > 0 {
			got.Data = v.Data
		}
		for _, c := range codes(v.Reasons) {
			got.Reasons = append(got.Reasons, rights.Reason{Code: c})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", v.Activity, diff)
		}
	}
	if a.Outcome != rights.Judged {
		t.Errorf("the whole is %s", a.Outcome)
	}
}

// What holds data back, and what does not.
func TestWhatErasureMustMind(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*policy.Document)
		facts  rights.Facts
		index  int
		want   []rights.Code
	}{
		"a disposal decision lifts the archive": {func(d *policy.Document) {
			d.Retention = append(d.Retention, policy.Retention{ID: "decided", DisposalDecision: "2026-1"})
			d.Activities[0].Retention = []string{"decided"}
		}, rights.Facts{}, 0, []rights.Code{rights.TaskNeeds}},
		"public records are of the Nordic countries here": {func(d *policy.Document) { d.Jurisdiction = "DE" }, rights.Facts{}, 0, []rights.Code{rights.TaskNeeds}},
		"Danish authorities have archives, too":           {func(d *policy.Document) { d.Jurisdiction = "DK" }, rights.Facts{}, 0, []rights.Code{rights.Archive}},
		"a contract is no duty":                           {func(d *policy.Document) { d.Activities[1].Retention = []string{"agreed"} }, rights.Facts{}, 1, []rights.Code{rights.NotNeeded}},
		"a longest time is no duty":                       {func(d *policy.Document) { d.Activities[1].Retention = []string{"most"} }, rights.Facts{}, 1, []rights.Code{rights.NotNeeded}},
		"a rule for all data keeps all":                   {func(d *policy.Document) { d.Retention[0].Data = nil }, rights.Facts{}, 1, []rights.Code{rights.MustKeep}},
		"legal claims":                                    {func(*policy.Document) {}, rights.Facts{Claims: true}, 2, []rights.Code{rights.LegalClaims}},
		"explicit consent on top of a task": {func(d *policy.Document) {
			d.Activities[0].Controllers = []string{"club"}
			d.Activities[0].SpecialGround = &policy.SpecialGround{Article: "9(2)(a)"}
		}, rights.Facts{}, 0, []rights.Code{rights.OnWithdrawal, rights.TaskNeeds}},
	} {
		d := changed(school(), tt.change)
		r := ask(law.Erasure)
		r.Facts = tt.facts
		if diff := cmp.Diff(tt.want, codes(assess(t, d, r, received).Activities[tt.index].Reasons)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Statutes are cited by name: those of the policy and those of the table.
func TestErasureCitesTheStatute(t *testing.T) {
	a := assess(t, school(), ask(law.Erasure), received)
	archive, books := a.Activities[0].Reasons[0], a.Activities[1].Reasons[1]
	if len(archive.Law) != 1 || archive.Law[0].Act != "SE-ARK" || archive.Provision != "17(3)(b)" {
		t.Errorf("the archive cites %+v", archive)
	}
	if len(books.Law) != 1 || books.Law[0].Title["sv"] != "an act (2020:1)" || books.Law[0].Section != "2 §" {
		t.Errorf("the books cite %+v", books)
	}
}

func TestPortabilityIsForWhatThePersonProvided(t *testing.T) {
	d := school()
	d.Activities[1].Data = []string{"name", "grade", "log", "score", "typed"}
	a := assess(t, d, ask(law.Portability), received)
	if diff := cmp.Diff([]string{"name", "log"}, a.Activities[1].Data); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	d.Activities[1].Data = []string{"score"}
	if got := verdictOf(assess(t, d, ask(law.Portability), received).Activities[1]); got.Codes[0] != rights.NotFromYou || got.Outcome != rights.Refused {
		t.Errorf("got %+v", got)
	}
	d.Activities[0].Controllers, d.Activities[0].SpecialGround = nil, &policy.SpecialGround{Article: "9(2)(a)"}
	if got := assess(t, d, ask(law.Portability), received).Activities[0]; got.Outcome != rights.Judged {
		t.Errorf("explicit consent on top of a task: %s", got.Outcome)
	}
}

// A request can be about some activities and some data only.
func TestRequestIsNarrowed(t *testing.T) {
	r := ask(law.Access)
	r.Activities = []string{"safety"}
	if a := assess(t, school(), r, received); len(a.Activities) != 1 || a.Activities[0].Activity != "safety" {
		t.Errorf("got %+v", a.Activities)
	}
	r = ask(law.Access)
	r.Data = []string{"score"}
	a := assess(t, school(), r, received)
	if len(a.Activities) != 1 || !slices.Equal(a.Activities[0].Data, []string{"score"}) {
		t.Errorf("got %+v", a.Activities)
	}
	r.Data = []string{"typed"} // never kept
	if a := assess(t, school(), r, received); len(a.Activities) != 0 || a.Outcome != rights.Judged {
		t.Errorf("got %+v", a)
	}
}

func TestRegimesHaveTheirOwnNumbersAndLimits(t *testing.T) {
	for name, tt := range map[string]struct {
		regime  law.ActID
		article string
		right   law.Right
		want    said
	}{
		"objection, EUDPR":            {law.EUDPR, "5(1)(d)", law.Objection, said{rights.Refused, []rights.Code{rights.WithdrawInstead}, []string{"7(3)"}}},
		"objection to a duty, EUDPR":  {law.EUDPR, "5(1)(b)", law.Objection, said{rights.Refused, []rights.Code{rights.ObjectTask}, []string{"23(1)"}}},
		"objection to a task, EUDPR":  {law.EUDPR, "5(1)(a)", law.Objection, said{rights.Judged, []rights.Code{rights.Outweigh}, []string{"23(1)"}}},
		"marketing, EUDPR":            {law.EUDPR, "5(1)(a)", law.ObjectionMarketing, said{rights.Refused, []rights.Code{rights.NoSuchRight}, []string{""}}},
		"portability, EUDPR":          {law.EUDPR, "5(1)(c)", law.Portability, said{rights.Granted, []rights.Code{rights.Provided}, []string{"22(1)"}}},
		"erasure, EUDPR":              {law.EUDPR, "5(1)(b)", law.Erasure, said{rights.Judged, []rights.Code{rights.DutyLasts}, []string{"19(3)(b)"}}},
		"a number of another regime":  {law.EUDPR, "6(1)(e)", law.Access, said{rights.Judged, []rights.Code{rights.NoBasis}, []string{""}}},
		"access, PuL":                 {law.PUL, "10 § d", law.Access, said{rights.Granted, []rights.Code{rights.Applies}, []string{"26 §"}}},
		"rectification, PuL":          {law.PUL, "10 § d", law.Rectification, said{rights.Judged, []rights.Code{rights.IfWrong}, []string{"28 §"}}},
		"erasure, PuL":                {law.PUL, "10 § d", law.Erasure, said{rights.Judged, []rights.Code{rights.Blocked}, []string{"28 §"}}},
		"portability, PuL":            {law.PUL, "10 §", law.Portability, said{rights.Refused, []rights.Code{rights.NoSuchRight}, []string{""}}},
		"withdrawal, PuL":             {law.PUL, "10 §", law.WithdrawConsent, said{rights.Judged, []rights.Code{rights.NotKnown}, []string{""}}},
		"a law that nobody looked up": {law.Persondatalov, "§ 6", law.Access, said{rights.Judged, []rights.Code{rights.NotKnown}, []string{""}}},
	} {
		d := activities(tt.regime, tt.article)
		d.Data, d.Activities[0].Data = []policy.Datum{{ID: "name"}}, []string{"name"}
		marketing(d)
		r := ask(tt.right)
		if act, _ := law.Find(tt.regime); !act.To.IsZero() {
			r.Received = act.To
		}
		a := assess(t, d, r, r.Received)
		if diff := cmp.Diff(tt.want, verdictOf(a.Activities[0])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if len(a.Bars) > 0 {
			t.Errorf("%s: barred by %v", name, codes(a.Bars))
		}
	}
}

func TestWhatStandsAgainstTheWhole(t *testing.T) {
	for name, tt := range map[string]struct {
		doc     *policy.Document
		request rights.Request
		outcome rights.Outcome
		want    []rights.Code
	}{
		"nothing":        {school(), rights.Request{Right: law.Access}, rights.Granted, nil},
		"unfounded":      {school(), rights.Request{Right: law.Access, Facts: rights.Facts{Unfounded: true}}, rights.Refused, []rights.Code{rights.Unfounded}},
		"unidentified":   {school(), rights.Request{Right: law.Erasure, Facts: rights.Facts{Unidentified: true}}, rights.Refused, []rights.Code{rights.Unidentified}},
		"not in Art. 11": {school(), rights.Request{Right: law.Objection, Activities: []string{"safety"}, Facts: rights.Facts{Unidentified: true}}, rights.Judged, nil},
		"a complaint is not for the controller to refuse": {school(), rights.Request{Right: law.Complaint, Facts: rights.Facts{Unfounded: true, Unidentified: true}}, rights.Granted, nil},
		"nor is a withdrawal":                             {school(), rights.Request{Right: law.WithdrawConsent, Activities: []string{"newsletter"}, Facts: rights.Facts{Unfounded: true}}, rights.Granted, nil},
		"a guardian of an adult":                          {school(), rights.Request{Right: law.Access, By: rights.Guardian, Age: 18}, rights.Refused, []rights.Code{rights.OfAge}},
		"a guardian of a child":                           {school(), rights.Request{Right: law.Access, By: rights.Guardian, Age: 17}, rights.Granted, nil},
		"PuL, too late":                                   {activities(law.PUL, "10 §"), rights.Request{Right: law.Access}, rights.Judged, []rights.Code{rights.Repealed}},
		"EUDPR, too early":                                {activities(law.EUDPR, "5(1)(a)"), rights.Request{Right: law.Access, Received: date.Date{Year: 2018, Month: 12, Day: 10}}, rights.Judged, []rights.Code{rights.NotYet}},
		"PuL, a second time in the year": {activities(law.PUL, "10 §"), rights.Request{
			Right: law.Access, Received: date.Date{Year: 2017, Month: 9, Day: 8}, Facts: rights.Facts{Earlier: []date.Date{{Year: 2017, Month: 1, Day: 2}}},
		}, rights.Refused, []rights.Code{rights.ThisYear}},
		"PuL, once in each year": {activities(law.PUL, "10 §"), rights.Request{
			Right: law.Access, Received: date.Date{Year: 2017, Month: 1, Day: 2}, Facts: rights.Facts{Earlier: []date.Date{{Year: 2016, Month: 12, Day: 30}}},
		}, rights.Granted, nil},
		"GDPR knows no yearly cap": {school(), rights.Request{Right: law.Access, Facts: rights.Facts{Earlier: []date.Date{{Year: 2026, Month: 1, Day: 2}}}}, rights.Granted, nil},
	} {
		r := tt.request
		if r.Received.IsZero() {
			r.Received = received
		}
		a := assess(t, tt.doc, r, r.Received)
		if diff := cmp.Diff(tt.want, codes(a.Bars)); diff != "" || a.Outcome != tt.outcome {
			t.Errorf("%s: %s, want %s; bars (-want +got):\n%s", name, a.Outcome, tt.outcome, diff)
		}
	}
}

// The same request gives the same answer, and the policy stays as it was.
func TestAssessingChangesNothing(t *testing.T) {
	for name, doc := range policies(t) {
		before, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		for row := range law.Rights() {
			one, two := assess(t, doc, ask(row.Right), received), assess(t, doc, ask(row.Right), received)
			if diff := cmp.Diff(one, two); diff != "" {
				t.Errorf("%s, %s (-first +second):\n%s", name, row.Right, diff)
			}
		}
		if after, _ := json.Marshal(doc); string(before) != string(after) {
			t.Errorf("%s was changed", name)
		}
	}
}

// What people judge settles what no program can, and nothing else.
func TestWholeAndParts(t *testing.T) {
	for _, tt := range []struct {
		activities []string
		settled    map[string]rights.Outcome
		want       rights.Outcome
	}{
		{[]string{"newsletter"}, nil, rights.Granted},
		{[]string{"teaching"}, nil, rights.Refused},
		{[]string{"teaching", "newsletter"}, nil, rights.Partly},
		{[]string{"teaching", "newsletter", "safety"}, nil, rights.Judged},
		{[]string{"newsletter", "safety"}, map[string]rights.Outcome{"safety": rights.Granted}, rights.Granted},
		{[]string{"newsletter", "safety"}, map[string]rights.Outcome{"safety": rights.Refused}, rights.Partly},
	} {
		r := ask(law.Erasure)
		r.Activities, r.Facts.Settled = tt.activities, tt.settled
		if a := assess(t, school(), r, received); a.Outcome != tt.want || a.Refuses() != (tt.want == rights.Partly || tt.want == rights.Refused) {
			t.Errorf("%v, settled %v: got %s, want %s", tt.activities, tt.settled, a.Outcome, tt.want)
		}
	}
}

func TestSettled(t *testing.T) {
	r := ask(law.Erasure)
	r.Facts.Settled = map[string]rights.Outcome{"teaching": rights.Granted, "course": rights.Granted, "newsletter": rights.Refused, "safety": rights.Refused}
	a := assess(t, school(), r, received)
	var got []rights.Outcome
	for _, v := range a.Activities {
		got = append(got, v.Outcome)
	}
	if diff := cmp.Diff([]rights.Outcome{rights.Refused, rights.Partly, rights.Granted, rights.Refused}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if v := a.Activities[3]; v.Data != nil || codes(v.Reasons)[0] != rights.ObjectFirst {
		t.Errorf("got %+v", v)
	}
	r = rights.Request{Right: law.Objection, Received: received, Activities: []string{"safety"}, Facts: rights.Facts{Settled: map[string]rights.Outcome{"safety": rights.Refused}}}
	if a := assess(t, school(), r, received); a.Outcome != rights.Refused || a.Contents[0].Code != rights.ItemWhy {
		t.Errorf("got %s, %v", a.Outcome, codes(a.Contents))
	}
	r.Facts.Settled = map[string]rights.Outcome{"safety": rights.Judged}
	if _, err := rights.Assess(school(), r, received); err != rights.NoOutcome {
		t.Errorf("got %v", err)
	}
	r.Facts.Settled = map[string]rights.Outcome{"nosuch": rights.Granted}
	if _, err := rights.Assess(school(), r, received); err != rights.NoActivity {
		t.Errorf("got %v", err)
	}
}

func TestMistakes(t *testing.T) {
	next := received.AddDays(1)
	for name, tt := range map[string]struct {
		doc     *policy.Document
		request rights.Request
		at      date.Date
		want    rights.Mistake
	}{
		"no policy":                {nil, ask(law.Access), received, rights.NoPolicy},
		"no right":                 {school(), ask("secret-9901"), received, rights.NoRight},
		"no receipt":               {school(), rights.Request{Right: law.Access}, received, rights.NoReceipt},
		"no such day":              {school(), rights.Request{Right: law.Access, Received: date.Date{Year: 2026, Month: 2, Day: 30}}, received, rights.NoReceipt},
		"no day":                   {school(), ask(law.Access), date.Date{}, rights.NoDay},
		"before the request":       {school(), ask(law.Access), received.AddDays(-1), rights.NoDay},
		"activity":                 {school(), rights.Request{Right: law.Access, Received: received, Activities: []string{"secret-9901"}}, received, rights.NoActivity},
		"an activity with none":    {activities(law.GDPR, "6(1)(a)"), rights.Request{Right: law.Access, Received: received, Activities: []string{""}}, received, rights.NoActivity},
		"datum":                    {school(), rights.Request{Right: law.Access, Received: received, Data: []string{"secret-9901"}}, received, rights.NoDatum},
		"asker":                    {school(), rights.Request{Right: law.Access, Received: received, By: "secret-9901"}, received, rights.NoAsker},
		"age":                      {school(), rights.Request{Right: law.Access, Received: received, Age: 151}, received, rights.NoAge},
		"a relative of nobody":     {school(), rights.Request{Right: law.Access, Received: received, By: rights.Relative}, received, rights.NoRelative},
		"the dead":                 {school(), rights.Request{Right: law.Access, Received: received, Died: received.AddDays(-1)}, received, rights.NotAlive},
		"proof without a question": {school(), rights.Request{Right: law.Access, Received: received, Facts: rights.Facts{Proved: next}}, next, rights.NotInOrder},
		"proof before it":          {school(), rights.Request{Right: law.Access, Received: received, Facts: rights.Facts{Asked: next, Proved: received}}, next, rights.NotInOrder},
		"told before it came":      {school(), rights.Request{Right: law.Access, Received: received, Facts: rights.Facts{Told: received.AddDays(-1)}}, next, rights.NotInOrder},
	} {
		if _, err := rights.Assess(tt.doc, tt.request, tt.at); err != tt.want {
			t.Errorf("%s: got %v, want %v", name, err, tt.want)
		}
	}
}
