// Package mutate measures what the linter sees. It makes defects in a sound
// policy, one at a time, and tells for each which rules find it and whether the
// notice now fails to say what it must.
//
// The defects come from the structs of package policy, by reflection: every
// field that is set is a place for them. The list of rules has no part in it,
// so that a rule that is missing shows.
//
//	for _, o := range mutate.Try(doc) {
//		fmt.Println(o.Kind, o.Field, o.Rules, o.Duty)
//	}
//
// What a notice must say stands in duty.go and clash.go, with the provision and
// the reason; why a defect is left alone stands in reason.go. The page
// docs/lint-mutations.md is made of all three.
package mutate
