package layers

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Imports tells what each package of the module imports. Folders of the module
// begin with "./", in keys and in values; every other value is an import path.
type Imports map[string][]string

// coreImports are the standard packages that the portable core may use. They
// are the ones that stay small in a browser's module: no reflection, no
// Unicode tables, no clock.
var coreImports = []string{
	"cmp", "embed", "errors", "iter", "maps", "slices", "strconv", "strings", "unicode/utf8",
}

// hides is the one core package that may use unsafe: a pointer to what was
// typed prints as an address, where the text itself would be printed.
const hides = "ident"

// Check compares the imports with the text and gives one complaint for each
// that the text does not allow, by package.
//
// A package whose name ends in "test", such as a conformance suite, counts as
// a test: it may import what it likes, and only tests may import it.
func (t Text) Check(imports Imports) []string {
	var complaints []string
	for _, from := range slices.Sorted(maps.Keys(imports)) {
		name, governed := t.name(from)
		if !governed || isSuite(from) {
			continue
		}
		if t.below[name] == nil {
			complaints = append(complaints, from+" is not in the layer text")
			continue
		}
		for _, to := range imports[from] {
			if why := t.refuse(name, to); why != "" {
				complaints = append(complaints, fmt.Sprintf("%s imports %s: %s", from, to, why))
			}
		}
	}
	return complaints
}

// refuse says why the package that the text calls name may not import the
// path, or nothing where it may.
func (t Text) refuse(name, path string) string {
	if !strings.HasPrefix(path, "./") {
		if slices.Contains(t.core, name) && !slices.Contains(coreImports, path) && (path != "unsafe" || name != hides) {
			return "not one of the few packages that the core may use"
		}
		return ""
	}
	if path == "./wasm" || strings.HasPrefix(path, "./wasm/") {
		// The handler gets its assets as an fs.FS, so that whoever serves them
		// from elsewhere does not carry them; those right of it may embed them.
		if !t.below[name]["serve"] {
			return "only what stands right of serve may carry the built widgets"
		}
		return ""
	}
	if isSuite(path) {
		return "only tests may import it"
	}
	lower, _ := t.name(path)
	switch {
	case t.below[lower] == nil:
		return "it is not in the layer text"
	case lower != name && !t.below[name][lower]:
		return fmt.Sprintf("%s is not left of %s", lower, name)
	}
	return ""
}

// isSuite reports whether the folder holds tests for others to run.
func isSuite(folder string) bool { return strings.HasSuffix(folder, "test") }

// Trail finds the shortest way from a package to an import that the predicate
// holds for, through the packages of the module. It is nil where there is none.
func (imports Imports) Trail(from string, banned func(path string) bool) []string {
	trails := [][]string{{from}}
	seen := map[string]bool{from: true}
	for len(trails) > 0 {
		trail := trails[0]
		trails = trails[1:]
		for _, path := range imports[trail[len(trail)-1]] {
			next := append(slices.Clone(trail), path)
			if banned(path) {
				return next
			}
			if !seen[path] {
				seen[path] = true
				trails = append(trails, next)
			}
		}
	}
	return nil
}
