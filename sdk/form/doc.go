// Package form derives forms from a policy and checks what people send.
//
// A form of the policy, in one language and for one event, becomes a
// [Definition]. It is all that a page, a browser's module and a server need to
// show the form and to check it alike:
//
//	d, err := form.Derive(doc, "sign-up", form.Context{Language: locale.SV})
//	if err != nil {
//		return err
//	}
//	var s form.Submission
//	problems := d.Check(values, today, &s)
//
// Each field knows its datum, and through it why it is asked for, on which
// legal basis, and how long the answer is kept. What was not asked for, because
// a condition did not hold, is dropped and reported, never kept. A [Problem]
// says what to do, in the language of the form.
//
// What people typed is in the [Submission] alone, which prints as nothing. Bring
// values into Unicode form NFC before Check.
package form
