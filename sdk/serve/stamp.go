package serve

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// stampName is the name of the hidden value that carries a form's stamp.
const stampName = "lagrum-stamp"

// oldest is how long a form may stay open.
const oldest = 24 * time.Hour

// A stamp says when a form was shown. It goes to the page, signed, and comes
// back with the answers, so that nothing need be kept in between. It holds no
// answer.
type stamp struct {
	use       use
	at        time.Time
	reference string   // the same for both parts, and if a page is sent again
	fields    []string // the names of those of the second part; none for the first
}

// A use is what a stamp is for: one serves for nothing else.
type use string

const (
	ofForm    use = "form"
	ofChoices use = "choices"
)

// newReference gives a reference that nobody can guess and that never comes
// again.
func newReference() string {
	var random [16]byte
	rand.Read(random[:]) // never fails
	return base64.RawURLEncoding.EncodeToString(random[:])
}

// seal writes a stamp with its signature.
func (s *site) seal(a *asked, st stamp) string {
	var fields []string
	for _, name := range st.fields {
		fields = append(fields, url.QueryEscape(name))
	}
	plain := strconv.FormatInt(st.at.UnixMilli(), 36) + "." + st.reference + "." + strings.Join(fields, "+")
	return plain + "." + s.sign(a, st.use, plain)
}

// unseal reads a stamp if it was sealed here for the use, and for the same form:
// with the same texts, in the same language and for the same event. So what
// people agree to is what they have been shown.
func (s *site) unseal(a *asked, as use, sealed string) (st stamp, genuine bool) {
	end := strings.LastIndexByte(sealed, '.')
	if end < 0 || !hmac.Equal([]byte(sealed[end+1:]), []byte(s.sign(a, as, sealed[:end]))) {
		return stamp{}, false
	}
	at, rest, _ := strings.Cut(sealed[:end], ".")
	reference, fields, _ := strings.Cut(rest, ".")
	milli, err := strconv.ParseInt(at, 36, 64)
	st = stamp{use: as, at: time.UnixMilli(milli), reference: reference}
	for name := range strings.SplitSeq(fields, "+") {
		if name, err := url.QueryUnescape(name); err == nil && name != "" {
			st.fields = append(st.fields, name)
		}
	}
	return st, err == nil
}

// sign gives the signature of a stamp's text for the form.
func (s *site) sign(a *asked, as use, plain string) string {
	mac := hmac.New(sha256.New, s.Key)
	fmt.Fprintf(mac, "lagrum %s stamp %q %q %q %q %x %q", as, a.e.Doc.ID, a.form.ID, a.q.lang, a.q.event, a.sum, plain)
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
