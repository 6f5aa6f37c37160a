// Package lint says where a policy has gaps, contradicts itself or contradicts
// the law.
//
// [Check] applies every rule to a document and gives what they find. A [Rule]
// has a code that never changes its meaning, the provisions that it rests on,
// and an explanation with an example to avoid and one to prefer; [Explain]
// looks it up. One rule stands in one file, with its tests beside it.
//
//	for _, f := range lint.Check(doc) {
//		fmt.Println(f) // error: activity "enrolment" has no legal basis [activity-basis-missing]
//	}
//
// A program can prove that something is missing or contradictory. It cannot
// prove that a processing is lawful: no finding does not mean compliant.
package lint
