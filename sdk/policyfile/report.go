package policyfile

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
)

// report notes a finding at a node, with the path that the decoder is at.
func (d *decoder) report(at *yaml.Node, code, message string, args ...diag.Arg) {
	d.add(newFinding(d.source.position(at.Line, at.Column), diag.Path(d.path), code, message, args...))
}

// add keeps a finding, until there are too many for anybody to read.
func (d *decoder) add(f diag.Finding) {
	if len(d.findings) < maxFindings {
		d.findings = append(d.findings, f)
		return
	}
	if !d.stopped {
		d.stopped = true
		f.Code, f.Message, f.Args = "too-many-findings", "so much is wrong in the file that the rest was not read", nil
		d.findings = append(d.findings, f)
	}
}

// name is the argument of a message that says what the value at hand is called.
func (d *decoder) name() diag.Arg {
	if d.entry {
		return diag.Arg{Name: "key", Value: `an entry of "` + d.key + `"`}
	}
	return diag.Arg{Name: "key", Value: `"` + d.key + `"`}
}

// reportKey notes a finding at a key of the mapping at hand. Its argument is
// {name}. The path is that of the mapping if the key may be personal.
func (d *decoder) reportKey(key *yaml.Node, code, message string, args ...diag.Arg) {
	length := len(d.path)
	if repeatable(key.Value) {
		d.path = append(append(d.path, '/'), key.Value...)
	}
	d.report(key, code, message, append([]diag.Arg{{Name: "name", Value: quote(key.Value)}}, args...)...)
	d.path = d.path[:length]
}

// mend says what certainly puts the last finding right.
func (d *decoder) mend(old, meant string) {
	if !d.stopped {
		d.findings[len(d.findings)-1].Fix = &diag.Fix{Old: old, New: meant}
	}
}

// reportUnknown notes a key that the mapping does not have.
func (d *decoder) reportUnknown(key, mapping *yaml.Node, s *shape) {
	if near := suggest(key.Value, s.keys); near != "" {
		d.reportKey(key, "key-unknown", `{name} is not a key here; did you mean "{suggestion}"?`,
			diag.Arg{Name: "suggestion", Value: near})
		if meant, ok := diag.Slip(key.Value, s.keys); ok && meant == near && alone(key, mapping, meant) {
			d.mend(key.Value, meant)
		}
		return
	}
	if len(s.keys) > 20 {
		d.reportKey(key, "key-unknown", "{name} is not a key here")
		return
	}
	d.reportKey(key, "key-unknown", "{name} is not a key here; the keys are {keys}",
		diag.Arg{Name: "keys", Value: enumerate(s.keys, len(s.keys))})
}

// alone reports whether the key of a mapping is the only one that is or may mean
// a word.
func alone(key, mapping *yaml.Node, word string) bool {
	const most = 200
	if len(mapping.Content) > most {
		return false
	}
	for i := 0; i < len(mapping.Content); i += 2 {
		other := mapping.Content[i]
		if other == key {
			continue
		}
		if _, slip := diag.Slip(other.Value, []string{word}); slip || other.Value == word {
			return false
		}
	}
	return true
}

// reportLanguage notes a key that should be a language and is not, or is
// written in another case.
func (d *decoder) reportLanguage(key, mapping *yaml.Node, canonical locale.Tag) {
	if canonical != "" {
		d.reportKey(key, "format-wrong", "write the language as {suggestion}", diag.Arg{Name: "suggestion", Value: string(canonical)})
		if alone(key, mapping, string(canonical)) {
			d.mend(key.Value, string(canonical))
		}
		return
	}
	d.reportKey(key, "format-wrong", "{name} is not a language; write the text as it is, or a mapping from language to text such as {sv: …, en: …}")
}

// quote gives a word of the file in quotation marks if it looks like a word of
// the policy language. Anything else may be personal and is not repeated.
func quote(word string) string {
	if !repeatable(word) {
		return "this"
	}
	return `"` + word + `"`
}

// repeatable reports whether a word is short, plain, and no number of a person
// or a telephone.
func repeatable(word string) bool {
	if word == "" || len(word) > 40 {
		return false
	}
	digits := 0
	for i := range len(word) {
		switch c := word[i]; {
		case '0' <= c && c <= '9':
			digits++
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '-', c == '_', c == '.':
		default:
			return false
		}
	}
	return digits <= 4
}

// enumerate writes words as a list, at most so many of them.
func enumerate(words []string, most int) string {
	if len(words) > most {
		return strings.Join(words[:most], ", ") + ", …"
	}
	return strings.Join(words, ", ")
}
