//go:build wasm || tinygo

// Choices is the WebAssembly module of the panel for choices: it decides what an
// answer to a question of consent comes to, and whether it still stands. It imports
// nothing. What it can be asked is in package core, and how, in package host.
package main

import (
	"github.com/lagrum/lagrum/wasm/core"
	"github.com/lagrum/lagrum/wasm/host"
)

//go:wasmexport alloc
func alloc(size uint32) uint32 { return host.Alloc(size) }

//go:wasmexport handle
func handle(size uint32) uint64 { return host.Answer(size, core.Choose) }

func main() {}
