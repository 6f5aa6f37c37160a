// Package vectors holds what every host must make of the same submissions: the
// browser, a Worker and a server, whichever compiler they are built with.
//
// A file of vectors is a form and what people sent with it, and with that what
// package form makes of each: the problems, what is kept and what is dropped. A
// host passes if it writes the file again, byte for byte:
//
//	go run ./internal/vectors/again <sdk/form/testdata/vectors/sign-up.json
//
// The package is written for small compilers too: it imports nothing but the
// portable core.
package vectors
