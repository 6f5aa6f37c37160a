package accountability

import (
	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/text"
)

// In says a state in the language.
func (s State) In(t *text.Accountability) string {
	switch s {
	case Stated:
		return t.Stated
	case Missing:
		return t.Missing
	case Met:
		return t.Met
	case Unmet:
		return t.Unmet
	}
	return t.Check
}

// demandedBy says in words what demands a row. The criteria of a screening are of
// guidelines, so no provision demands one of them.
func (r *Report) demandedBy(row *Row) string {
	switch {
	case row.Provision != "":
		return cite.In(r.Regime, r.lang).Article(row.Provision)
	case r.Kind == RecordKind:
		return r.lang.Accountability.NotDemanded
	}
	return ""
}
