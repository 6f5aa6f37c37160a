package serve

import (
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"
)

// An Observation is what may be told of a request and its answer: nothing of who
// asked, for what, or with which link.
type Observation struct {
	Route    string        // the pattern that the path fits, below Base: "/{policy}/forms/{form}"; "/" if it fits none
	Method   string        // one of RFC 9110 and PATCH; "OTHER" for the rest, so that strangers make up no counters
	Status   int           // of the answer
	Duration time.Duration // from the first look at the request until it was answered
	Bytes    int64         // of the answer's body, as it was sent
}

// observed tells the host and the log of each request.
func (s *site) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		logs := s.Logger.Enabled(r.Context(), slog.LevelDebug)
		if s.Observe == nil && !logs {
			next.ServeHTTP(w, r)
			return
		}
		began := time.Now()
		seen := &recorder{ResponseWriter: w}
		defer func() {
			if seen.status == 0 {
				seen.status = http.StatusInternalServerError
			}
			o := Observation{
				Route: s.routeOf(r), Method: methodOf(r), Status: seen.status, Duration: time.Since(began), Bytes: seen.bytes,
			}
			if s.Observe != nil {
				s.callObserve(o)
			}
			if logs {
				s.Logger.LogAttrs(r.Context(), slog.LevelDebug, "answered", slog.String("route", o.Route), slog.String("method", o.Method),
					slog.Int("status", o.Status), slog.Duration("duration", o.Duration), slog.Int64("bytes", o.Bytes))
			}
		}()
		next.ServeHTTP(seen, r)
		seen.begin(http.StatusOK)
	})
}

// routeOf gives the pattern that the mux has found.
func (s *site) routeOf(r *http.Request) string {
	if route := strings.TrimPrefix(r.Pattern, s.Base); route != "" {
		return route
	}
	return "/"
}

var methods = []string{
	http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions, http.MethodConnect, http.MethodTrace,
}

func methodOf(r *http.Request) string {
	if slices.Contains(methods, r.Method) {
		return r.Method
	}
	return "OTHER"
}

// A recorder counts what is answered.
type recorder struct {
	http.ResponseWriter
	status int // 0 before the answer begins, and after a panic that came sooner
	bytes  int64
}

func (w *recorder) begin(status int) {
	if w.status == 0 {
		w.status = status
	}
}

// WriteHeader notes the status, but not one that only goes before it.
func (w *recorder) WriteHeader(status int) {
	if status >= 200 {
		w.begin(status)
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (w *recorder) Write(p []byte) (int, error) {
	w.begin(http.StatusOK)
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}

// Unwrap is for [http.ResponseController].
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }
