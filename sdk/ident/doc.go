// Package ident reads the identity numbers of Sweden, Denmark, Norway, Finland,
// Iceland and the Faroes: those of persons and of organisations, and a few
// others that forms ask for, such as the HSA-ID and the Swedish postal code.
//
//	day, _ := date.Parse("2026-11-21")
//	r := ident.Check(ident.Personnummer, "090527+1474", ident.Options{AsOf: day})
//	r.Valid()     // true
//	r.Canonical() // 190905271474
//	r.BirthDate() // 1909-05-27
//	r.Err()       // nil, or the rule that the number breaks: never the number
//
// The caller names the [Kind], and with it the country. Numbers of different
// countries look alike, so nothing is guessed; [CheckAny] is for a form that
// takes a few kinds. Spaces are passed over and any dash may stand where the
// register has a sign, since people type and copy so; with [Options].Exact
// they are not.
//
// Some series of numbers are not for everybody, such as the made-up people of
// test registers, and are read only when [Options].Accept has them. Where a
// register no longer promises a check digit, none is demanded unless
// [Options].Modulus11 is set. A day, [Options].AsOf, tells the century of a
// short number and which births lie in the future; the package reads no clock.
//
// A valid number is one that may have been given out. Whether it was, and to
// whom, only the register knows. The sex that some numbers tell is never given:
// few need it, and it need not be so. No error, no printed [Result] and no
// [Reason] has the number in it. A [Transient] holds a number that is converted
// to another and never kept.
package ident
