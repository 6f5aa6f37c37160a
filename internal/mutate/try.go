package mutate

import (
	"maps"
	"reflect"
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
)

// An Outcome is what came of a defect.
type Outcome struct {
	Kind   Kind
	Field  string    // the type of the model and the name in the file: "Party.name"
	Path   diag.Path // the field's place in the policy
	To     string    // what it became, where that is a word
	Rules  []string  // the codes of the rules that find something they did not find before
	Styles bool      // all of these findings are remarks on style
	Duty   string    // the provision that the notice no longer meets, if it now reads differently; else empty
	Why    string    // what the provision wants
}

// Try makes each defect in the policy, checks it, and takes it back. The policy
// is the same afterwards.
func Try(doc *policy.Document) []Outcome {
	before := newState(doc)
	mutants := Mutants(doc)
	list := make([]Outcome, len(mutants))
	for i := range mutants {
		list[i] = before.try(doc, &mutants[i])
	}
	return list
}

// A state is what there is to compare with.
type state struct {
	found   map[string]int // findings, without their paths: a lost entry moves the others
	notices []string
	orphans map[string]bool
}

func newState(doc *policy.Document) state {
	s := state{found: map[string]int{}, orphans: orphans(doc)}
	for _, f := range lint.Check(doc) {
		s.found[f.Code+f.Message]++
	}
	for i := range doc.Languages {
		s.notices = append(s.notices, full(doc, i))
	}
	return s
}

// full is the full notice in one of the policy's languages.
func full(doc *policy.Document, language int) string {
	d, err := notice.Build(doc, notice.Context{Language: doc.Languages[language]})
	if err != nil {
		return "no notice: " + err.Error()
	}
	return string(new(notice.Printer).Text(d))
}

func (s state) try(doc *policy.Document, m *Mutant) Outcome {
	o := Outcome{Kind: m.Kind, Field: m.Field, Path: m.Path, To: m.To}
	m.apply()
	defer m.undo()
	o.Rules, o.Styles = s.caught(doc)
	if article, why := s.must(doc, m); article != "" && s.shows(doc) {
		o.Duty, o.Why = article, why
	}
	return o
}

// caught lists the rules with findings that were not there before.
func (s state) caught(doc *policy.Document) ([]string, bool) {
	codes := map[string]bool{}
	styles := true
	now := map[string]int{}
	for _, f := range lint.Check(doc) {
		key := f.Code + f.Message
		now[key]++
		if now[key] > s.found[key] {
			codes[f.Code] = true
			styles = styles && f.Severity == diag.Info
		}
	}
	return slices.Sorted(maps.Keys(codes)), styles
}

func (s state) shows(doc *policy.Document) bool {
	if len(doc.Languages) != len(s.notices) {
		return true
	}
	for i := range s.notices {
		if full(doc, i) != s.notices[i] {
			return true
		}
	}
	return false
}

// must gives the provision that the policy with the defect fails, and why.
func (s state) must(doc *policy.Document, m *Mutant) (article, why string) {
	l := look{doc, m}
	switch {
	case m.Kind == Dangle:
		return "12(1)", "the reference leads nowhere, so the notice leaves a gap"
	case m.Kind == Duplicate:
		return "12(1)", "nobody can tell which of two is meant"
	case m.Kind.isLoss():
		if d := lost(l); d != nil {
			return d.article, d.why
		}
	default:
		for i := range clashes {
			if c := &clashes[i]; c.field == m.Field && c.is(l) {
				return c.article, c.why
			}
		}
	}
	for id := range orphans(doc) {
		if !s.orphans[id] {
			return "12(1)", "something is described that nothing is said to use any more"
		}
	}
	return "", ""
}

// lost gives the duty that a loss breaks. A text that lost a language is judged
// as if it were gone: to the readers of that language it is.
func lost(l look) *duty {
	if l.m.Kind == Language {
		l.m.at.Set(reflect.Zero(l.m.at.Type()))
		defer l.m.apply()
	}
	for i := range duties {
		if d := &duties[i]; d.field == l.m.Field && (d.due == nil || d.due(l)) {
			return d
		}
	}
	return nil
}
