package lint

import (
	"iter"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

// A term says during which days an act is in force. A zero day is open or not known.
type term struct {
	from, to date.Date
	proposal bool // not adopted, so never in force
}

// termOf gives the term of an act: that of Lagrum's table, or else what the
// policy says of an act of its own. The table comes first, since its dates
// have sources.
func (p *pass) termOf(id law.ActID) (term, bool) {
	if a, ok := law.Find(id); ok {
		return term{a.From, a.To, a.Proposal}, true
	}
	if i, ok := p.ownActs[id]; ok && id != "" {
		own := &p.doc.Acts[i]
		return term{from: own.From, to: own.To}, true
	}
	return term{}, false
}

// over reports whether the last day in force is past. Without a day to judge
// by, an act that has a last day is taken for past.
func (t term) over(at date.Date) bool {
	return !t.to.IsZero() && (at.IsZero() || t.to.Before(at))
}

// citedActs lists the acts that the policy names, with the place: its regime,
// and the act of each citation. Empty names are passed over.
func (p *pass) citedActs() iter.Seq2[diag.Path, law.ActID] {
	return func(yield func(diag.Path, law.ActID) bool) {
		if p.doc.Regime != "" && !yield("/regime", p.doc.Regime) {
			return
		}
		for _, r := range p.references {
			if r.kind == "act" && !yield(r.path, law.ActID(r.id)) {
				return
			}
		}
	}
}
