// Package jose puts receipts to a JOSE library that others wrote, and the files of
// that library to package receipt. What one signs the other must read, and what was
// changed after it was signed neither may take.
//
//	make oracle
//
// Receipts are made from a seed, so that a difference is named by seed and index.
package jose
