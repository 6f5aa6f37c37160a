// Package tree reads the source tree of the module, for the tests and programs
// that check it as a whole.
//
// It parses files and never asks the go command, so that go test sees which
// files an answer rests on and does not keep a stale pass. Build constraints
// are not looked at: a rule holds for every platform.
//
//	root, err := tree.Root()
//	packages, err := tree.Read(root, parser.ImportsOnly)
package tree
