// Package bind ties the fields of a Go struct to the data of a policy, so that
// a program keeps what its policy tells of, and nothing else.
//
//	type Enrolment struct {
//		Name       string      `lagrum:"name"`
//		Diet       string      `lagrum:"diet"`
//		Newsletter bind.Answer `lagrum:"consent=newsletter"`
//		ID         int64       `lagrum:"-"` // nothing of a person
//	}
//
// [Covered] is one line in a unit test: it fails for every field that has no
// datum, or whose datum has no purpose, legal basis or retention. [Decode] and
// [DecodeJSON] check what was sent by the form of the policy, and fill the
// struct with what is right and was asked for. [Register] gives validator/v10
// the identity numbers of package ident, and a validation of consents that an
// answered "no" passes.
//
// # Tags
//
// A tag is the id of a datum ("diet"), or of a consent ("consent=newsletter").
// Where one form has several fields for a datum, the name of the field follows
// ("email,field=invoice-email"). "-" says that the field holds nothing of a
// person. A struct without a tag is gone through, behind pointers, in lists and
// maps, and embedded; one with a tag is a single datum.
package bind
