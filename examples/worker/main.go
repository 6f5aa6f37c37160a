//go:build js && wasm

// The command worker is a complete host on Cloudflare Workers: it takes the forms of
// policies, keeps what people send and the log of their consents in one D1 database,
// signs receipts, and forgets what a consent allowed once it is taken back. What can
// be read without it, the notices above all, is served as files. See README.md.
package main

import (
	"context"
	"embed"
	"encoding/base64"
	"io/fs"
	"net/http"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/examples/worker/policies"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/edge"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/serve"
)

// The scripts and stylesheets, so that pages can name them; browsers get them as files.
//
//go:embed public/widgets/manifest.json public/widgets/*.js public/widgets/*.css
var public embed.FS

func main() {
	edge.Schedule(warn)
	edge.Serve(edge.Limit("LIMIT", http.HandlerFunc(answer)))
}

// answer makes the handler of the policy that the request is about, and no other: the
// program lives for this one request.
func answer(w http.ResponseWriter, r *http.Request) {
	id, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	doc := policies.Policy(id)
	if doc == nil {
		http.NotFound(w, r)
		return
	}
	h := host{must(edge.Open("DB")), doc}
	handler := must(serve.New([]serve.Policy{{Doc: doc, Ledger: h.log()}}, serve.Options{
		Widgets: must(fs.Sub(public, "public/widgets")),
		Key:     must(base64.StdEncoding.DecodeString(edge.Env("KEY"))),
		Signer:  must(receipt.NewSigner(must(receipt.ParsePrivateKey([]byte(edge.Env("RECEIPT_KEY")))))),
		Address: edge.Env("ADDRESS"), // where people reach it: https://school.example
		Logger:  edge.Logger(),
		Receive: h.keep, Withdrawn: func(ctx context.Context, r consent.Record) error { return h.forget(ctx, r) },
		PerMinute: -1, // LIMIT counts; this program remembers nothing
	}))
	handler.ServeHTTP(w, r)
}

// log opens the log of the organiser, whose name is that of its key.
func (h *host) log() *ledger.Log {
	signer := must(note.NewSigner(edge.Env("LOG_KEY")))
	known := must(note.NewVerifier(edge.Env("LOG_PUB")))
	return must(ledger.Open(edge.Store(h.db), signer.Name(), ledger.Options{Signer: signer, Verifiers: note.VerifierList(known)}))
}

// must ends the request with a 500 if something is not as it was set up.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
