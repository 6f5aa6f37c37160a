// Package change says what differs between two versions of a policy, and what of
// it is material: who is controller, for which purposes, on which basis, with
// which data, recipients, transfers, audience, profiling and retention, and the
// words of purposes and consents. All else is wording.
//
//	report := change.Compare(old, new)
//	report.Material()                      // whether people were told, or agreed to, something else
//	report.Again()                         // the consents that must be asked again
//	report.Markdown(text.In(locale.SV))    // a notice of change to people, in Swedish
//	now, ok := change.MaterialOf(new, "newsletter") // what that consent binds to
//
// A record of consent keeps the fingerprint of what the person was shown, as
// hashes that the host makes ([Fingerprint.Sum]). It counts as long as it agrees
// with that of the policy of today ([Fingerprint.Agrees]), whatever has become of
// names, explanations and the order of lists.
//
// Words cannot be compared by a program for what they mean. A purpose or consent
// with other words in a language that was there before counts as changed unless
// the policy says that the change is editorial ([policy.EditorialChange]); names
// and labels count as wording, and are reported as renamed, so that somebody
// looks whether a thing that kept its id is still the same thing.
package change
