package jose

import (
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/crosscheck"
)

// A Library is a JOSE library that answers.
type Library func(Question) (Answer, error)

// A Question is what a library is asked at once.
type Question struct {
	Keys     []json.RawMessage `json:"keys"`     // the public keys to verify with, as JWKs
	Files    []string          `json:"files"`    // what to verify: JWSs in any form
	Signer   json.RawMessage   `json:"signer"`   // the private key to sign with, as JWK
	Header   map[string]string `json:"header"`   // the protected header to sign
	Payloads [][]byte          `json:"payloads"` // what to sign
}

// An Answer is what a library answers.
type Answer struct {
	IDs      []string `json:"ids"`      // the thumbprint of each key
	Verdicts [][]byte `json:"verdicts"` // of each file the payload; null if the signature does not hold
	Signed   []Forms  `json:"signed"`   // each payload, signed
}

// Forms are the three ways to write a JWS (RFC 7515 section 7).
type Forms struct {
	Flattened string `json:"flattened"`
	General   string `json:"general"`
	Compact   string `json:"compact"`
}

// Node gives the npm package jose. The root is that of the module.
func Node(root string) (Library, error) {
	modules := filepath.Join(root, "internal", "browser")
	script := crosscheck.Script{
		File: filepath.Join(root, "internal", "jose", "jose.mjs"), Args: []string{modules},
		Folder: modules, Package: "jose", Target: "browser",
	}
	if err := script.Find(); err != nil {
		return nil, err
	}
	return func(q Question) (Answer, error) {
		asked, err := json.Marshal(q)
		if err != nil {
			return Answer{}, err
		}
		out, err := script.Ask(asked)
		if err != nil {
			return Answer{}, err
		}
		var a Answer
		if err := json.Unmarshal(out, &a); err != nil {
			return Answer{}, err
		}
		if len(a.IDs) != len(q.Keys) || len(a.Verdicts) != len(q.Files) || len(a.Signed) != len(q.Payloads) {
			return Answer{}, fmt.Errorf("node: %d, %d and %d answers", len(a.IDs), len(a.Verdicts), len(a.Signed))
		}
		return a, nil
	}, nil
}
