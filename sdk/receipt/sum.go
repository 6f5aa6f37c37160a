package receipt

import (
	"crypto/sha256"
	"encoding/hex"
)

// Sum gives the SHA-256 hash of a text, in hexadecimal: for form.Context, and for
// the tokens of which a [consent.Record] keeps the hash alone.
func Sum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
