package tree

import (
	"bytes"
	"regexp"
)

// foreign finds what only means something on the machine where it was written:
// folders outside the project and hosts that packages were fetched from. The
// words are written so that this file does not find itself.
var foreign = regexp.MustCompile(`(?:^|[^\w.~-])/(?:wor[k]|roo[t]|home/[a-z]+)/|\.\./share[d]\b|/tmp/brie[f]|registry\.npm[j]s\.org|proxy\.golan[g]\.org`)

// A built file has its strings side by side, so that the letter before a path
// says nothing.
var foreignBuilt = regexp.MustCompile(`/roo[t]/|/wor[k]/main/|/home/[a-z]+/go/`)

// Foreign gives the first such word in a file, or nothing.
func Foreign(content []byte) string {
	if bytes.IndexByte(content, 0) >= 0 {
		return string(foreignBuilt.Find(content))
	}
	return string(bytes.TrimSpace(foreign.Find(content)))
}
