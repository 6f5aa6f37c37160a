package receipt

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"slices"

	"github.com/go-jose/go-jose/v4"
)

// Verify checks a receipt: the signature, the content, and for each answer the
// proof that the record stands in the organiser's log. The data are a JWS, in JSON
// or compact, or a page with a JWS in a script element of [MediaType].
//
// The keys decide who is trusted, never the file. A key that a file brings along
// only shows whether the file is whole, and makes the report say [Stranger].
//
// The error says that there is nothing to check: [ErrNotSigned], [ErrSeveral],
// [ErrMethod] or [ErrTooLarge]. All else stands in the report. Neither holds
// anything of the records, but for the report's Receipt.
func Verify(data []byte, keys Keys) (Report, error) {
	f, err := readFile(data)
	if err != nil {
		return Report{}, err
	}
	var r Report
	r.signature(f, &keys)
	c := readContents(f.payload)
	if typ, _ := f.header.Get("typ").Str(); typ != Type {
		c = contents{code: NoReceipt}
	}
	r.content(&c)
	for i := range c.items {
		check := c.items[i].inLog(&keys)
		check.Part, check.Answer = OfLog, i+1
		r.Checks = append(r.Checks, check)
	}
	if f.page {
		r.Checks = append(r.Checks, Check{Part: OfPage, Result: Unchecked, Code: PageOutside})
	}
	if r.Right() {
		r.Receipt = c.receipt
	}
	return r, nil
}

// signature finds out who signed. The name that the file gives to its key is no
// more than a hint, so every key is tried.
func (r *Report) signature(f *file, keys *Keys) {
	named := f.signed.Signatures[0].Protected.KeyID
	check := Check{Part: OfSignature}
	if thumbprint(named) {
		check.Key = named // any other text may be anything
	}
	for _, p := range keys.public {
		if _, err := f.signed.Verify(p.key); err == nil {
			r.Key = p.id
		}
	}
	switch jwk := f.signed.Signatures[0].Protected.JSONWebKey; {
	case r.Key != "":
		check.Result, check.Code, check.Key = Correct, KnownKey, r.Key
	case jwk != nil:
		check.Result, check.Code = Wrong, f.stranger(jwk)
	case len(keys.public) == 0:
		check.Result, check.Code = Unchecked, NoKey
	case named == "" || slices.Contains(keys.IDs(), named):
		check.Result, check.Code = Wrong, Damaged
	default:
		check.Result, check.Code = Unchecked, UnknownKey
	}
	r.Checks = append(r.Checks, check)
}

// stranger says of a file that no trusted key signed whether it fits the key that
// it brings along.
func (f *file) stranger(jwk *jose.JSONWebKey) Code {
	if key, ok := jwk.Key.(ed25519.PublicKey); ok {
		if _, err := f.signed.Verify(key); err == nil {
			return Stranger
		}
	}
	return Damaged
}

// thumbprint reports whether a text has the form of a [KeyID].
func thumbprint(s string) bool {
	sum, err := base64.RawURLEncoding.Strict().DecodeString(s)
	return err == nil && len(sum) == 32 && len(s) == 43
}

// content tells what readContents found.
func (r *Report) content(c *contents) {
	check := Check{Part: OfContent, Result: Wrong, Code: c.code}
	if c.code == ContentRight {
		check.Result = Correct
	}
	r.Checks = append(r.Checks, check)
	if c.newer {
		r.Checks = append(r.Checks, Check{Part: OfContent, Result: Unchecked, Code: Newer})
	}
}

// inLog checks whether a log holds the record. Whoever gives the key of a log
// wants to know that it does, so that a missing proof is wrong then.
func (item *content) inLog(keys *Keys) Check {
	failed := Wrong
	if len(keys.logs) == 0 {
		failed = Unchecked
	}
	if item.proof == nil {
		return Check{Result: failed, Code: NoProof}
	}
	p, err := ReadProof(item.proof)
	if err != nil {
		return Check{Result: Wrong, Code: NotInLog}
	}
	if len(keys.logs) == 0 {
		return Check{Result: Unchecked, Code: NoLogKey}
	}
	c, err := p.open(item.record, keys.Logs())
	switch {
	case err == nil:
		return Check{Result: Correct, Code: InLog, Log: c.Origin, Size: c.Size}
	case errors.Is(err, ErrNoLogKey):
		return Check{Result: Wrong, Code: OtherLog}
	case errors.Is(err, ErrBadCheckpoint):
		return Check{Result: Wrong, Code: LogDamaged}
	}
	return Check{Result: Wrong, Code: NotInLog}
}
