package jose

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// texts are what a receipt may hold: what libraries write in different ways.
var texts = []string{"", "Evening School", "Kvällsskolan", "Ílag & <b>", `"\`, "\u2028", "𝒦", "a\x00\t\n", strings.Repeat("long ", 999)}

// made gives a receipt.
func made(r *rand.Rand, index int) consent.Receipt {
	text := func() string { return texts[r.IntN(len(texts))] }
	out := consent.Receipt{
		ID: fmt.Sprintf("r-%d", index), Issued: "2026-11-22T12:00:05+01:00", Language: "en", Organiser: text(), Policy: text(), Version: text(),
	}
	for i := range r.IntN(4) {
		record := consent.Record{ID: fmt.Sprintf("c-%d", i), Version: 1, Status: consent.Given, Subject: "p-7", At: "2026-11-22T12:00:00+01:00"}
		record.Question.Text, record.Interface = text(), text()
		out.Items = append(out.Items, consent.Item{Record: record})
	}
	return out
}

// newKey gives a key from the source.
func newKey(r *rand.Rand) ed25519.PrivateKey {
	seed := make([]byte, ed25519.SeedSize)
	for i := range seed {
		seed[i] = byte(r.Uint32())
	}
	return ed25519.NewKeyFromSeed(seed)
}

// privateJWK writes a private key (RFC 8037).
func privateJWK(key ed25519.PrivateKey) json.RawMessage {
	return fmt.Appendf(nil, `{"kty":"OKP","crv":"Ed25519","d":%q,"x":%q}`,
		base64.RawURLEncoding.EncodeToString(key.Seed()), base64.RawURLEncoding.EncodeToString(key[ed25519.SeedSize:]))
}

// A part is what a JWS consists of.
type part int

const (
	header part = iota
	payload
	signature
)

// String names the part.
func (p part) String() string { return [...]string{"header", "payload", "signature"}[p] }

// changed gives a JWS in flattened JSON with one byte of a part changed: of what
// base64url stands for, since libraries differ in what they read as base64url.
func changed(r *rand.Rand, file string, which part) (string, error) {
	var jws struct {
		Protected string `json:"protected"`
		Payload   string `json:"payload"`
		Signature string `json:"signature"`
	}
	if err := json.Unmarshal([]byte(file), &jws); err != nil {
		return "", err
	}
	text := [...]*string{&jws.Protected, &jws.Payload, &jws.Signature}[which]
	content, err := base64.RawURLEncoding.DecodeString(*text)
	if err != nil {
		return "", err
	}
	content[r.IntN(len(content))] ^= byte(1 + r.IntN(255))
	*text = base64.RawURLEncoding.EncodeToString(content)
	again, err := json.Marshal(jws)
	return string(again), err
}

// trusted gives the public key as a JWK, and as package receipt reads it.
func trusted(key ed25519.PrivateKey) (json.RawMessage, receipt.Keys, error) {
	jwk, err := receipt.PublicJWK(key.Public().(ed25519.PublicKey))
	if err != nil {
		return nil, receipt.Keys{}, err
	}
	keys, err := receipt.ParseKeys(jwk)
	return jwk, keys, err
}
