// Package visibility says in words who sees what of a person, and what those who
// work with the data must mind when somebody has a protected identity.
//
// The decision is [policy.Visible]. It comes with a code and the place in the
// policy; Reason puts that into a sentence:
//
//	s := policy.Visible(doc, "picture", policy.Viewer{Audience: policy.Public})
//	s.Shown                                        // false
//	visibility.Reason(&s, text.In(locale.EN))      // "This is for everybody who is logged in."
//
// Nothing of a person with a protected identity is shown to anybody. Only the
// staff are told so, with Cautions: the rules that always hold and those of the
// country.
package visibility
