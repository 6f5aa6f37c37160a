//go:build tinygo

package host

import "unsafe"

// next is where TinyGo's "leaking" collector, which frees nothing, puts what is made
// next.
//
//go:extern runtime.heapptr
var next uintptr

// bottom is where memory begins that is used again, and first where it did at first.
var bottom, first uintptr

// wipe overwrites what was made for the last request, and uses its room again. The
// collector hands out memory as it is, and takes it to be zero.
func wipe() {
	if first == 0 {
		first, bottom = next, next
	}
	clear(unsafe.Slice((*byte)(unsafe.Pointer(bottom)), next-bottom))
	next = bottom
}

// Keep keeps what was made up to now.
func Keep() { bottom = next }

// Forget gives back what was kept. Nothing may refer to it any more.
func Forget() { bottom = first }
