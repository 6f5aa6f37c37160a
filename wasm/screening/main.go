//go:build wasm || tinygo

// Screening is the WebAssembly module that looks at free text of a form while it is
// written. It imports nothing. What it can be asked is in package core, and how, in
// package host.
package main

import (
	"github.com/lagrum/lagrum/wasm/core"
	"github.com/lagrum/lagrum/wasm/host"
)

var screening core.Screening

//go:wasmexport alloc
func alloc(size uint32) uint32 { return host.Alloc(size) }

//go:wasmexport handle
func handle(size uint32) uint64 {
	before := screening.Kept()
	answer := host.Answer(size, screening.Handle)
	host.Hold(before, screening.Kept())
	return answer
}

func main() {}
