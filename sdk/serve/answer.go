package serve

import (
	"bytes"
	"net/http"
	"strings"
	"time"

	"github.com/lagrum/lagrum/sdk/accept"
)

// A format is a form in which a notice can be had.
type format struct {
	name string // in the address
	kind string // the media type
}

// formats are all of them; the first is what a request gets that asks for none.
var formats = [...]format{
	{"html", htmlType},
	{"md", "text/markdown; charset=utf-8"}, // RFC 7763
	{"txt", plainType},
	{"json", jsonType},
}

const (
	htmlType    = "text/html; charset=utf-8"
	plainType   = "text/plain; charset=utf-8"
	problemType = "application/problem+json" // RFC 9457
)

// formatNamed gives the format with the name.
func formatNamed(name string) (format, bool) {
	for _, f := range formats {
		if f.name == name {
			return f, true
		}
	}
	return format{}, false
}

// formatAccepted gives the format that suits an Accept header best.
func formatAccepted(header string) (format, bool) {
	var kinds []string
	for _, f := range formats {
		kinds = append(kinds, f.kind)
	}
	chosen := accept.Type(header, kinds...)
	for _, f := range formats {
		if f.kind == chosen {
			return f, true
		}
	}
	return format{}, false
}

// header gives a list that a request may bring in several lines (RFC 9110, 5.3).
func header(r *http.Request, name string) string { return strings.Join(r.Header.Values(name), ", ") }

// send answers with a body that a cache may keep but must ask about each time:
// a notice that has changed must be seen at once.
func send(w http.ResponseWriter, r *http.Request, kind string, body []byte) {
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", `"`+fingerprint(body)+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}
