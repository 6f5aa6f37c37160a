// Package edge runs the handler of package serve on Cloudflare Workers, and keeps
// the ledger in a D1 database there.
//
//	db, err := edge.Open("DB") // the binding in wrangler.jsonc
//	log, err := ledger.Open(edge.Store(db), name, ledger.Options{Signer: signer, Verifiers: known})
//	handler, err := serve.New([]serve.Policy{{Doc: policies.Policy("course"), Ledger: log}}, options)
//	edge.Serve(handler)
//
// [Store] and [Handler] are the same everywhere, so that they can be tested on any
// machine. Open, Serve and the other functions that speak to the runtime are there
// for js/wasm only; they stand on github.com/syumai/workers.
//
// A Worker begins anew with every request: it pays for all that is made before the
// first answer, and nothing that it remembers in memory outlives the request. So give
// serve.Options a Key, and make only the policy that the request is about; "lagrum
// bundle --target workers" writes the policies as Go, which needs no reading, the
// migrations of D1, and everything that can be read as static files, for which no
// program runs. Limits by client are for the Rate Limiting of Cloudflare ([Limit]),
// since serve.Options.PerMinute counts in memory.
//
// # Concurrency
//
// Many instances write to one log, and no transaction spans two round trips. Each
// commit is one batch, which D1 makes as a whole or not at all, and which fails if
// the log has grown since it was worked out; [ledger.Log] then works it out anew. An
// append that is sent twice under one key is kept once.
package edge
