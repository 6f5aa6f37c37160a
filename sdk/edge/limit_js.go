//go:build js && wasm

package edge

import (
	"net/http"

	"github.com/syumai/workers/cloudflare"
)

// Limit refuses whoever sends more than the rate limit that wrangler.jsonc binds to
// the name allows, by the address of the client, with 429 and problem details
// (RFC 6585). What is only read is not counted. Without such a binding nothing is
// refused. Give serve.Options.PerMinute -1 then: what it would count lives in memory,
// and that for one request.
func Limit(name string, next http.Handler) http.Handler {
	limit := cloudflare.GetBinding(name)
	if limit.IsUndefined() {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet || r.Method == http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		outcome, err := await(r.Context(), limit.Call("limit", map[string]any{"key": r.RemoteAddr}))
		if err == nil && !outcome.Get("success").Bool() {
			refuse(w)
			return
		}
		next.ServeHTTP(w, r) // a limit that fails keeps nobody out
	})
}

// refuse answers that a client sends too much.
func refuse(w http.ResponseWriter) {
	var a answer
	a.problem(http.StatusTooManyRequests)
	a.header.Set("Retry-After", "60")
	for name, values := range a.header {
		w.Header()[name] = values
	}
	w.WriteHeader(a.status)
	w.Write(a.body)
}
