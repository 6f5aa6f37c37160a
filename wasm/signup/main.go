//go:build wasm || tinygo

// Signup is the WebAssembly module of the widget for signing up: it checks what is
// filled in, and writes forms as HTML. It imports nothing.
// What it can be asked is in package core, and how, in package host.
package main

import (
	"github.com/lagrum/lagrum/wasm/core"
	"github.com/lagrum/lagrum/wasm/host"
)

var forms core.Forms

//go:wasmexport alloc
func alloc(size uint32) uint32 { return host.Alloc(size) }

//go:wasmexport handle
func handle(size uint32) uint64 {
	before := forms.Kept()
	answer := host.Answer(size, forms.Handle)
	host.Hold(before, forms.Kept())
	return answer
}

func main() {}
