package export

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
)

// A Report is what was found in files. The zero Report is that of no files.
type Report struct {
	// Version is that of Lagrum, such as "v0.2.0"; it may be empty.
	Version string
	// Dir is the absolute path of the folder that relative names begin in. With
	// it, names below the folder are written as relative to it.
	Dir string
	// Files are those that were read, in the order in which they were named.
	Files []File
	// Unread says, for each file that could not be read, why not.
	Unread []string
	// Codes are those that findings may have beside the codes of rules.
	Codes []Code
}

// A File is one that was read, and what was found in it.
type File struct {
	Name     string    // as the caller named it
	Findings diag.List // those that stand, with positions
	Ignored  []Ignored // those that comments in the file silence
	// Characters gives the column of a place in characters; SARIF counts so. Nil
	// takes the column as it is, which is the same for text in ASCII.
	Characters func(diag.Position) int
}

// Ignored is a finding that a comment silences.
type Ignored struct {
	diag.Finding
	Reason  string        // what the comment gives as the reason
	Comment diag.Position // where the comment stands
}

// A Code is one that no rule has: something can be wrong with a file itself.
type Code struct {
	Code        string        // stable and never reused: "key-unknown"
	Severity    diag.Severity // how much its findings weigh
	Title       string        // what is wrong, as a heading
	Explanation string        // why it matters and what to do, in a few plain sentences
}

// Where Lagrum and its pages are.
const (
	home  = "https://github.com/lagrum/lagrum"
	pages = home + "/blob/main/docs/"
)

// Page gives the address of the page about a code. All codes that no rule has
// share one.
func Page(code string) string {
	if _, ok := lint.Explain(code); ok {
		return pages + "rules/" + code + ".md"
	}
	return pages + "ci.md#codes-without-a-page"
}

// relative gives a name as it is seen from the report's folder, with slashes.
func (r *Report) relative(name string) string {
	if filepath.IsAbs(name) && r.Dir != "" {
		if below, err := filepath.Rel(r.Dir, name); err == nil && filepath.IsLocal(below) {
			name = below
		}
	}
	return filepath.ToSlash(filepath.Clean(name))
}

// encode writes JSON with line breaks, and with "<" and "&" as they are: no
// browser reads it as HTML.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("export: " + err.Error()) // the types are this package's own, and can be encoded
	}
	return b.Bytes()
}

// sentence ends a heading as a sentence.
func sentence(title string) string { return strings.TrimSuffix(title, ".") + "." }
