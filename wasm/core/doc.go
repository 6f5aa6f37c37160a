// Package core is the door between a page and Lagrum: a request goes in as JSON,
// an answer comes out as JSON, and nothing else passes. The same door stands in the
// WebAssembly modules of the widgets, in a Worker and on a server, and gives the
// same bytes everywhere.
//
//	answer := core.Handle([]byte(`{"op":"check","definition":{…},"values":{"name":"Anna"},"day":"2026-02-01"}`))
//
// The door derives nothing and holds no policy. It reads no clock, makes no random
// number and hashes nothing: days, instants, pseudonyms and hashes come in with the
// request. What it says to people comes in too, in the one language of the page.
//
// It never panics, whoever asks: what is read is bounded in size, depth and
// number. A request that it cannot make sense of is answered with
//
//	{"error":"values"}
//
// that names the member at fault and holds nothing of what was sent. The
// operations are listed in docs/widgets.md, and each at its function here.
package core
