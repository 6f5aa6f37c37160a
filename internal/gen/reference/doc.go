// Command reference writes docs/policy.md: what may stand in a policy file,
// type by type, in the order of the document.
//
// Descriptions and words come from the comments of package policy, formats and
// references from its tags, and the examples from the policies in examples. So
// the page says what the loader does, and what it shows has been loaded.
//
//	go run ./internal/gen/reference
package main
