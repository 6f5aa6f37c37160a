// Package rights says which rights the people concerned have under a policy, and
// what is to be answered when somebody uses one.
//
// Rights follow from the regime and from the legal basis of each activity: the
// right to object is there for a public task and not for a contract, that to
// portability the other way round. [Of] works them out, so that a notice
// neither leaves one out nor promises one that there is not.
//
//	for _, g := range rights.Of(doc) {
//		fmt.Println(g.Right, g.Article) // access 15
//	}
//
// [Assess] judges a request: how far the right reaches in each activity and why,
// who may ask, how to make sure who asks with no more than is needed, what it
// costs, what the answer must contain and leave out, and by when it is due.
//
//	a, err := rights.Assess(doc, rights.Request{Right: law.Erasure, Received: received}, today)
//	a.Outcome        // granted, partly, judged or refused
//	a.Deadline.Due   // one month from receipt, by the calendar of the place
//
// Every reason has words in seven languages and cites its provision in the
// regime's own numbers ([Reason.In]). What only people can judge stays [Judged],
// until the host says what they judged ([Facts]). [Answer.Letter] writes the
// letters, and [CopyOf] the copy that somebody gets who asks for access, from
// what the host's [Provider] holds.
//
// MayProfile says whether somebody may be profiled for a purpose now, after all that
// they have said: it honours objections and withdrawn consents from their day on.
//
// The package stores nothing and never learns who asks: only the copy holds
// personal data. It says what the law and the policy say. Whether an answer is
// right in the single case is for people to judge.
package rights
