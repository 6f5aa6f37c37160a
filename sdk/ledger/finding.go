package ledger

import "strconv"

// A Problem is what is wrong with a log. Problems never change their meaning.
type Problem string

// The problems.
const (
	Changed    Problem = "changed"    // the leaf is not that of the content, the salt, the key and the place
	Column     Problem = "column"     // a column says something else than the content
	Unreadable Problem = "unreadable" // the content is neither a record nor an act
	Hashes     Problem = "hashes"     // the nodes of the tree are not those of what is below them
	Missing    Problem = "missing"    // an entry is not there
	Added      Problem = "added"      // an entry is there that the log does not count
	Emptied    Problem = "emptied"    // the content is not there, and nothing says that it was erased
	NotErased  Problem = "not-erased" // the content is there, though an entry says that it was erased
	WrongAct   Problem = "wrong-act"  // an act is about entries that come after it, or of no known kind
	Unsigned   Problem = "unsigned"   // the head is not signed, or not the head of these entries

	UnsignedCheckpoint Problem = "unsigned-checkpoint" // a checkpoint that was kept is none, or not signed
	OtherCheckpoint    Problem = "other-checkpoint"    // a checkpoint that was kept is that of another log
	Truncated          Problem = "truncated"           // the log is shorter than it has been
	Rewritten          Problem = "rewritten"           // the log has been another than it is now
)

// words say the problems, after "entry 7" or "the log".
var words = map[Problem]string{
	Changed:    "is not what was written",
	Column:     "is filed under what its content does not say",
	Unreadable: "cannot be read",
	Hashes:     "has hashes that are not those of the tree",
	Missing:    "is missing",
	Added:      "was never appended",
	Emptied:    "has lost its content without an erasure",
	NotErased:  "still has the content that was erased",
	WrongAct:   "is about entries that it cannot be about",
	Unsigned:   "is not what was signed last",

	UnsignedCheckpoint: "cannot be compared with a checkpoint that is not signed",
	OtherCheckpoint:    "is not that of a checkpoint",
	Truncated:          "is shorter than it has been",
	Rewritten:          "has been another than it is now",
}

// A Finding is one thing that is wrong with a log. It holds nothing of any
// content.
type Finding struct {
	Index   int64   // the entry, or the first of several; -1 for the log as a whole
	Count   int64   // how many entries in a row it is about; 0 for the log as a whole
	Problem Problem // what is wrong
	Field   string  // the column, for Column
	Kept    int     // which of the checkpoints that were kept, from 1; 0 for a finding that is not about one
}

// String says the finding in words, as "entry 7 is missing".
func (f Finding) String() string {
	what := "the log"
	switch {
	case f.Count > 1:
		what = "each entry from " + strconv.FormatInt(f.Index, 10) + " to " + strconv.FormatInt(f.Index+f.Count-1, 10)
	case f.Count == 1:
		what = "entry " + strconv.FormatInt(f.Index, 10)
	}
	said := what + " " + words[f.Problem]
	if f.Field != "" {
		said += ": " + f.Field
	}
	if f.Kept > 0 {
		said += " (checkpoint " + strconv.Itoa(f.Kept) + ")"
	}
	return said
}

// A DamageError says that a log is not as it was written. It holds nothing of
// any content.
type DamageError struct {
	Findings []Finding // what is wrong; never empty
}

// Error says the first finding, and how many more there are.
func (e *DamageError) Error() string {
	said := "ledger: " + e.Findings[0].String()
	if more := len(e.Findings) - 1; more > 0 {
		said += ", and " + strconv.Itoa(more) + " more"
	}
	return said
}

// whole is a DamageError about the log as a whole.
func whole(p Problem) error { return &DamageError{[]Finding{{Index: -1, Problem: p}}} }
