// Package submission makes submissions of forms, right ones, near misses and
// hostile ones, and puts each to [form.Definition.Check] and to the form's JSON
// Schema in the hands of an implementation that others wrote. Where the two
// differ, the difference must be one that a schema cannot help.
//
//	make oracle
//
// Submissions are made from a seed, so that a difference is named by form, seed
// and index.
package submission
