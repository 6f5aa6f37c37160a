// Package policy is the model: who processes what about whom, why, on which
// legal basis, who receives it and when it goes.
//
// A [Document] is plain data. Files become documents in package policyfile,
// and every other part of Lagrum is a function of a document: lint.Check(doc),
// notice.Build(doc, context). A document built in Go is as good as one from a
// file; it only has no positions to report.
//
//	doc := &policy.Document{
//		ID:        "evening-school",
//		Languages: []locale.Tag{locale.SV},
//		Parties:   []policy.Party{{ID: "school", Name: policy.Text{locale.SV: "Kvällsskolan"}}},
//	}
//
// Who sees what of a person is the one thing that the model decides ([Visible]),
// so that a host can ask it where it shows something. Package visibility says it
// in words.
//
// The model says what is so. What must be there is said by the rules of
// package lint, so a document with gaps can be loaded, shown and judged.
//
// Field names in files are the json tags. Fields that hold the id of something
// else carry a ref tag with the kind of thing; the validate tags hold formats
// only, never presence.
package policy
