// Package schema gives the JSON Schema (draft 2020-12) of policies, for editors
// and for programs that write policies.
//
// An editor that knows the schema explains each key, completes words and marks
// mistakes while one types. The first line of a policy names it:
//
//	# yaml-language-server: $schema=https://lagrum.example/schema/policy.json
//
// The schema and package policyfile accept the same files, but for what a
// schema cannot see: keys that stand twice, tags and merge keys.
package schema
