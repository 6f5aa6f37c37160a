package bind

import "github.com/lagrum/lagrum/sdk/policy"

// A TB is the part of a [testing.TB] that [Covered] needs.
type TB interface {
	Helper()                           // says that the caller's line is to be shown
	Errorf(format string, args ...any) // fails the test and goes on
}

// Covered fails the test for each finding of [Coverage] on each of the values.
// It is the one line that keeps a program and its policy together:
//
//	func TestStructs(t *testing.T) { bind.Covered(t, doc, Enrolment{}, Invoice{}) }
func Covered(t TB, doc *policy.Document, values ...any) {
	t.Helper()
	for _, v := range values {
		for _, f := range Coverage(doc, v) {
			cites := ""
			if len(f.Cites) > 0 {
				cites = "; " + f.Cites[0]
			}
			t.Errorf("%s%s [%s]", f.Message, cites, f.Code)
		}
	}
}
