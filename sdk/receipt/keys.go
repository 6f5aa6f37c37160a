package receipt

import (
	"bytes"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"strings"

	"github.com/go-jose/go-jose/v4"
	"golang.org/x/mod/sumdb/note"
)

// Keys are the public keys that a reader of receipts trusts, because they came
// from the organiser by another way than the receipt. The zero Keys hold none.
type Keys struct {
	public []publicKey
	logs   []note.Verifier
}

type publicKey struct {
	id  string
	key ed25519.PublicKey
}

var (
	errNoKey      = errors.New("receipt: this is no Ed25519 public key; take a JWK, a JWK set or PEM, as the organiser published it")
	errPrivateKey = errors.New("receipt: this is a private key, which its owner keeps secret; checking takes the public one")
	errNoLog      = errors.New("receipt: this is no key of a log; take a line of the form name+hash+key, as the log published it")
)

// ParseKeys reads public keys for signatures: a JWK or a JWK set (RFC 7517, RFC
// 8037), or PEM with SubjectPublicKeyInfo (RFC 8410). Keys of other kinds or for
// other uses are passed over, but one must be left. A private key is an error.
func ParseKeys(data []byte) (Keys, error) {
	parse := parseJWK
	if bytes.Contains(data, []byte("-----BEGIN ")) {
		parse = parsePEM
	}
	list, err := parse(data)
	if err != nil {
		return Keys{}, err
	}
	var k Keys
	for _, key := range list {
		if id, err := KeyID(key); err == nil {
			k.public = append(k.public, publicKey{id, key})
		}
	}
	if k.public == nil {
		return Keys{}, errNoKey
	}
	return k, nil
}

// Add adds other keys.
func (k *Keys) Add(other Keys) {
	k.public = append(k.public, other.public...)
	for _, log := range other.logs {
		k.addLog(log)
	}
}

// AddLogs adds keys of logs, one a line, in the form of package note: name, hash
// and key with "+" between (C2SP signed-note).
func (k *Keys) AddLogs(text string) error {
	var logs []note.Verifier
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "PRIVATE+KEY+") {
			return errPrivateKey
		}
		if line == "" {
			continue
		}
		log, err := note.NewVerifier(line)
		if err != nil {
			return errNoLog
		}
		logs = append(logs, log)
	}
	if logs == nil {
		return errNoLog
	}
	for _, log := range logs {
		k.addLog(log)
	}
	return nil
}

// addLog leaves out what is there already: note takes a key twice for a mistake.
func (k *Keys) addLog(log note.Verifier) {
	for _, old := range k.logs {
		if old.Name() == log.Name() && old.KeyHash() == log.KeyHash() {
			return
		}
	}
	k.logs = append(k.logs, log)
}

// IDs gives the ids of the keys for signatures; see [KeyID].
func (k *Keys) IDs() []string {
	var ids []string
	for _, p := range k.public {
		ids = append(ids, p.id)
	}
	return ids
}

// Logs gives the keys of logs.
func (k *Keys) Logs() note.Verifiers { return note.VerifierList(k.logs...) }

func parseJWK(data []byte) ([]ed25519.PublicKey, error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	var set map[string]json.RawMessage
	if json.Unmarshal(data, &set) != nil {
		return nil, errNoKey
	}
	members := []json.RawMessage{data}
	if keys, ok := set["keys"]; ok {
		if json.Unmarshal(keys, &members) != nil {
			return nil, errNoKey
		}
	}
	var list []ed25519.PublicKey
	for _, member := range members {
		var jwk jose.JSONWebKey
		if jwk.UnmarshalJSON(member) != nil {
			continue // RFC 7517 section 5: a kind that is not known is passed over
		}
		if !jwk.IsPublic() {
			return nil, errPrivateKey
		}
		key, ok := jwk.Key.(ed25519.PublicKey)
		if ok && (jwk.Use == "" || jwk.Use == "sig") {
			list = append(list, key)
		}
	}
	return list, nil
}

func parsePEM(data []byte) ([]ed25519.PublicKey, error) {
	var list []ed25519.PublicKey
	for {
		var block *pem.Block
		if block, data = pem.Decode(data); block == nil {
			return list, nil
		}
		if strings.HasSuffix(block.Type, "PRIVATE KEY") {
			return nil, errPrivateKey
		}
		any, err := x509.ParsePKIXPublicKey(block.Bytes)
		if key, ok := any.(ed25519.PublicKey); ok && err == nil {
			list = append(list, key)
		}
	}
}

// PublicJWK gives a public key as a JWK (RFC 8037), with its id, for the
// organiser to publish.
func PublicJWK(key ed25519.PublicKey) ([]byte, error) {
	id, err := KeyID(key)
	if err != nil {
		return nil, err
	}
	return jose.JSONWebKey{Key: key, KeyID: id, Algorithm: string(jose.EdDSA), Use: "sig"}.MarshalJSON()
}

// PrivatePEM gives a private key as PEM with PKCS #8 (RFC 8410), unencrypted.
func PrivatePEM(key ed25519.PrivateKey) ([]byte, error) {
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), nil
}

// ParsePrivateKey reads what [PrivatePEM] wrote, or OpenSSL for Ed25519. The error
// holds nothing of the key.
func ParsePrivateKey(data []byte) (ed25519.PrivateKey, error) {
	block, _ := pem.Decode(data)
	if block != nil && block.Type == "PRIVATE KEY" {
		any, err := x509.ParsePKCS8PrivateKey(block.Bytes)
		if key, ok := any.(ed25519.PrivateKey); ok && err == nil {
			return key, nil
		}
	}
	return nil, errors.New("receipt: this is no Ed25519 private key in PEM with PKCS #8; make one with: lagrum receipt key")
}
