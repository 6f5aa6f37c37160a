package choices

import (
	"slices"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/text"
)

// AppendJSON appends the panel as JSON, as the element <lagrum-choices> reads it: of
// each choice what it is decided by, the names to remove from the device, and what
// stands in the place of a frame that waits for it; all else as HTML. The same panel
// gives the same bytes. docs/widgets.md lists the members.
func (p *Panel) AppendJSON(dst []byte) []byte {
	w := wire.NewWriter(dst).BeginObject()
	w.Key("policy").String(p.Policy)
	w.Key("version").String(p.Version)
	w.Key("language").String(string(p.Language))
	w.Key("html").String(string(p.HTML()))
	w.Key("choices").BeginArray()
	for i := range p.Choices {
		p.choice(w, &p.Choices[i])
	}
	w.EndArray()
	writeTexts(w, "spared", stored(p.Necessary))
	p.words(w)
	return w.EndObject().Bytes()
}

func (p *Panel) choice(w *wire.Writer, c *Choice) {
	w.BeginObject()
	w.Key("id").String(c.ID)
	c.WriteAsked(w)
	writeTexts(w, "stored", stored(c.Technologies))
	if l := text.In(p.Language); l != nil {
		h := &html{l: l, t: &l.Panel, tag: string(p.Language)}
		w.Key("held").String(h.held(c))
	}
	w.EndObject()
}

// stored gives the names under which the technologies stand on the device.
func stored(list []Technology) []string {
	var names []string
	for i := range list {
		names = append(names, list[i].Stored...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func writeTexts(w *wire.Writer, name string, list []string) {
	w.Key(name).BeginArray()
	for _, s := range list {
		w.String(s)
	}
	w.EndArray()
}

// words writes what the element says of what happens.
func (p *Panel) words(w *wire.Writer) {
	l := text.In(p.Language)
	if l == nil {
		return
	}
	t, c := &l.Panel, &l.Consent
	w.Key("words").BeginObject()
	for _, word := range [...]struct{ key, says string }{
		{"changed", t.Changed}, {"past", t.Past}, {"saved", t.Saved}, {"failed", t.Failed},
		{"unkept", t.Unkept}, {"signal", t.Signal}, {"left", t.Left}, {"running", t.Running},
	} {
		w.Key(word.key).String(word.says)
	}
	w.Key("what").BeginObject() // of a reason why it is asked again
	w.Key("purpose").String(c.Purpose)
	w.Key("consent").String(t.Agreed)
	w.Key("terms").String(c.Terms)
	w.Key("scope").String(c.Controller)
	w.EndObject().EndObject()
}
