package ledger

import (
	"bytes"
	"errors"

	"github.com/lagrum/lagrum/internal/wire"
)

// An ActKind says what an act does.
type ActKind string

// The kinds of acts.
const (
	Erasure     ActKind = "erasure"     // content was removed
	Restriction ActKind = "restriction" // a history may only be stored (GDPR Article 18)
	Release     ActKind = "release"     // a restriction was lifted
)

// An Act is an entry about other entries. It holds no personal data; that of a
// restriction names the history, and is erased with it.
type Act struct {
	Kind     ActKind // what it does
	At       string  // the instant, as RFC 3339
	Entries  []int64 // the indexes of the entries that were erased, ascending; only of an erasure
	ID       string  // the history; empty for an erasure
	Reason   string  // why, in words
	Decision string  // the decision that it rests on, by number or date; may be empty
	Rule     string  // the retention rule that it carries out; empty for what somebody decided or asked for
	By       string  // who did it: a function or pseudonym of the organiser's own
}

func (a *Act) appendJSON(dst []byte) []byte {
	w := wire.NewWriter(dst)
	w.BeginObject()
	w.Key("kind").String(string(a.Kind))
	w.Key("at").String(a.At)
	if a.Kind == Erasure {
		w.Key("entries").BeginArray()
		for _, index := range a.Entries {
			w.Int(index)
		}
		w.EndArray()
	} else {
		w.Key("id").String(a.ID)
	}
	w.Key("reason").String(a.Reason)
	if a.Decision != "" {
		w.Key("decision").String(a.Decision)
	}
	if a.Rule != "" {
		w.Key("rule").String(a.Rule)
	}
	return w.Key("by").String(a.By).EndObject().Bytes()
}

// contentLimits bound what is read back: one content that was written here.
var contentLimits = wire.Limits{Bytes: 16 << 20, Nodes: 1 << 20}

// readAct reads an act. It is nil where the content is something else: only
// that of an act begins with its kind.
func readAct(content []byte) (*Act, error) {
	if !bytes.HasPrefix(content, []byte(`{"kind":`)) {
		return nil, nil
	}
	n, err := wire.Read(content, contentLimits)
	if err != nil {
		return nil, err
	}
	text := func(name string) string {
		s, _ := n.Get(name).Str()
		return s
	}
	a := &Act{
		Kind: ActKind(text("kind")), At: text("at"), ID: text("id"),
		Reason: text("reason"), Decision: text("decision"), Rule: text("rule"), By: text("by"),
	}
	for _, child := range n.Get("entries").Children {
		index, ok := child.Int()
		if !ok {
			return nil, errors.New("ledger: an erasure lists what is no index")
		}
		a.Entries = append(a.Entries, index)
	}
	return a, nil
}
