package receipt_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/receipt"
)

func public(key ed25519.PrivateKey) ed25519.PublicKey { return key.Public().(ed25519.PublicKey) }

func TestKeyIDIsTheThumbprintOfRFC8037(t *testing.T) {
	if got := must[string](t)(receipt.KeyID(public(organiser(t)))); got != idOfRFC8037 {
		t.Error(got)
	}
	const want = `{"use":"sig","kty":"OKP","kid":"` + idOfRFC8037 + `","crv":"Ed25519","alg":"EdDSA","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}`
	if got := string(must[[]byte](t)(receipt.PublicJWK(public(organiser(t))))); got != want {
		t.Errorf("got %s", got)
	}
	for _, key := range []ed25519.PublicKey{nil, make([]byte, 31), make([]byte, 32)} { // the last is of low order: anybody can sign for it
		if id, err := receipt.KeyID(key); err == nil {
			t.Errorf("a key of %d bytes has the id %s", len(key), id)
		}
	}
}

// pemOf is a public key as PEM.
func pemOf(t *testing.T, key any) string {
	t.Helper()
	der := must[[]byte](t)(x509.MarshalPKIXPublicKey(key))
	return string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}))
}

func TestParseKeys(t *testing.T) {
	ours, theirs := public(organiser(t)), public(somebody(t))
	jwk := string(must[[]byte](t)(receipt.PublicJWK(ours)))
	other := string(must[[]byte](t)(receipt.PublicJWK(theirs)))
	otherID := must[string](t)(receipt.KeyID(theirs))
	curve := must[*ecdsa.PrivateKey](t)(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	private := string(must[[]byte](t)(receipt.PrivatePEM(organiser(t))))
	weak := `{"kty":"OKP","crv":"Ed25519","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}`
	for name, c := range map[string]struct {
		data string
		want []string
		err  string
	}{
		"a JWK":                    {jwk, []string{idOfRFC8037}, ""},
		"a JWK without more":       {"\uFEFF" + `{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}`, []string{idOfRFC8037}, ""},
		"a JWK under a name":       {strings.Replace(jwk, idOfRFC8037, "2026", 1), []string{idOfRFC8037}, ""},
		"a set":                    {`{"keys":[` + jwk + "," + other + `]}`, []string{idOfRFC8037, otherID}, ""},
		"a set with other kinds":   {`{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"},{"kty":"new"},` + weak + `,` + jwk + `]}`, []string{idOfRFC8037}, ""},
		"PEM":                      {"Our key:\n" + pemOf(t, ours), []string{idOfRFC8037}, ""},
		"PEM, several":             {pemOf(t, &curve.PublicKey) + pemOf(t, ours) + pemOf(t, theirs), []string{idOfRFC8037, otherID}, ""},
		"for encryption":           {strings.Replace(jwk, `"sig"`, `"enc"`, 1), nil, "no Ed25519 public key"},
		"an empty set":             {`{"keys":[]}`, nil, "no Ed25519 public key"},
		"keys of another sort":     {`{"keys":7}`, nil, "no Ed25519 public key"},
		"a weak key":               {weak, nil, "no Ed25519 public key"},
		"a curve":                  {pemOf(t, &curve.PublicKey), nil, "no Ed25519 public key"},
		"nothing":                  {"", nil, "no Ed25519 public key"},
		"a private key":            {private, nil, "private key"},
		"a private JWK":            {`{"kty":"OKP","crv":"Ed25519","d":"` + seedOfRFC8037 + `","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}`, nil, "private key"},
		"a private one in a set":   {`{"keys":[` + jwk + `,{"kty":"oct","k":"AAAA"}]}`, nil, "private key"},
		"a public and private PEM": {pemOf(t, ours) + private, nil, "private key"},
	} {
		keys, err := receipt.ParseKeys([]byte(c.data))
		if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(c.want, keys.IDs()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestLogKeys(t *testing.T) {
	var keys, twice receipt.Keys
	a, b := newLog(t, "a.example"), newLog(t, "b.example")
	if err := keys.AddLogs("\n" + a.verifier + "\r\n\n" + b.verifier); err != nil {
		t.Fatal(err)
	}
	twice.Add(keys)
	twice.Add(keys)
	for _, l := range []*log{a, b} {
		l.append(t, nil, nil)
		p := l.prove(t, 0, nil)
		if err := p.Check(nil, twice.Logs()); err != nil {
			t.Errorf("%s: %v", l.signer.Name(), err)
		}
	}
	private, _, err := note.GenerateKey(rand.Reader, "a.example")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"": "no key of a log", "a.example": "no key of a log", a.verifier + "\nb": "no key of a log", private: "private key",
	} {
		var keys receipt.Keys
		if err := keys.AddLogs(text); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "a.example") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestPrivateKeyIsReadAgain(t *testing.T) {
	data := must[[]byte](t)(receipt.PrivatePEM(organiser(t)))
	if again := must[ed25519.PrivateKey](t)(receipt.ParsePrivateKey(data)); !again.Equal(organiser(t)) {
		t.Error("another key")
	}
	for _, wrong := range []string{
		"", pemOf(t, public(organiser(t))), string(bytes.Replace(data, []byte("MC4C"), []byte("MC5C"), 1)),
		strings.ReplaceAll(string(data), "PRIVATE", "ENCRYPTED PRIVATE"),
	} {
		if _, err := receipt.ParsePrivateKey([]byte(wrong)); err == nil {
			t.Errorf("%q is read", wrong)
		}
	}
}
