package core

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/form"
)

// maxLoaded is how many definitions are held. With one more, the one that was
// loaded first goes. maxBytes is how many bytes may be loaded before all go.
const maxLoaded, maxBytes = 8, 1 << 20

// loaded is a definition under the number by which requests refer to it.
type loaded struct {
	number     int
	definition *form.Definition
}

// Kept gives how many bytes of requests were loaded since there was nothing.
func (f *Forms) Kept() int { return f.bytes }

// load takes a definition in. The request has definition. What comes back has use,
// a number that is not given out again: a request with "use" in place of
// "definition" is about this form.
//
// Where too much has been loaded, all is let go and "full" is at fault: load again
// what is needed.
func (r *request) load() []byte {
	d, f := r.definition(), r.forms
	if d == nil {
		return nil
	}
	if f.bytes > 0 && f.bytes+r.size > maxBytes {
		f.loaded, f.bytes = [maxLoaded]loaded{}, 0
		r.blame("full", false)
		return nil
	}
	f.bytes += r.size
	f.number++
	f.loaded[f.number%maxLoaded] = loaded{f.number, d}
	return wire.NewWriter(nil).BeginObject().Key("use").Int(int64(f.number)).EndObject().Bytes()
}

// drop lets a definition go. The request has use.
func (r *request) drop() []byte {
	if at := r.use(); at != nil {
		*at = loaded{}
	}
	return []byte("{}")
}

// use finds the definition that was loaded under the number.
func (r *request) use() *loaded {
	n, ok := r.Get("use").Int()
	for i := range r.forms.loaded {
		if l := &r.forms.loaded[i]; ok && l.definition != nil && int64(l.number) == n {
			return l
		}
	}
	r.blame("use", false)
	return nil
}

// definition gives the form that the request is about: that which it holds, or one
// that was loaded; the whole, or the part that it names. It is nil where there is none.
func (r *request) definition() *form.Definition {
	var d *form.Definition
	if n := r.Get("definition"); n.Kind != wire.Missing {
		if !r.blame("definition", n.Kind == wire.Object && fits(n)) {
			return nil
		}
		d = r.forms.definition(n)
	} else if r.Get("use").Kind == wire.Missing {
		r.blame("definition", false)
		return nil
	} else if l := r.use(); l != nil {
		d = l.definition
	}
	if d == nil {
		return nil
	}
	return r.part("part", d)
}

func (f *Forms) definition(n wire.Node) *form.Definition {
	if f.reads != nil {
		return f.reads(n)
	}
	return form.ReadUnscreened(n)
}

// part gives the part of a form that a member names: "first", or a list of the
// fields of the second part, as the operation check gave it. Without the member it is
// the whole form.
func (r *request) part(name string, d *form.Definition) *form.Definition {
	switch n := r.Get(name); n.Kind {
	case wire.Missing, wire.Null:
		return d
	case wire.String:
		if r.blame(name, n.Text == "first") {
			return d.First()
		}
	default:
		var names []string
		for _, c := range n.Children {
			names = append(names, c.Text)
		}
		d = d.SecondOf(names)
		r.blame(name, d != nil)
		return d
	}
	return nil
}
