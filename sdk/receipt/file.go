package receipt

import (
	"bytes"
	"encoding/base64"
	"errors"
	"strings"

	"github.com/go-jose/go-jose/v4"

	"github.com/lagrum/lagrum/internal/wire"
)

// maxFile bounds what is read, in bytes: a payload of 4 MiB, in base64 within a page.
const maxFile = 8 << 20

// Why a file cannot be checked at all.
var (
	// ErrNotSigned says that there is no signature to check.
	ErrNotSigned = errors.New("receipt: this is no signed receipt: neither a JWS, in JSON or compact, nor a page that holds one; take the file as it was downloaded")
	// ErrSeveral says that there is more than one.
	ErrSeveral = errors.New("receipt: the file holds several signatures, and which of them counts cannot be told; take each receipt by itself")
	// ErrMethod says that it is of another sort.
	ErrMethod = errors.New("receipt: signed in a way that is not read here, which is one protected header with EdDSA over Ed25519; ask the organiser for a receipt")
	// ErrTooLarge says that no receipt is as large.
	ErrTooLarge = errors.New("receipt: larger than 8 MiB, which no receipt is; take the file as it was downloaded")
)

// A file is a signed receipt, its signature not yet checked.
type file struct {
	signed  *jose.JSONWebSignature
	header  wire.Node // the protected header
	payload []byte
	page    bool // whether it stood in a page
}

// readFile reads a JWS, or the page that holds one.
func readFile(data []byte) (*file, error) {
	if len(data) > maxFile {
		return nil, ErrTooLarge
	}
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\uFEFF")))
	page := bytes.HasPrefix(data, []byte("<"))
	if page {
		var err error
		if data, err = embedded(data); err != nil {
			return nil, err
		}
	}
	var parts [3]string // protected header, payload, signature
	if bytes.HasPrefix(data, []byte("{")) {
		var err error
		if parts, err = serialised(data); err != nil {
			return nil, err
		}
	} else if list := strings.Split(string(data), "."); len(list) == 3 {
		parts = [3]string(list)
	} else {
		return nil, ErrNotSigned
	}
	f, err := parse(parts)
	if err == nil {
		f.page = page
	}
	return f, err
}

// serialised reads a JWS in JSON, flattened or with one signature in a list (RFC
// 7515 section 7.2).
func serialised(data []byte) (parts [3]string, err error) {
	n, err := wire.Read(data, wire.Limits{Bytes: maxFile})
	if err != nil {
		return parts, ErrNotSigned
	}
	signature := n
	if list := n.Get("signatures"); list.Kind != wire.Missing {
		if len(list.Children) > 1 {
			return parts, ErrSeveral
		}
		if len(list.Children) == 0 || list.Kind != wire.Array || n.Get("signature").Kind != wire.Missing {
			return parts, ErrNotSigned
		}
		signature = list.Children[0]
	}
	if signature.Get("header").Kind != wire.Missing {
		return parts, ErrMethod // nobody signed it
	}
	for i, m := range [3]wire.Node{signature.Get("protected"), n.Get("payload"), signature.Get("signature")} {
		var ok bool
		if parts[i], ok = m.Str(); !ok {
			return parts, ErrNotSigned
		}
	}
	return parts, nil
}

// parse reads the parts of a JWS. There must be one way only to write each, or a
// byte could be changed unseen.
func parse(parts [3]string) (*file, error) {
	var decoded [3][]byte
	for i, part := range parts {
		var err error
		decoded[i], err = base64.RawURLEncoding.Strict().DecodeString(part)
		if err != nil || len(part) == 0 || strings.ContainsAny(part, "\r\n") {
			return nil, ErrNotSigned
		}
	}
	header, err := wire.Read(decoded[0], wire.Limits{})
	if err != nil || header.Kind != wire.Object {
		return nil, ErrNotSigned
	}
	if header.Get("crit").Kind != wire.Missing || header.Get("b64").Kind != wire.Missing {
		return nil, ErrMethod
	}
	signed, err := jose.ParseSignedCompact(strings.Join(parts[:], "."), []jose.SignatureAlgorithm{jose.EdDSA})
	if err != nil {
		return nil, ErrMethod
	}
	return &file{signed: signed, header: header, payload: decoded[1]}, nil
}

// embedded gives the content of the one data block in a page that has the media
// type of receipts, as the printer of package consent writes it and browsers save it.
func embedded(page []byte) ([]byte, error) {
	var found []byte
	low := lower(page)
	for at := 0; ; {
		start := bytes.Index(low[at:], []byte("<script"))
		if start < 0 {
			break
		}
		start += at
		inner := bytes.IndexByte(low[start:], '>')
		if inner < 0 {
			break
		}
		inner += start + 1
		length := bytes.Index(low[inner:], []byte("</script"))
		if length < 0 {
			break
		}
		if bytes.Contains(low[start:inner], []byte(MediaType)) {
			if found != nil {
				return nil, ErrSeveral
			}
			found = bytes.TrimSpace(page[inner : inner+length])
		}
		at = inner + length
	}
	if found == nil {
		return nil, ErrNotSigned
	}
	return found, nil
}

// lower writes A to Z small, as HTML compares names. Every other byte stays where
// it is, unlike with bytes.ToLower.
func lower(page []byte) []byte {
	low := bytes.Clone(page)
	for i, c := range low {
		if 'A' <= c && c <= 'Z' {
			low[i] = c + 'a' - 'A'
		}
	}
	return low
}
