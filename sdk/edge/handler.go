package edge

import (
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"

	"github.com/lagrum/lagrum/internal/wire"
)

// Handler gives the handler as one whose answers are sent once they are whole. A panic
// becomes a 500 with problem details (RFC 9457), and the program goes on; of what it
// holds, only the type is logged, since it may hold what people typed. Nil for no log.
func Handler(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a := answerOf(next, r, log)
		for name, values := range a.header {
			w.Header()[name] = values
		}
		w.WriteHeader(a.status)
		w.Write(a.body)
	})
}

// newRequest makes the request that package net/http would give, of what a Worker
// tells: the whole address, and the client's without a port.
func newRequest(method, address, client string, header http.Header, body io.ReadCloser) (*http.Request, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, errors.New("edge: the address of the request cannot be read")
	}
	r := &http.Request{Method: method, URL: u, Header: header, Body: http.NoBody, Host: u.Host, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1}
	if u.Scheme == "https" {
		r.TLS = &tls.ConnectionState{} // encryption ended before the Worker
	}
	u.Scheme, u.Host = "", ""
	r.RequestURI = u.RequestURI()
	if at, err := netip.ParseAddr(client); err == nil {
		r.RemoteAddr = net.JoinHostPort(at.String(), "0")
	}
	if body != nil {
		r.Body, r.ContentLength = body, -1
		if n, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64); err == nil {
			r.ContentLength = n
		}
	}
	header.Del("Host") // as net/http does
	return r, nil
}

// An answer is one that is kept until it is whole.
type answer struct {
	header http.Header
	status int
	body   []byte
}

func (a *answer) Header() http.Header { return a.header }

func (a *answer) WriteHeader(status int) {
	if a.status == 0 && status >= 200 {
		a.status = status
	}
}

func (a *answer) Write(data []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	a.body = append(a.body, data...)
	return len(data), nil
}

// answerOf gives the answer of a handler, or in its place that of a failure.
func answerOf(next http.Handler, r *http.Request, log *slog.Logger) (a *answer) {
	a = &answer{header: http.Header{}}
	defer func() {
		if v := recover(); v != nil {
			if log != nil {
				log.Error("a request could not be answered", "type", fmt.Sprintf("%T", v))
			}
			a.problem(http.StatusInternalServerError)
		}
		a.finish(r)
	}()
	next.ServeHTTP(a, r)
	return a
}

// problem makes the answer problem details with a status and no more.
func (a *answer) problem(status int) {
	var w wire.Writer
	w.BeginObject()
	w.Key("title").String(http.StatusText(status))
	w.Key("status").Int(int64(status))
	w.EndObject()
	a.header, a.status, a.body = http.Header{}, status, append(w.Bytes(), '\n')
	a.header.Set("Content-Type", "application/problem+json")
	a.header.Set("Cache-Control", "no-store")
	a.header.Set("X-Content-Type-Options", "nosniff")
}

// finish leaves out what an answer may not have, and says how long it is.
func (a *answer) finish(r *http.Request) {
	a.WriteHeader(http.StatusOK)
	if isEmpty(a.status) {
		a.body = nil
		return
	}
	a.header.Set("Content-Length", strconv.Itoa(len(a.body)))
	if r.Method == http.MethodHead {
		a.body = nil
	}
}

// isEmpty reports whether an answer of the status has no body (Fetch Standard, null
// body status).
func isEmpty(status int) bool {
	return status == http.StatusNoContent || status == http.StatusResetContent || status == http.StatusNotModified
}
