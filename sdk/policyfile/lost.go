package policyfile

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
)

// lost holds the paths of values that the file has and the document has not,
// because their shape is wrong.
type lost struct {
	values map[diag.Path]bool
	parts  map[diag.Path]bool // the mappings that they belong to, if those are no entries of a list
}

// lostIn finds out from what is wrong with the shape what is lost.
func lostIn(shape diag.List) lost {
	l := lost{map[diag.Path]bool{}, map[diag.Path]bool{}}
	for _, f := range shape {
		path := f.Path
		switch f.Code {
		case "key-duplicate", "key-merge": // the value that counts is there
			continue
		case "key-unknown":
			path = meant(f)
		}
		if path == "" {
			continue
		}
		l.values[path] = true
		if whole := path.Parent(); whole != "" && !isEntry(whole) {
			l.parts[whole] = true
		}
	}
	return l
}

// meant is the path of the key that was meant by one that there is not.
func meant(unknown diag.Finding) diag.Path {
	for _, a := range unknown.Args {
		if a.Name != "suggestion" {
			continue
		}
		if unknown.Args[0].Value == quote("") { // the path is already that of the mapping
			return unknown.Path.Key(a.Value)
		}
		return unknown.Path.Parent().Key(a.Value)
	}
	return ""
}

// isEntry reports whether a path is that of an entry of a list.
func isEntry(p diag.Path) bool {
	last := p[strings.LastIndexByte(string(p), '/')+1:]
	return strings.Trim(string(last), "0123456789") == ""
}

func (l lost) any() bool { return len(l.values) > 0 }

// explains reports whether a rule's finding is there only because of what is lost.
func (l lost) explains(f diag.Finding) bool {
	if f.Position.IsValid() {
		return false
	}
	if l.parts[f.Path] {
		return true
	}
	for p := f.Path; p != ""; p = p.Parent() {
		if l.values[p] {
			return true
		}
	}
	return false
}
