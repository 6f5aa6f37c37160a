package host

import "unsafe"

// request is where the page writes, and answer what it reads. They hold on to both
// where there is a collector.
var request, answer []byte

// Alloc gives the address of room for a request of so many bytes. It forgets the
// request before and its answer.
func Alloc(size uint32) uint32 {
	request, answer = nil, nil
	wipe()
	request = make([]byte, max(size, 1))
	return address(request)
}

// Answer gives the address and length of what is made of the request, of which so
// many bytes were written.
func Answer(size uint32, handle func([]byte) []byte) uint64 {
	answer = handle(request[:min(int(size), len(request))])
	if len(answer) == 0 {
		return 0
	}
	return uint64(address(answer))<<32 | uint64(len(answer))
}

// Hold keeps what was made up to now if more is loaded than before, and gives all
// back if less is.
func Hold(before, after int) {
	switch {
	case after > before:
		Keep()
	case after < before:
		Forget()
	}
}

func address(b []byte) uint32 { return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) }
