package edge_test

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/edge"
)

func contains(err error, text string) bool { return strings.Contains(err.Error(), text) }

func recorded(t *testing.T, h http.HandlerFunc, r *http.Request, log *slog.Logger) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	edge.Handler(h, log).ServeHTTP(w, r)
	return w
}

func TestPanicIsProblem(t *testing.T) {
	var told bytes.Buffer
	w := recorded(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Answer", "half")
		w.Write([]byte("half an answer"))
		panic("Anna Andersson")
	}, httptest.NewRequest("POST", "/", nil), slog.New(slog.NewTextHandler(&told, nil)))
	if w.Code != 500 || w.Header().Get("Content-Type") != "application/problem+json" || w.Header().Get("X-Answer") != "" {
		t.Errorf("status %d, header %v", w.Code, w.Header())
	}
	if want := `{"title":"Internal Server Error","status":500}` + "\n"; w.Body.String() != want {
		t.Errorf("body %q, want %q", w.Body, want)
	}
	if !strings.Contains(told.String(), "type=string") || strings.Contains(told.String(), "Anna") {
		t.Errorf("the log was told %q", told.String())
	}
}

// A body that is written where none may be would wait for ever to be read.
func TestEmptyAnswersStayEmpty(t *testing.T) {
	for status, method := range map[int]string{204: "GET", 304: "GET", 200: "HEAD"} {
		w := recorded(t, func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(status)
			io.WriteString(w, "text")
		}, httptest.NewRequest(method, "/", nil), nil)
		if w.Code != status || w.Body.Len() > 0 {
			t.Errorf("%s: status %d, want %d; body %q", method, w.Code, status, w.Body)
		}
	}
}
