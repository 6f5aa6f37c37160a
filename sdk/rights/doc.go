// Package rights says which rights the people concerned have under a policy.
//
// Rights follow from the regime and from the legal basis of each activity: the
// right to object is there for a public task and not for a contract, that to
// portability the other way round. [Of] works them out, so that a notice
// neither leaves one out nor promises one that there is not.
//
//	for _, g := range rights.Of(doc) {
//		fmt.Println(g.Right, g.Article) // access 15
//	}
package rights
