package main

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// byNumber answers to those who ask for the demonstration by an IP address or as
// localhost. A page elsewhere whose name was made to lead here (DNS rebinding) would
// else read in the visitor's browser what the staff see, since the browser takes both
// for one site.
func byNumber(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isByNumber(r.Host) {
			http.Error(w, http.StatusText(http.StatusMisdirectedRequest), http.StatusMisdirectedRequest) // RFC 9110, 15.5.20
			return
		}
		next.ServeHTTP(w, r)
	})
}

// isByNumber reports whether a Host header can be of no name that a stranger has: no
// name server is asked for localhost (RFC 6761, 6.3).
func isByNumber(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	}
	name = strings.ToLower(name)
	_, err = netip.ParseAddr(name)
	return err == nil || name == "localhost" || strings.HasSuffix(name, ".localhost")
}
