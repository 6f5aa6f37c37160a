package accountability

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A Criterion is one of the nine by which processing is likely to be a high risk:
// Guidelines on Data Protection Impact Assessment, WP 248 rev.01, section III.B.
type Criterion string

// The nine criteria, in the order of the guidelines.
const (
	Evaluation    Criterion = "evaluation"     // evaluation or scoring, profiling among it
	Automated     Criterion = "automated"      // automated decisions with legal or similar effect
	Monitoring    Criterion = "monitoring"     // systematic monitoring
	Sensitive     Criterion = "sensitive"      // sensitive or highly personal data
	LargeScale    Criterion = "large-scale"    // data processed on a large scale
	Combining     Criterion = "combining"      // matching or combining datasets
	Vulnerable    Criterion = "vulnerable"     // vulnerable data subjects
	NewTechnology Criterion = "new-technology" // innovative use, new technological or organisational solutions
	Exclusion     Criterion = "exclusion"      // keeps people from a right, a service or a contract
)

// Criteria lists the nine in the order of the guidelines.
var Criteria = [9]Criterion{Evaluation, Automated, Monitoring, Sensitive, LargeScale, Combining, Vulnerable, NewTechnology, Exclusion}

// A Judgement is what people have judged of a criterion, which a policy may not be
// able to tell. It goes before what the policy says.
type Judgement struct {
	Activity  string    // the id of the activity; empty for all
	Criterion Criterion // which one
	Met       bool      // whether it is met
}

// A Screening holds the nine criteria against one activity.
type Screening struct {
	Activity int      // the index of the activity in the policy
	Results  []Result // one for each of [Criteria], in that order
}

// A Result is what the policy tells of one criterion.
type Result struct {
	Criterion Criterion // which of the nine
	State     State     // Met, Unmet, or Check where the policy cannot tell
	Clues     []Clue    // why
}

// A Clue is a fact of the policy that speaks for a criterion, or what the policy
// does not tell.
type Clue struct {
	Code  ClueCode    // what kind of fact
	IDs   []string    // the ids of what it is about: data, purposes or subjects
	Paths []diag.Path // where the policy says so
}

// A ClueCode says what a clue is.
type ClueCode string

// The clues. Codes are stable and never reused.
const (
	Profiles      ClueCode = "profiles"      // the activity makes profiles
	Assesses      ClueCode = "assesses"      // its purpose is to assess or rate people; IDs are purposes
	Decides       ClueCode = "decides"       // a machine alone decides
	Selects       ClueCode = "selects"       // its purpose is to admit or select people; IDs are purposes
	Observes      ClueCode = "observes"      // data are noted while people use the service; IDs are data
	Tracks        ClueCode = "tracks"        // what people do is recorded; IDs are data
	Follows       ClueCode = "follows"       // its purpose is to follow what people do; IDs are purposes
	Special       ClueCode = "special"       // special categories or criminal data; IDs are data
	Reveals       ClueCode = "reveals"       // data that often reveal a special category; IDs are data
	MayReveal     ClueCode = "may-reveal"    // data that seldom reveal one; IDs are data
	FreeText      ClueCode = "free-text"     // free text, which may hold anything; IDs are data
	Personal      ClueCode = "personal"      // highly personal data, such as finances; IDs are data
	ScaleUnknown  ClueCode = "scale-unknown" // a policy does not tell numbers
	Combines      ClueCode = "combines"      // data from other parties are joined with one's own; IDs are data
	Translates    ClueCode = "translates"    // one identifier is turned into another; IDs are data
	Dependent     ClueCode = "dependent"     // children, and people who depend on the controller; IDs are subjects
	Biometrics    ClueCode = "biometrics"    // biometric data; IDs are data
	NewUnknown    ClueCode = "new-unknown"   // a policy does not tell how new a technology is
	Admits        ClueCode = "admits"        // it decides who gets a place or a service; IDs are purposes
	Excludes      ClueCode = "excludes"      // no service or contract without the data
	DutyToProvide ClueCode = "duty"          // a law demands the data
	JudgedMet     ClueCode = "judged-met"    // people judged that it is met
	JudgedUnmet   ClueCode = "judged-unmet"  // people judged that it is not met
)

// unknown are the clues that leave a criterion open: no policy can tell.
var unknown = []ClueCode{Selects, Observes, MayReveal, ScaleUnknown, NewUnknown, Excludes, DutyToProvide}

// Terms of the Data Privacy Vocabulary, and of its extension for education, that
// say what a purpose is.
var (
	assessing = []string{"edu:StudentPerformanceAssessment", "edu:StudentExamAssessment", "edu:StudentAssignmentAssessment", "edu:StudentEligibilityAssessment", "edu:StudentCourseRecommendation"}
	selecting = []string{"edu:StudentAdmissionManagement", "edu:StudentCourseAllocation", "edu:StudentEligibilityAssessment"}
	following = []string{"edu:StudentAttendanceManagement", "edu:StudentPerformanceMonitoring", "dpv:ServiceUsageAnalytics", "dpv:ServiceMonitoring", "dpv:MisusePreventionAndDetection"}
	behaviour = []string{"pd:BrowsingBehaviour", "pd:ServiceConsumptionBehaviour", "pd:LinkClicked", "pd:Location", "pd:TravelHistory"}
	financial = []string{"pd:FinancialStatus", "pd:FinancialAccount", "pd:BankAccount", "pd:Credit", "pd:Location"}
)

// Screen holds the nine criteria against every activity of the policy. What
// people have judged goes before what the policy says.
func Screen(doc *policy.Document, judged []Judgement) []Screening {
	list := make([]Screening, len(doc.Activities))
	for i := range doc.Activities {
		list[i] = screen(doc, i, judged)
	}
	return list
}

func screen(doc *policy.Document, i int, judged []Judgement) Screening {
	x := &screener{doc: doc, i: i, a: &doc.Activities[i]}
	s := Screening{Activity: i}
	for _, c := range Criteria {
		r := Result{Criterion: c, Clues: x.clues(c)}
		r.State = stateOf(r.Clues)
		for _, j := range judged {
			if j.Criterion == c && (j.Activity == "" || j.Activity == x.a.ID) {
				r = r.judge(j.Met)
			}
		}
		s.Results = append(s.Results, r)
	}
	return s
}

// stateOf says what clues come to: one that tells is enough.
func stateOf(clues []Clue) State {
	switch {
	case len(clues) == 0:
		return Unmet
	case slices.ContainsFunc(clues, func(c Clue) bool { return !slices.Contains(unknown, c.Code) }):
		return Met
	}
	return Check
}

// judge puts in what people say. What the policy tells for it stays.
func (r Result) judge(met bool) Result {
	told := slices.DeleteFunc(slices.Clone(r.Clues), func(c Clue) bool {
		return slices.Contains(unknown, c.Code) || c.Code == JudgedMet || c.Code == JudgedUnmet
	})
	code, state := JudgedMet, Met
	if !met {
		code, state = JudgedUnmet, Unmet
	}
	return Result{r.Criterion, state, append(told, Clue{Code: code})}
}

// Count says how many criteria are in a state.
func (s *Screening) Count(state State) int {
	n := 0
	for i := range s.Results {
		if s.Results[i].State == state {
			n++
		}
	}
	return n
}

// Result gives what is told of a criterion.
func (s *Screening) Result(c Criterion) Result { return s.Results[slices.Index(Criteria[:], c)] }

// A Verdict is what a screening comes to. There is none that says that no
// assessment is needed: fewer criteria can be a high risk too.
type Verdict string

// The verdicts.
const (
	Required Verdict = "required" // one of the cases of GDPR Article 35(3) that a policy and its readers can tell
	Likely   Verdict = "likely"   // two or more criteria: as a rule an assessment is needed
	Judge    Verdict = "judge"    // fewer than two, and what the policy cannot tell may make it two
	Few      Verdict = "few"      // fewer than two whatever the rest is
)

// needed is from how many criteria an assessment is needed as a rule.
const needed = 2

// Verdict says what the screening comes to.
func (s *Screening) Verdict() Verdict {
	_, required := s.Case()
	met := s.Count(Met)
	switch {
	case required:
		return Required
	case met >= needed:
		return Likely
	case met+s.Count(Check) >= needed:
		return Judge
	}
	return Few
}

// Case says which case of GDPR Article 35(3) the activity is: "35(3)(a)" for
// decisions that rest on profiles, "35(3)(b)" for special categories on a scale
// that people judged to be large. Public areas, (c), no policy tells of.
func (s *Screening) Case() (gdpr string, ok bool) {
	has := func(c Criterion, codes ...ClueCode) bool {
		r := s.Result(c)
		return r.State == Met && slices.ContainsFunc(r.Clues, func(clue Clue) bool { return slices.Contains(codes, clue.Code) })
	}
	switch {
	case has(Automated, Decides) && has(Evaluation, Profiles, Assesses):
		return "35(3)(a)", true
	case has(LargeScale, JudgedMet) && has(Sensitive, Special):
		return "35(3)(b)", true
	}
	return "", false
}

// A screener looks for clues in one activity.
type screener struct {
	doc *policy.Document
	i   int
	a   *policy.Activity
}

func (x *screener) clues(c Criterion) []Clue {
	switch c {
	case Evaluation:
		return x.evaluation()
	case Automated:
		return x.automated()
	case Monitoring:
		return x.monitoring()
	case Sensitive:
		return x.sensitive()
	case LargeScale:
		return []Clue{{Code: ScaleUnknown, Paths: []diag.Path{place("activities", x.i)}}}
	case Combining:
		return x.combining()
	case Vulnerable:
		return x.vulnerable()
	case NewTechnology:
		return x.newTechnology()
	}
	return x.exclusion()
}

// own is a clue about a member of the activity.
func (x *screener) own(code ClueCode, key string) []Clue {
	return []Clue{{Code: code, Paths: []diag.Path{place("activities", x.i, key)}}}
}

// purposes gives a clue, if a purpose of the activity has one of the terms.
func (x *screener) purposes(code ClueCode, terms []string) []Clue {
	clue := Clue{Code: code}
	for k, id := range x.a.Purposes {
		if p := x.doc.Purpose(id); p != nil && slices.Contains(terms, p.Term) {
			clue.IDs = append(clue.IDs, id)
			clue.Paths = append(clue.Paths, place("activities", x.i, "purposes").Index(k))
		}
	}
	return clue.ifAny()
}

// data gives a clue, if some of the personal data of the activity are so.
func (x *screener) data(code ClueCode, so func(*policy.Datum) bool) []Clue {
	clue := Clue{Code: code}
	for _, id := range x.a.Data {
		i := index(x.doc.Data, datumID, id)
		if i < 0 || x.doc.Data[i].Anonymous || !so(&x.doc.Data[i]) {
			continue
		}
		clue.IDs = append(clue.IDs, id)
		clue.Paths = append(clue.Paths, place("data", i))
	}
	return clue.ifAny()
}

func (c Clue) ifAny() []Clue {
	if len(c.IDs) == 0 {
		return nil
	}
	return []Clue{c}
}

func (x *screener) evaluation() []Clue {
	var list []Clue
	if x.a.Profiling != nil {
		list = x.own(Profiles, "profiling")
	}
	return append(list, x.purposes(Assesses, assessing)...)
}

func (x *screener) automated() []Clue {
	if x.a.Profiling != nil && x.a.Profiling.Decides {
		return []Clue{{Code: Decides, Paths: []diag.Path{place("activities", x.i, "profiling", "decides")}}}
	}
	return x.purposes(Selects, selecting)
}

// monitoring is met where following people is the purpose, or what they do is
// recorded. Whatever else is noted while people use a service may be no more than
// the service itself.
func (x *screener) monitoring() []Clue {
	tracks := func(d *policy.Datum) bool { return slices.Contains(behaviour, d.Term) }
	observed := func(s policy.Source) bool { return s.Kind == policy.FromObserving }
	list := append(x.purposes(Follows, following), x.data(Tracks, tracks)...)
	return append(list, x.data(Observes, func(d *policy.Datum) bool {
		return !tracks(d) && (slices.ContainsFunc(d.Sources, observed) || d.Provision == policy.Observed && len(d.Sources) == 0)
	})...)
}

func (x *screener) sensitive() []Clue {
	list := x.data(Special, func(d *policy.Datum) bool { return d.Special != "" })
	list = append(list, x.data(Reveals, func(d *policy.Datum) bool { return d.Special == "" && strongest(d) != law.Weak && strongest(d) != "" })...)
	list = append(list, x.data(FreeText, func(d *policy.Datum) bool { return d.FreeText })...)
	list = append(list, x.data(Personal, func(d *policy.Datum) bool { return slices.Contains(financial, d.Term) })...)
	return append(list, x.data(MayReveal, func(d *policy.Datum) bool { return d.Special == "" && strongest(d) == law.Weak })...)
}

// strongest says how surely a datum reveals a special category.
func strongest(d *policy.Datum) law.Strength {
	best := law.NoStrength
	for _, r := range d.Reveals {
		switch {
		case r.Strength == law.Strong || r.Strength == law.Medium:
			return r.Strength
		case r.Strength == law.Weak || best == law.NoStrength:
			best = law.Weak
		}
	}
	return best
}

// combining looks for data that come from other parties beside those that the
// person gives, and for identifiers that are translated.
func (x *screener) combining() []Clue {
	third := func(s policy.Source) bool { return s.Kind == policy.FromThirdParty }
	list := x.data(Translates, func(d *policy.Datum) bool { return d.Transient != nil && d.Transient.Becomes != "" })
	foreign := x.data(Combines, func(d *policy.Datum) bool { return slices.ContainsFunc(d.Sources, third) })
	own := x.data(Combines, func(d *policy.Datum) bool {
		return len(d.Sources) == 0 || slices.ContainsFunc(d.Sources, func(s policy.Source) bool { return !third(s) })
	})
	if len(foreign) > 0 && len(own) > 0 {
		list = append(list, foreign...)
	}
	return list
}

func (x *screener) vulnerable() []Clue {
	clue := Clue{Code: Dependent}
	for _, id := range x.a.Subjects {
		i := index(x.doc.Subjects, subjectID, id)
		if i >= 0 && (x.doc.Subjects[i].IsDependent() || strings.HasPrefix(x.doc.Subjects[i].Term, "dpv:Vulnerable")) {
			clue.IDs = append(clue.IDs, id)
			clue.Paths = append(clue.Paths, place("subjects", i))
		}
	}
	return clue.ifAny()
}

func (x *screener) newTechnology() []Clue {
	if list := x.data(Biometrics, func(d *policy.Datum) bool { return d.Special == law.Biometric }); len(list) > 0 {
		return list
	}
	return []Clue{{Code: NewUnknown, Paths: []diag.Path{place("activities", x.i, "systems")}}}
}

// exclusion is met where the processing decides who gets in (WP 248 rev.01:
// "processing operations that aim at allowing, modifying or refusing" access). That
// a service cannot be had without the data, people must judge.
func (x *screener) exclusion() []Clue {
	list := x.purposes(Admits, selecting)
	switch x.a.Necessity {
	case policy.Contractual, policy.Necessary:
		return append(list, x.own(Excludes, "necessity")...)
	case policy.Statutory:
		return append(list, x.own(DutyToProvide, "necessity")...)
	}
	return list
}
