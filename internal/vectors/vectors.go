package vectors

import (
	"errors"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
)

// A Case is what somebody sent on a day.
type Case struct {
	Day    date.Date
	Values []byte // as form.ReadValues reads them
}

// limits are those of a file of vectors.
var limits = wire.Limits{Bytes: 16 << 20, Nodes: 1 << 20, Depth: 64, Members: 1024}

var errNoVectors = errors.New("vectors: this is no file of vectors")

// Again reads a file of vectors and writes it anew, with what package form makes
// of it now.
func Again(data []byte) ([]byte, error) {
	n, err := wire.Read(data, limits)
	if err != nil {
		return nil, err
	}
	d, err := form.Read(appendNode(nil, n.Get("definition")))
	if err != nil {
		return nil, err
	}
	var cases []Case
	for _, c := range n.Get("cases").Children {
		text, _ := c.Get("day").Str()
		day, ok := date.Parse(text)
		if !ok {
			return nil, errNoVectors
		}
		cases = append(cases, Case{day, appendNode(nil, c.Get("values"))})
	}
	return New(d, cases)
}

// New writes a file of vectors, one case a line.
func New(d *form.Definition, cases []Case) ([]byte, error) {
	if len(cases) == 0 {
		return nil, errNoVectors
	}
	out := append([]byte("{\"definition\":"), d.AppendJSON(nil)...)
	out = append(out, ",\n\"cases\":["...)
	var s form.Submission
	for i := range cases {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, '\n')
		var err error
		if out, err = appendCase(out, d, &cases[i], &s); err != nil {
			return nil, err
		}
	}
	return append(out, "\n]}\n"...), nil
}

func appendCase(out []byte, d *form.Definition, c *Case, s *form.Submission) ([]byte, error) {
	values, err := form.ReadValues(c.Values)
	if err != nil {
		return nil, err
	}
	problems := d.Check(values, c.Day, s)
	w := wire.NewWriter(out)
	w.BeginObject()
	w.Key("day").String(c.Day.String())
	w.Key("values").Raw(string(c.Values))
	w.Key("problems").Raw(string(form.AppendProblems(nil, problems)))
	w.Key("kept").Raw(string(s.AppendJSON(nil)))
	w.Key("dropped").Raw(string(form.AppendDrops(nil, s.Dropped())))
	w.EndObject()
	return w.Bytes(), nil
}

// appendNode writes a value that was read.
func appendNode(dst []byte, n wire.Node) []byte {
	w := wire.NewWriter(dst)
	writeNode(w, &n)
	return w.Bytes()
}

func writeNode(w *wire.Writer, n *wire.Node) {
	switch n.Kind {
	case wire.String:
		w.String(n.Text)
	case wire.Array:
		w.BeginArray()
		for i := range n.Children {
			writeNode(w, &n.Children[i])
		}
		w.EndArray()
	case wire.Object:
		w.BeginObject()
		for i := range n.Children {
			w.Key(n.Children[i].Name)
			writeNode(w, &n.Children[i])
		}
		w.EndObject()
	case wire.Missing:
		w.Null()
	default:
		w.Raw(n.Text)
	}
}
