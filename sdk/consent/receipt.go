package consent

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/locale"
)

// A Receipt is what a person gets for their answers: the records, and with each
// how to take it back. It is about that person alone. Package receipt signs it.
type Receipt struct {
	ID        string     // names the receipt
	Issued    string     // the instant, as RFC 3339
	Language  locale.Tag // the language of all text
	Organiser string     // the names of those whom the person answered
	Policy    string     // what the policy is called
	Version   string     // its version
	NoticeURL string     // where it can be read; may be empty
	Items     []Item     // the answers, in the order of the form
}

// An Item is one answer in a receipt.
type Item struct {
	Record   Record // the answer, as it now stands
	Withdraw string // the address with the token that takes the consent back; empty if there is nothing to take back
	Proof    string // the proof that the record stands in the organiser's log, as JSON of package receipt; may be empty
}

// AppendJSON appends the receipt as JSON. The same receipt gives the same bytes.
func (r *Receipt) AppendJSON(dst []byte) []byte {
	w := wire.NewWriter(dst)
	w.BeginObject()
	w.Key("id").String(r.ID)
	w.Key("issued").String(r.Issued)
	w.Key("language").String(string(r.Language))
	writeText(w, "organiser", r.Organiser)
	writeText(w, "policy", r.Policy)
	writeText(w, "version", r.Version)
	writeText(w, "notice", r.NoticeURL)
	w.Key("items").BeginArray()
	for i := range r.Items {
		item := &r.Items[i]
		w.BeginObject().Key("record").Raw(string(item.Record.AppendJSON(nil)))
		writeText(w, "withdraw", item.Withdraw)
		if item.Proof != "" {
			w.Key("proof").Raw(item.Proof)
		}
		w.EndObject()
	}
	return w.EndArray().EndObject().Bytes()
}

// receiptLimits bound a receipt that is read: it holds several records.
var receiptLimits = wire.Limits{Bytes: 4 << 20, Nodes: 1 << 18}

// ReadReceipt reads what [Receipt.AppendJSON] wrote, but for the proofs, which
// are package receipt's. It skips members that it does not know. The error holds
// nothing of what was read.
func ReadReceipt(data []byte) (Receipt, error) {
	n, err := wire.Read(data, receiptLimits)
	if err != nil {
		return Receipt{}, err
	}
	return ReadReceiptNode(n), nil
}

// ReadReceiptNode is [ReadReceipt] for a receipt inside a larger document.
func ReadReceiptNode(n wire.Node) Receipt {
	r := Receipt{
		ID: n.StrOf("id"), Issued: n.StrOf("issued"), Language: locale.Tag(n.StrOf("language")), Organiser: n.StrOf("organiser"),
		Policy: n.StrOf("policy"), Version: n.StrOf("version"), NoticeURL: n.StrOf("notice"),
	}
	for _, c := range n.Get("items").Children {
		r.Items = append(r.Items, Item{Record: ReadRecordNode(c.Get("record")), Withdraw: c.StrOf("withdraw")})
	}
	return r
}
