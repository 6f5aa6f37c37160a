// Package layers holds the architecture to its word: one text says which
// package may import which, and a test reads the imports of the tree and
// compares. The model is go/build's deps_test.go.
//
//	text, err := layers.Parse("date diag < law < policy")
//	for _, complaint := range text.Check(imports) {
//		t.Error(complaint)
//	}
//
// The text itself stands in layers_test.go.
package layers
