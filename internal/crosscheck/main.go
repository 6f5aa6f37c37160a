package crosscheck

import (
	"fmt"
	"io"
	"os"
	"strconv"
)

// Main runs a comparison as the command with the name, and ends the process if it
// failed, or found differences that have no explanation.
func Main(name string, compare func() (differences int, err error)) {
	if !tell(os.Stderr, name, compare) {
		os.Exit(1)
	}
}

// tell runs a comparison and reports whether all is well.
func tell(w io.Writer, name string, compare func() (int, error)) bool {
	n, err := compare()
	switch {
	case err != nil:
		fmt.Fprintf(w, "%s: %v\n", name, err)
	case n > 0:
		fmt.Fprintf(w, "%s: %d differences are not explained\n", name, n)
	}
	return err == nil && n == 0
}

// most is how many differences are shown.
const most = 20

// Show writes the first differences to standard error, and counts all.
func Show[Difference any](list []Difference) int { return show(os.Stderr, list) }

func show[Difference any](w io.Writer, list []Difference) int {
	for i, d := range list {
		if i == most {
			fmt.Fprintln(w, "and more")
			break
		}
		fmt.Fprintln(w, d)
	}
	return len(list)
}

// Setting reads a number from the environment. It is the other one if the
// variable is not set or empty, and an error if it is less than least, or none.
func Setting(name string, otherwise, least uint64) (uint64, error) {
	text := os.Getenv(name)
	if text == "" {
		return otherwise, nil
	}
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil || n < least {
		return 0, fmt.Errorf("%s is no number that will do", name)
	}
	return n, nil
}
