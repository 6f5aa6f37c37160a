// Package diag says what is wrong with a policy, and where.
//
// A [Finding] is a value: code, severity, path, position, message with its
// arguments. Findings are collected in a [List], never thrown; the type error
// is kept for reading and misuse.
//
//	for _, f := range lint.Check(doc) {
//		fmt.Println(f) // policy.yaml:12:5: error: activity "stats" has no legal basis [activity-basis-missing]
//	}
package diag
