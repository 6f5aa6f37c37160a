package accountability

import (
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// ScreeningOf says of each activity which of the nine criteria of WP 248 rev.01
// the facts of the policy meet, why, and which no policy can tell; and what that
// comes to (GDPR Article 35; Regulation (EU) 2018/1725 Article 39). The error is a
// *[ContextError].
func ScreeningOf(doc *policy.Document, c Context) (*Report, error) {
	w, err := newWriter(doc, c)
	if err != nil {
		return nil, err
	}
	if err := w.limited(c.Party); err != nil {
		return nil, err
	}
	for _, j := range c.Judged {
		if !slices.Contains(Criteria[:], j.Criterion) {
			return nil, &ContextError{"criterion", string(j.Criterion), criteriaNames()}
		}
		if j.Activity != "" && doc.Activity(j.Activity) == nil {
			return nil, &ContextError{"activity", j.Activity, activityNames(doc)}
		}
	}
	r := w.report(ScreeningKind, "35", w.words.Screening, c.Party)
	r.Intro = append(r.Intro, fill(w.words.NineCriteria, "article", w.article("35")))
	r.Intro = append(r.Intro, w.nationalList())
	g := Group{ID: "screening", Title: w.words.ByActivity, Provision: number(doc.Regime, "35(1)"), None: w.words.NoActivities}
	for _, s := range Screen(doc, c.Judged) {
		if c.Party == "" || slices.Contains(controllers(doc, &doc.Activities[s.Activity]), c.Party) {
			g.Parts = append(g.Parts, w.screening(&s))
		}
	}
	if len(g.Parts) > 0 {
		g.Columns = columns(g.Parts[0].Rows)
	}
	r.Groups = []Group{g}
	return r, nil
}

// limited checks that a report can be limited to the activities of a controller.
func (w *writer) limited(party string) error {
	if known := Controllers(w.doc); party != "" && !slices.Contains(known, party) {
		return &ContextError{"party", party, known}
	}
	return nil
}

func criteriaNames() []string {
	list := make([]string, len(Criteria))
	for i, c := range Criteria {
		list[i] = string(c)
	}
	return list
}

func activityNames(doc *policy.Document) []string {
	list := make([]string, len(doc.Activities))
	for i := range doc.Activities {
		list[i] = doc.Activities[i].ID
	}
	return list
}

// nationalList says whose list of processing to look at (GDPR Article 35(4)).
func (w *writer) nationalList() string {
	a, ok := law.AuthorityFor(w.doc.Jurisdiction, w.doc.Regime, w.at)
	if !ok {
		return fill(w.words.AnyList, "article", w.article("35(4)"))
	}
	said := fill(w.words.AuthorityList, "authority", a.NameIn(string(w.lang.Tag)), "article", w.article("35(4)"))
	if list, ok := ListOf(w.doc.Jurisdiction); ok && w.doc.Regime == law.GDPR {
		said += " " + list.URL
	}
	return said
}

func (w *writer) screening(s *Screening) Part {
	p := Part{ID: w.doc.Activities[s.Activity].ID, Title: w.activityTitle(s.Activity), Path: place("activities", s.Activity)}
	p.Verdict = s.Verdict()
	p.Notes = []string{w.verdict(s)}
	for i := range s.Results {
		x := &s.Results[i]
		r := Row{ID: string(x.Criterion), Heading: w.criterion(x.Criterion), State: x.State}
		for _, clue := range x.Clues {
			line := Statement{w.clue(&clue), clue.Paths}
			if slices.Contains(unknown, clue.Code) {
				r.Left = append(r.Left, line)
			} else {
				r.Says = append(r.Says, line)
			}
		}
		if len(x.Clues) == 0 {
			r.Says = []Statement{{Text: w.words.NothingSays}}
		}
		p.Rows = append(p.Rows, r)
	}
	return p
}

// verdict says what a screening comes to.
func (w *writer) verdict(s *Screening) string {
	met, open := strconv.Itoa(s.Count(Met)), strconv.Itoa(s.Count(Check))
	article := w.article("35(1)")
	switch s.Verdict() {
	case Required:
		gdpr, _ := s.Case()
		return fill(w.words.VerdictRequired, "article", w.article(gdpr))
	case Likely:
		return fill(w.words.VerdictLikely, "met", met, "article", article)
	case Judge:
		return fill(w.words.VerdictJudge, "met", met, "open", open, "article", article)
	}
	return fill(w.words.VerdictFew, "met", met, "article", article)
}

// criterion names a criterion.
func (w *writer) criterion(c Criterion) string {
	t := w.words
	return map[Criterion]string{
		Evaluation: t.Evaluation, Automated: t.Automated, Monitoring: t.Monitoring, Sensitive: t.Sensitive, LargeScale: t.LargeScale,
		Combining: t.Combining, Vulnerable: t.Vulnerable, NewTechnology: t.NewTechnology, Exclusion: t.Exclusion,
	}[c]
}

// clue says a clue.
func (w *writer) clue(c *Clue) string {
	t := w.words
	pattern := map[ClueCode]string{
		Profiles: t.Profiles, Assesses: t.Assesses, Decides: t.Decides, Selects: t.Selects, Observes: t.Observes, Tracks: t.Tracks, Admits: t.Admits, Follows: t.Follows,
		Special: t.Special, Reveals: t.Reveals, MayReveal: t.MayReveal, FreeText: t.FreeText, Personal: t.Personal, ScaleUnknown: t.ScaleUnknown,
		Combines: t.Combines, Translates: t.Translates, Dependent: t.Dependent, Biometrics: t.Biometrics, NewUnknown: t.NewUnknown,
		Excludes: t.Excludes, DutyToProvide: t.DutyToProvide, JudgedMet: t.JudgedMet, JudgedUnmet: t.JudgedUnmet,
	}[c.Code]
	return fill(pattern, "data", w.lang.Rules.List(w.labels(c.IDs)), "purposes", w.lang.Rules.List(w.purposeTitles(c.IDs)), "subjects", w.lang.Rules.List(w.subjectLabels(c.IDs)))
}

func (w *writer) purposeTitles(ids []string) []string {
	var list []string
	for _, id := range ids {
		if p := w.doc.Purpose(id); p != nil && w.in(p.Title) != "" {
			list = append(list, w.in(p.Title))
		}
	}
	return list
}

func (w *writer) subjectLabels(ids []string) []string {
	var list []string
	for _, id := range ids {
		if s := w.doc.Subject(id); s != nil && w.in(s.Label) != "" {
			list = append(list, w.in(s.Label))
		}
	}
	return list
}

// categoryName names a special category in the middle of a sentence.
func categoryName(c law.SpecialCategory, l *text.Language) string {
	t := &l.Categories
	return map[law.SpecialCategory]string{
		law.EthnicOrigin: t.EthnicOrigin, law.PoliticalOpinion: t.PoliticalOpinion, law.Religion: t.Religion, law.TradeUnion: t.TradeUnion,
		law.Genetic: t.Genetic, law.Biometric: t.Biometric, law.Health: t.Health, law.SexLife: t.SexLife, law.Criminal: t.Criminal,
	}[c]
}
