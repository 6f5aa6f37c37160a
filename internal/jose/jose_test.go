package jose

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// byHand is a library of a few lines, so that the comparison is tested where there
// is no Node. The npm package is compared by "make oracle".
func byHand(q Question) (Answer, error) {
	var a Answer
	var jwk struct{ X, D string }
	if err := json.Unmarshal(q.Keys[0], &jwk); err != nil {
		return a, err
	}
	sum := sha256.Sum256(fmt.Appendf(nil, `{"crv":"Ed25519","kty":"OKP","x":%q}`, jwk.X))
	a.IDs = []string{encode(sum[:])}
	public := ed25519.PublicKey(decode(jwk.X))
	for _, file := range q.Files {
		a.Verdicts = append(a.Verdicts, verifyByHand(public, file))
	}
	if err := json.Unmarshal(q.Signer, &jwk); err != nil {
		return a, err
	}
	header, err := json.Marshal(q.Header)
	if err != nil {
		return a, err
	}
	for _, p := range q.Payloads {
		input := encode(header) + "." + encode(p)
		s := encode(ed25519.Sign(ed25519.NewKeyFromSeed(decode(jwk.D)), []byte(input)))
		rest := fmt.Sprintf(`"protected":%q,"signature":%q`, encode(header), s)
		a.Signed = append(a.Signed, Forms{
			Flattened: fmt.Sprintf(`{"payload":%q,%s}`, encode(p), rest),
			General:   fmt.Sprintf(`{"payload":%q,"signatures":[{%s}]}`, encode(p), rest),
			Compact:   input + "." + s,
		})
	}
	return a, nil
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func decode(s string) []byte {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return nil
	}
	return b
}

func verifyByHand(key ed25519.PublicKey, file string) []byte {
	var jws struct{ Protected, Payload, Signature string }
	if json.Unmarshal([]byte(file), &jws) != nil || !ed25519.Verify(key, []byte(jws.Protected+"."+jws.Payload), decode(jws.Signature)) {
		return nil
	}
	return decode(jws.Payload)
}

func TestCompare(t *testing.T) {
	count, complaints, err := Compare(byHand, 1, 25)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range complaints {
		t.Error(c)
	}
	if want := (Count{Ours: 25, Theirs: 75, Refused: 100}); count != want {
		t.Errorf("got %+v, want %+v", count, want)
	}
}

// A library that errs in one thing is found out.
func TestCompareComplains(t *testing.T) {
	for want, spoil := range map[string]func(*Answer){
		"the thumbprint of the key":                                   func(a *Answer) { a.IDs[0] = "x" },
		"receipt 0: the library is wrong":                             func(a *Answer) { a.Verdicts[0] = nil },
		"receipt 0 with another payload: the library is wrong":        func(a *Answer) { a.Verdicts[2] = []byte("{}") },
		"receipt 0 by a stranger: the library is wrong":               func(a *Answer) { a.Verdicts[4] = []byte("{}") },
		"receipt 0 by the library, compact: package receipt does not": func(a *Answer) { a.Signed[0].Compact += "A" },
	} {
		_, complaints, err := Compare(func(q Question) (Answer, error) {
			a, err := byHand(q)
			spoil(&a)
			return a, err
		}, 1, 1)
		if err != nil || len(complaints) != 1 || !strings.HasPrefix(complaints[0], want) {
			t.Errorf("got %q, want %q: %v", complaints, want, err)
		}
	}
	broken := errors.New("broken")
	if _, _, err := Compare(func(Question) (Answer, error) { return Answer{}, broken }, 1, 1); err != broken {
		t.Error(err)
	}
}
