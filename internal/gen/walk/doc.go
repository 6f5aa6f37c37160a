// Command walk writes sdk/policy/walk_gen.go: one function for each struct of
// the model that visits its fields in order. It is written from the source of
// the structs, so that no field is forgotten when the model grows, and so that
// it also works while the last walk_gen.go no longer compiles.
//
//	go generate ./sdk/policy
package main
