package lint

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
)

// sortByPath puts findings in the order of their paths, entries of a list by
// their number, and those of one path by code and message.
func sortByPath(l diag.List) {
	slices.SortStableFunc(l, func(a, b diag.Finding) int {
		return cmp.Or(comparePaths(a.Path, b.Path), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
}

// comparePaths compares step by step. What holds a value comes before it.
func comparePaths(a, b diag.Path) int {
	x, y, more := string(a), string(b), true
	for more {
		var s, t string
		var moreX, moreY bool
		s, x, moreX = strings.Cut(x, "/")
		t, y, moreY = strings.Cut(y, "/")
		if c := compareSteps(s, t); c != 0 {
			return c
		}
		if moreX != moreY {
			if moreY {
				return -1
			}
			return 1
		}
		more = moreX
	}
	return 0
}

// compareSteps compares numbers as numbers. They have no leading zeros, so the
// longer is the greater.
func compareSteps(s, t string) int {
	if isNumber(s) && isNumber(t) {
		return cmp.Or(cmp.Compare(len(s), len(t)), cmp.Compare(s, t))
	}
	return cmp.Compare(s, t)
}

func isNumber(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
