package export

import (
	"slices"
	"strings"
)

// A MissingError says what a format demands and neither the policy nor the
// record tells. Nothing is made up in its place.
type MissingError struct {
	Format string   // "Kantara 1.1", "ISO/IEC TS 27560", "DPV" or "TILT"
	Lacks  []string // what there is not, with ids of the policy: `party "board" has no telephone number`
}

// Error lists what is lacking. It holds ids of the policy and nothing about a
// person.
func (e *MissingError) Error() string {
	return "export: " + e.Format + " needs what is not there: " + strings.Join(e.Lacks, "; ")
}

// lack notes what is missing, once.
func (v *view) lack(what string) {
	if !slices.Contains(v.lacks, what) {
		v.lacks = append(v.lacks, what)
	}
}

// lackIf notes what is missing, if it is.
func (v *view) lackIf(missing bool, what string) {
	if missing {
		v.lack(what)
	}
}

// missing gives the error for what was noted, or nil.
func (v *view) missing(format string) error {
	if len(v.lacks) == 0 {
		return nil
	}
	return &MissingError{Format: format, Lacks: v.lacks}
}
