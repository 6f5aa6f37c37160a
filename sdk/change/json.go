package change

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

// JSON writes the report for programs, the same in all languages.
//
// The top object has old and new, each with policy, version and effective
// (2026-01-31); material; again, the ids of the consents that are asked again;
// subjects; and changes. A change has kind, material, narrows, of, id, old, new,
// activities, subjects, consents, languages and args, an object. What is empty is
// left out of a change, and so is false.
func (r Report) JSON() []byte {
	w := wire.NewWriter(make([]byte, 0, 1<<12))
	w.BeginObject()
	version(w, "old", r.Old)
	version(w, "new", r.New)
	w.Key("material").Bool(r.Material())
	w.Key("again")
	list(w, r.Again())
	w.Key("subjects")
	list(w, r.Subjects())
	w.Key("changes").BeginArray()
	for i := range r.Changes {
		r.Changes[i].json(w)
	}
	w.EndArray()
	w.EndObject()
	return append(w.Bytes(), '\n')
}

func version(w *wire.Writer, key string, doc *policy.Document) {
	w.Key(key).BeginObject()
	member(w, "policy", doc.ID)
	member(w, "version", doc.Version)
	member(w, "effective", day(doc.EffectiveFrom))
	w.EndObject()
}

func (c *Change) json(w *wire.Writer) {
	w.BeginObject()
	w.Key("kind").String(string(c.Kind))
	flag(w, "material", c.Material)
	flag(w, "narrows", c.Narrows)
	member(w, "of", c.Of)
	member(w, "id", c.ID)
	member(w, "old", string(c.Old))
	member(w, "new", string(c.New))
	members(w, "activities", c.Activities)
	members(w, "subjects", c.Subjects)
	members(w, "consents", c.Consents)
	members(w, "languages", strs(c.Languages))
	arguments(w, c.Args)
	w.EndObject()
}

func arguments(w *wire.Writer, args []diag.Arg) {
	if len(args) == 0 {
		return
	}
	w.Key("args").BeginObject()
	for _, a := range args {
		w.Key(a.Name).String(a.Value)
	}
	w.EndObject()
}

func flag(w *wire.Writer, key string, b bool) {
	if b {
		w.Key(key).Bool(true)
	}
}

func member(w *wire.Writer, key, value string) {
	if value != "" {
		w.Key(key).String(value)
	}
}

func members(w *wire.Writer, key string, values []string) {
	if len(values) > 0 {
		w.Key(key)
		list(w, values)
	}
}

func list(w *wire.Writer, values []string) {
	w.BeginArray()
	for _, v := range values {
		w.String(v)
	}
	w.EndArray()
}
