//go:build js && wasm

// The command probe is a Worker that tries out package edge from within: each
// address does one thing that a test asks for.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/lagrum/lagrum/sdk/edge"
	"github.com/lagrum/lagrum/wasm/core"
)

func main() {
	edge.Schedule(func(ctx context.Context, trigger string, due time.Time) error {
		return note(ctx, "cron", trigger+" "+due.UTC().Format(time.RFC3339))
	})
	mux := http.NewServeMux()
	for path, answer := range map[string]http.HandlerFunc{
		"/panic": func(http.ResponseWriter, *http.Request) { panic("Anna Andersson") },
		"/request": func(w http.ResponseWriter, r *http.Request) {
			json.NewEncoder(w).Encode(map[string]any{"header": r.Header, "host": r.Host, "uri": r.RequestURI, "client": r.RemoteAddr})
		},
		"/after": func(w http.ResponseWriter, r *http.Request) {
			edge.After(func() { note(context.Background(), "after", "done") })
		},
		"/cookies": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Add("Set-Cookie", "a=1, 2")
			w.Header().Add("Set-Cookie", "b=3")
			w.WriteHeader(http.StatusNoContent)
			io.WriteString(w, "a body that may not be")
		},
		"/values":    values,
		"/notes":     notes,
		"/kv":        value,
		"/vectors":   vectors,
		"/storetest": storeTest,
		"/limited":   edge.Limit("LIMIT", http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})).ServeHTTP,
	} {
		mux.HandleFunc(path, answer)
	}
	edge.Serve(mux)
}

func database() edge.DB {
	db, err := edge.Open("DB")
	if err != nil {
		panic(err)
	}
	return db
}

// note writes something down for a test to read.
func note(ctx context.Context, what, text string) error {
	_, err := database().Batch(ctx,
		edge.Statement{SQL: `CREATE TABLE IF NOT EXISTS note (what TEXT, said TEXT)`},
		edge.Statement{SQL: `INSERT INTO note VALUES (?1, ?2)`, Args: []any{what, text}})
	return err
}

func notes(w http.ResponseWriter, r *http.Request) {
	answers, err := database().Batch(r.Context(),
		edge.Statement{SQL: `CREATE TABLE IF NOT EXISTS note (what TEXT, said TEXT)`},
		edge.Statement{SQL: `SELECT what, said FROM note`})
	if err != nil {
		panic(err)
	}
	json.NewEncoder(w).Encode(answers[1])
}

// values tells what became of values on their way through the database.
func values(w http.ResponseWriter, r *http.Request) {
	ctx, db := r.Context(), database()
	ask := func(sql string, args ...any) string {
		answers, err := db.Batch(ctx, edge.Statement{SQL: sql, Args: args})
		if err != nil {
			return "error: " + err.Error()
		}
		return fmt.Sprintf("%T %v", answers[0][0][0], answers[0][0][0])
	}
	json.NewEncoder(w).Encode(map[string]string{
		"time":      ask(`SELECT ?1`, time.Now()),
		"large":     ask(`SELECT ?1`, int64(1)<<53),
		"largest":   ask(`SELECT ?1`, int64(1)<<53-1),
		"read":      ask(`SELECT 9007199254740993`),
		"float":     ask(`SELECT ?1`, 1.5),
		"text":      ask(`SELECT ?1`, "å\x00\u2028"),
		"bytes":     ask(`SELECT ?1`, []byte{0, 255}),
		"nothing":   ask(`SELECT ?1`, nil),
		"mistake":   ask(`SELECT ?1 FROM nowhere`, "Anna"),
		"cancelled": cancelled(db),
	})
}

func cancelled(db edge.DB) string {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := db.Batch(ctx, edge.Statement{SQL: `SELECT 1`})
	return fmt.Sprint(err)
}

func value(w http.ResponseWriter, r *http.Request) {
	v, found, err := edge.Value(r.Context(), "KV", "missing")
	fmt.Fprint(w, v, found, err)
}

// vectors answers the requests of widgets, a JSON array of them.
func vectors(w http.ResponseWriter, r *http.Request) {
	var requests, answers []string
	if err := json.NewDecoder(r.Body).Decode(&requests); err != nil {
		panic(err)
	}
	var forms core.Forms
	var screening core.Screening
	doors := map[string]func([]byte) []byte{"signup": forms.Handle, "screening": screening.Handle, "choices": core.Choose}
	for _, request := range requests {
		answers = append(answers, string(doors[r.URL.Query().Get("door")]([]byte(request))))
	}
	json.NewEncoder(w).Encode(answers)
}
