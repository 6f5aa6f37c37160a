package receipt

import (
	"bytes"
	"encoding/json"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
)

// contents are what a receipt holds, and whether it is one.
type contents struct {
	receipt consent.Receipt
	items   []content
	code    Code // ContentRight, or what is wrong
	newer   bool // whether a record has parts that consent.ReadRecord does not know
}

// A content is one answer: the bytes of its record, as they stand in the file and
// were logged, and those of its proof, if it has one.
type content struct{ record, proof []byte }

// readContents reads a payload. The reader of package consent refuses what can be
// read in two ways, such as a name that stands twice, so that encoding/json sees
// the same values; maps, since it would take a member in capitals for a field.
func readContents(payload []byte) contents {
	c := contents{code: NoReceipt}
	r, err := consent.ReadReceipt(payload)
	if err != nil || r.ID == "" {
		return c
	}
	var top map[string]json.RawMessage
	var items []map[string]json.RawMessage
	if json.Unmarshal(payload, &top) != nil || json.Unmarshal(top["items"], &items) != nil {
		return c
	}
	for i, item := range items {
		record := item["record"]
		if record == nil {
			return c
		}
		c.items = append(c.items, content{record, item["proof"]})
		r.Items[i].Proof = string(item["proof"])
		c.newer = c.newer || !bytes.Equal(r.Items[i].Record.AppendJSON(nil), record)
	}
	c.receipt = r
	c.code = fault(&r)
	return c
}

// skew is how far the clocks of an organiser's machines may be apart.
const skew = 5 * time.Minute

// fault says what is wrong with a receipt in itself.
func fault(r *consent.Receipt) Code {
	issued, err := time.Parse(time.RFC3339, r.Issued)
	if err != nil {
		return BadTime
	}
	for i := range r.Items {
		record := &r.Items[i].Record
		if record.Subject != r.Items[0].Record.Subject {
			return SeveralPeople
		}
		at, err := time.Parse(time.RFC3339, record.At)
		if err != nil || at.After(issued.Add(skew)) {
			return BadTime
		}
	}
	return ContentRight
}
