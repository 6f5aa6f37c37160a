package change

import (
	"slices"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/locale"
)

// AppendJSON appends the fingerprint as JSON: an object with terms, and parts,
// each with of, language and said. It is meant for one that was summed.
func (f Fingerprint) AppendJSON(dst []byte) []byte {
	w := wire.NewWriter(dst)
	w.BeginObject().Key("terms").String(f.Terms)
	w.Key("parts").BeginArray()
	for i := range f.Parts {
		p := &f.Parts[i]
		w.BeginObject().Key("of").String(p.Of)
		if p.Language != "" {
			w.Key("language").String(string(p.Language))
		}
		w.Key("said").BeginArray()
		for _, s := range p.Said {
			w.String(s)
		}
		w.EndArray().EndObject()
	}
	return w.EndArray().EndObject().Bytes()
}

// ReadFingerprint reads what [Fingerprint.AppendJSON] wrote. It skips members
// that it does not know, and takes what is missing for empty.
func ReadFingerprint(n wire.Node) Fingerprint {
	var f Fingerprint
	f.Terms, _ = n.Get("terms").Str()
	for _, c := range n.Get("parts").Children {
		var p Part
		p.Of, _ = c.Get("of").Str()
		language, _ := c.Get("language").Str()
		p.Language = locale.Tag(language)
		for _, s := range c.Get("said").Children {
			if text, ok := s.Str(); ok {
				p.Said = append(p.Said, text)
			}
		}
		f.Parts = append(f.Parts, p)
	}
	return f
}

// IsZero reports whether there is no fingerprint.
func (f Fingerprint) IsZero() bool { return f.Terms == "" && len(f.Parts) == 0 }

// Differs names what two fingerprints do not agree on: "terms", and of each part
// that both have and that says something else, its Of. It is empty if they agree.
func (f Fingerprint) Differs(g Fingerprint) []string {
	var list []string
	if f.Terms != g.Terms {
		list = append(list, "terms")
	}
	at := 0
	for i := range g.Parts {
		p := &g.Parts[i]
		if at = f.find(p, at); at < len(f.Parts) && !agree(f.Parts[at].Said, p.Said) && !slices.Contains(list, p.Of) {
			list = append(list, p.Of)
		}
	}
	return list
}

// find finds the part of the same thing in the same language, from the one with
// the number on: parts mostly come in the same order. Without one it gives how many
// there are.
func (f Fingerprint) find(p *Part, from int) int {
	for n := range f.Parts {
		i := from + n
		if i >= len(f.Parts) {
			i -= len(f.Parts)
		}
		if f.Parts[i].Of == p.Of && f.Parts[i].Language == p.Language {
			return i
		}
	}
	return len(f.Parts)
}
