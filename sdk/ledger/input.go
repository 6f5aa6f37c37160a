package ledger

import "unicode/utf8"

// An InputError says that a log cannot take what it was given.
type InputError struct {
	Field string // what is missing, or longer than 250 bytes, or has control characters in it
}

// Error names the field. It holds nothing of its value.
func (e *InputError) Error() string { return "ledger: not usable: " + e.Field }

// maxText is the length of a text that databases can look up, in bytes.
const maxText = 250

// checkText refuses a text that is empty or that some database cannot keep.
func checkText(field, value string) error {
	if value == "" {
		return &InputError{field}
	}
	return checkOptional(field, value)
}

func checkOptional(field, value string) error {
	if len(value) > maxText || !utf8.ValidString(value) {
		return &InputError{field}
	}
	for _, r := range value {
		if r < ' ' || r == 0x7f {
			return &InputError{field}
		}
	}
	return nil
}
