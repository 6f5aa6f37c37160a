package receipt

import (
	"crypto"
	"crypto/ed25519"
	"encoding/base64"
	"errors"

	"github.com/go-jose/go-jose/v4"

	"github.com/lagrum/lagrum/sdk/consent"
)

const (
	// MediaType is that of a signed receipt as a file: a JWS in JSON (RFC 7515 section 9.2.1).
	MediaType = "application/jose+json"
	// Type is what the protected header says that was signed (RFC 7515 section 4.1.9, RFC 8725 section 3.11), so
	// that nothing else that the same key has signed passes for a receipt.
	Type = "vnd.lagrum.receipt"
)

// A Signer signs receipts for an organiser. It is safe for use by several
// goroutines at once. The zero Signer does not work; see [NewSigner].
type Signer struct {
	id   string
	jose jose.Signer
}

// NewSigner gives a signer with an Ed25519 key, such as [ParsePrivateKey] read.
func NewSigner(key ed25519.PrivateKey) (*Signer, error) {
	if len(key) != ed25519.PrivateKeySize {
		return nil, errors.New("receipt: this is no Ed25519 private key of 64 bytes")
	}
	id, err := KeyID(key.Public().(ed25519.PublicKey))
	if err != nil {
		return nil, err
	}
	// RFC 9864 calls the algorithm Ed25519; what every library reads today is its older name.
	how := jose.SigningKey{Algorithm: jose.EdDSA, Key: jose.JSONWebKey{Key: key, KeyID: id}}
	signer, err := jose.NewSigner(how, (&jose.SignerOptions{}).WithType(Type))
	if err != nil {
		return nil, err
	}
	return &Signer{id: id, jose: signer}, nil
}

// KeyID gives the id of the signer's key; see [KeyID].
func (s *Signer) KeyID() string { return s.id }

// Sign gives the receipt as a file: a JWS in flattened JSON (RFC 7515 section
// 7.2.2), whose payload is what [consent.Receipt.AppendJSON] writes. The protected
// header has the algorithm EdDSA, the [Type] and the id of the key, but not the
// key: whoever checks must have it from the organiser, not from the file.
//
// The error says what is wrong with a receipt that [Verify] would call wrong, such
// as records of two people in one; it holds nothing of them.
func (s *Signer) Sign(r *consent.Receipt) ([]byte, error) {
	payload := r.AppendJSON(nil)
	c := readContents(payload)
	switch c.code {
	case NoReceipt:
		return nil, errors.New("receipt: not signed: the receipt has no id, is larger than 4 MiB, or a proof in it is no JSON")
	case SeveralPeople, BadTime:
		return nil, errors.New("receipt: not signed: " + sentences[c.code])
	}
	for _, item := range c.items {
		if item.proof == nil {
			continue
		}
		if _, err := ReadProof(item.proof); err != nil {
			return nil, err
		}
	}
	signed, err := s.jose.Sign(payload)
	if err != nil {
		return nil, err
	}
	return []byte(signed.FullSerialize()), nil
}

// KeyID gives the id of a public key: its thumbprint with SHA-256 (RFC 7638, RFC
// 8037 section 2), in base64url. It is an error if the key is no key, or one for
// which anybody can sign.
func KeyID(key ed25519.PublicKey) (string, error) {
	jwk := jose.JSONWebKey{Key: key}
	if !jwk.Valid() {
		return "", errNoKey
	}
	sum, err := jwk.Thumbprint(crypto.SHA256)
	if err != nil {
		return "", errNoKey
	}
	return base64.RawURLEncoding.EncodeToString(sum), nil
}
