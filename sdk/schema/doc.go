// Package schema gives the JSON Schema (draft 2020-12) of policies, for editors
// and for programs that write policies, and of the answers to a form.
//
// An editor that knows the schema explains each key, completes words and marks
// mistakes while one types. Save it as policy.schema.json, as "lagrum schema"
// prints it. The first line of a policy beside it then names it:
//
//	# yaml-language-server: $schema=policy.schema.json
//
// In JSON, where there are no comments, the member "$schema" does.
//
// The schema and package policyfile accept the same files, but for what a
// schema cannot see: keys that stand twice, tags and merge keys.
//
// [Form] is for programs that send answers to a form, or read what is kept of
// them, in other languages than Go.
package schema
