//go:build wasm || tinygo

// Module is the WebAssembly module of the widgets for signing up and for notices: it
// checks what is filled in, and writes forms and notices as HTML. It imports nothing.
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
	switch kept := forms.Kept(); {
	case kept > before:
		host.Keep()
	case kept < before:
		host.Forget()
	}
	return answer
}

func main() {}
