package edge

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestRequestIsAsOfNetHTTP(t *testing.T) {
	header := http.Header{"Host": {"school.example"}, "Content-Length": {"4"}}
	r, err := newRequest("POST", "https://school.example/a%2Fb?x=1", "2001:db8::7", header, io.NopCloser(strings.NewReader("text")))
	if err != nil {
		t.Fatal(err)
	}
	for name, pair := range map[string][2]string{
		"Host": {"school.example", r.Host}, "URL": {"/a%2Fb?x=1", r.URL.String()}, "RequestURI": {"/a%2Fb?x=1", r.RequestURI},
		"RemoteAddr": {"[2001:db8::7]:0", r.RemoteAddr}, "header Host": {"", r.Header.Get("Host")},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %q, want %q", name, pair[1], pair[0])
		}
	}
	if r.TLS == nil || r.ContentLength != 4 {
		t.Errorf("TLS %v, length %d", r.TLS, r.ContentLength)
	}
	plain, err := newRequest("GET", "http://school.example", "", http.Header{}, nil)
	if err != nil || plain.TLS != nil || plain.ContentLength != 0 || plain.Body == nil || plain.RequestURI != "/" || plain.RemoteAddr != "" {
		t.Errorf("%+v, %v", plain, err)
	}
	if _, err := newRequest("GET", "http://[Anna", "", http.Header{}, nil); err == nil || strings.Contains(err.Error(), "Anna") {
		t.Errorf("an address that is none: %v", err)
	}
}
