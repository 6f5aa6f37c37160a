package ledger

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"

	"github.com/lagrum/lagrum/sdk/receipt"
	"golang.org/x/mod/sumdb/tlog"
)

// SaltSize is the length of [Row.Salt] in bytes.
const SaltSize = 32

// hash gives the leaf of the row in the tree.
func (r *Row) hash() tlog.Hash {
	leaf := receipt.Leaf(r.leafSalt(), r.Content)
	return tlog.RecordHash(leaf[:])
}

// leafSalt gives the salt of the leaf. The random bytes hide it; the index, the
// part and the key are bound to it.
func (r *Row) leafSalt() []byte {
	mac := hmac.New(sha256.New, r.Salt)
	var place [12]byte
	binary.BigEndian.PutUint64(place[:8], uint64(r.Index))
	binary.BigEndian.PutUint32(place[8:], uint32(r.Part))
	mac.Write(place[:])
	mac.Write([]byte(r.Key))
	return mac.Sum(nil)
}
