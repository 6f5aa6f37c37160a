package serve

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A derived form is one that has been worked out of the policy. It is the same
// for all who ask.
type derived struct {
	def   *form.Definition // with all its fields
	first *form.Definition // its first part, or all of it
	sum   [sha256.Size]byte
}

// A derivation keeps what was derived, so that it is done once a day for each
// form, language and event.
type derivation struct {
	mutex sync.Mutex
	kept  map[derivationKey]*derived
}

type derivationKey struct {
	form    string
	context formContext
}

// formContext is what of a form.Context tells one form from another.
type formContext struct {
	language, event, day string
}

// mostKept is how many forms are kept at most: a new day begins anew.
const mostKept = 1000

func (d *derivation) of(doc *policy.Document, id string, c form.Context) (*derived, error) {
	key := derivationKey{id, formContext{string(c.Language), c.Event, c.At.String()}}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if got := d.kept[key]; got != nil {
		return got, nil
	}
	c.Sum = sum
	def, err := form.Derive(doc, id, c)
	if err != nil {
		return nil, err
	}
	got := &derived{def: def, first: def.First(), sum: sha256.Sum256(def.AppendJSON(nil))}
	if d.kept == nil || len(d.kept) >= mostKept {
		d.kept = map[derivationKey]*derived{}
	}
	d.kept[key] = got
	return got, nil
}

// sum hashes what a question of consent says and binds to.
func sum(text string) string {
	h := sha256.Sum256([]byte(text))
	return hex.EncodeToString(h[:])
}
