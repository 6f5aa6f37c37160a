package serve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// An Observation is what may be told of a request and its answer: nothing of who
// asked, for what, or with which link.
type Observation struct {
	Route    string        // the pattern that the path fits, below Base: "/{policy}/forms/{form}"; "/" if it fits none
	Method   string        // one of RFC 9110 and PATCH; "OTHER" for the rest, so that strangers make up no counters
	Status   int           // of the answer; 499 where there was none, since whoever asked had gone away
	Duration time.Duration // from the first look at the request until it was answered
	Bytes    int64         // of the answer's body, as it was sent
}

// goneAway is the status of a request whose sender did not wait for an answer, as
// several servers have it. Nobody is sent it.
const goneAway = 499

// hasGone reports whether whoever sent the request has gone away.
func hasGone(r *http.Request) bool { return errors.Is(r.Context().Err(), context.Canceled) }

// complain tells the log that something went wrong here. Where whoever asked has gone
// away it is no error, since everything that was on its way for them then fails.
func (s *site) complain(r *http.Request, what string, more ...any) {
	if hasGone(r) {
		s.Logger.Info("gone away: "+what, more...)
		return
	}
	s.Logger.Error(what, more...)
}

// observed tells the host and the log of each request, and answers where something
// here has panicked.
func (s *site) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		seen := &recorder{ResponseWriter: w}
		defer s.tell(seen, r, began)
		defer s.caught(seen, r)
		next.ServeHTTP(seen, r)
		seen.begin(http.StatusOK)
	})
}

// tell tells of a request that has been answered.
func (s *site) tell(seen *recorder, r *http.Request, began time.Time) {
	logs := s.Logger.Enabled(r.Context(), slog.LevelDebug)
	if s.Observe == nil && !logs {
		return
	}
	o := Observation{Route: s.routeOf(r), Method: methodOf(r), Status: seen.status, Duration: time.Since(began), Bytes: seen.bytes}
	if o.Status >= http.StatusInternalServerError && hasGone(r) {
		o.Status = goneAway
	}
	if s.Observe != nil {
		s.callObserve(o)
	}
	if logs {
		s.Logger.LogAttrs(r.Context(), slog.LevelDebug, "answered", slog.String("route", o.Route), slog.String("method", o.Method),
			slog.Int("status", o.Status), slog.Duration("duration", o.Duration), slog.Int64("bytes", o.Bytes))
	}
}

// caught answers in the place of what has panicked, such as a store. It is to be
// deferred: net/http would log what the panic holds, which may be of what people typed.
func (s *site) caught(w *recorder, r *http.Request) {
	v := recover()
	if v == nil {
		return
	}
	if v == http.ErrAbortHandler {
		panic(v)
	}
	s.Logger.Error("a page could not be made", "route", s.routeOf(r), "type", (&panicError{fmt.Sprintf("%T", v)}).Error(), "in", panicked())
	if w.status != 0 {
		panic(http.ErrAbortHandler) // or half an answer would be taken for the whole
	}
	lang := s.startLanguage(r)
	s.fail(w, r, lang, problem{status: http.StatusInternalServerError, title: lang.Serve.Failed, detail: lang.Serve.TryLater})
}

// panicked names the function that has panicked, with its line, for a function that is
// deferred.
func panicked() string {
	var callers [64]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(1, callers[:])])
	began := false
	for {
		frame, more := frames.Next()
		within := strings.HasPrefix(frame.Function, "runtime.")
		if began && !within {
			return frame.Function + ":" + strconv.Itoa(frame.Line)
		}
		began = began || within
		if !more {
			return ""
		}
	}
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
