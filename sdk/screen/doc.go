// Package screen finds in free text what should not stand there: health and
// the other special categories of GDPR Article 9, national identification
// numbers, internal codes, judgements, home conditions and the rest of what a
// notice for schools forbids teachers to write (see [Classes]).
//
//	words, _ := screen.Words("en")
//	screener, err := screen.New(words, screen.Options{})
//	hits := screener.Find(nil, "Elin is allergic to nuts.")
//	// hits[0].Class == screen.Health, from byte 8 to 16
//
// A [Hit] says where and which rule, never what: it can be logged. Only the
// rules for codes and numbers are sure enough to refuse a text; word lists can
// only ask whether what they found is needed, and are wrong at times, in both
// directions. docs/screening.md tells how often.
//
// The engine and the words are apart. A [Lexicon] is data that a form
// definition carries to the browser; [Words] holds the curated ones for
// Swedish, Danish, Bokmål and English. Text is compared as it comes: bring it
// into Unicode form NFC first.
package screen
