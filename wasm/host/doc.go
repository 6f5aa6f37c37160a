// Package host is what the WebAssembly modules share: how a page hands a request in
// and takes an answer out, and where memory comes from.
//
// A page calls alloc with the length of a request, writes the request, in UTF-8, to
// where alloc says, and calls handle with the same length. The answer stands where
// the upper 32 bits of what handle gives say, and the lower 32 bits are its length.
// It stays until the next alloc.
//
// Built by TinyGo there is no collector: memory grows while one request is answered,
// and is wiped and used again for the next. What a person typed is gone with it. So a
// module answers any number of requests in the room of the greatest, and is smaller
// by a third.
package host
