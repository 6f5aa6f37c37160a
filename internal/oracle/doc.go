// Package oracle compares sdk/ident with other implementations: made-up
// candidates of each kind of number are put to both, and where they differ, the
// difference must be one that is known and has a reason.
//
// The candidates live in memory only. They are made from a seed, so that a
// difference is named by kind, seed and index, and no number is ever printed.
//
//	make oracle
package oracle
