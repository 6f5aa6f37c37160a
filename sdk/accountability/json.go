package accountability

import (
	_ "embed"

	"github.com/lagrum/lagrum/internal/wire"
)

// Schema is the JSON Schema (draft 2020-12) of what [Report.JSON] writes.
//
//go:embed report.schema.json
var Schema string

// JSON writes the report as one JSON object, of the shape of [Schema]. Members are
// added over time and never change their meaning.
func (r *Report) JSON() []byte {
	w := &wire.Writer{}
	w.BeginObject()
	w.Key("kind").String(string(r.Kind))
	w.Key("policy").String(r.Policy)
	w.Key("version").String(r.Version)
	w.Key("language").String(string(r.Language))
	w.Key("regime").String(string(r.Regime))
	if !r.At.IsZero() {
		w.Key("at").String(r.At.String())
	}
	w.Key("party").String(r.Party)
	w.Key("title").String(r.Title)
	w.Key("provision").String(r.Provision)
	writeStrings(w, "intro", r.Intro)
	missing, check := r.Left()
	w.Key("missing").Int(int64(missing))
	w.Key("check").Int(int64(check))
	writeRows(w, "common", r.Common)
	w.Key("groups").BeginArray()
	for i := range r.Groups {
		writeGroup(w, &r.Groups[i])
	}
	w.EndArray()
	w.EndObject()
	return append(w.Bytes(), '\n')
}

func writeGroup(w *wire.Writer, g *Group) {
	w.BeginObject()
	w.Key("id").String(g.ID)
	w.Key("title").String(g.Title)
	w.Key("provision").String(g.Provision)
	writeRows(w, "common", g.Common)
	w.Key("parts").BeginArray()
	for i := range g.Parts {
		p := &g.Parts[i]
		w.BeginObject()
		w.Key("id").String(p.ID)
		w.Key("title").String(p.Title)
		w.Key("path").String(string(p.Path))
		writeStrings(w, "notes", p.Notes)
		if p.Verdict != "" {
			w.Key("verdict").String(string(p.Verdict))
		}
		writeRows(w, "rows", p.Rows)
		w.EndObject()
	}
	w.EndArray()
	w.EndObject()
}

func writeRows(w *wire.Writer, key string, rows []Row) {
	w.Key(key).BeginArray()
	for i := range rows {
		r := &rows[i]
		w.BeginObject()
		w.Key("id").String(r.ID)
		w.Key("heading").String(r.Heading)
		w.Key("provision").String(r.Provision)
		w.Key("state").String(string(r.State))
		writeStatements(w, "says", r.Says)
		writeStatements(w, "left", r.Left)
		w.EndObject()
	}
	w.EndArray()
}

func writeStatements(w *wire.Writer, key string, list []Statement) {
	w.Key(key).BeginArray()
	for _, s := range list {
		w.BeginObject()
		w.Key("text").String(s.Text)
		w.Key("paths").BeginArray()
		for _, path := range s.Paths {
			w.String(string(path))
		}
		w.EndArray()
		w.EndObject()
	}
	w.EndArray()
}

func writeStrings(w *wire.Writer, key string, list []string) {
	w.Key(key).BeginArray()
	for _, s := range list {
		w.String(s)
	}
	w.EndArray()
}
