package policyfile

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/diag"
)

// Fix gives the text of the file with the fixes of findings made, and those
// findings. The findings have been placed in this file. Nothing else in the text
// changes: comments, layout and line ends stay.
//
// What cannot be changed for certain is left: a key or value that is written with
// escapes or over several lines, one for which two findings want different words,
// and everything in a file with aliases, where a value may stand in several places.
// If there is nothing to change, both are nil.
func (f *File) Fix(l diag.List) (text []byte, fixed diag.List) {
	if f.aliases || f.Doc == nil {
		return nil, nil
	}
	edits := f.edits(l)
	if len(edits) == 0 {
		return nil, nil
	}
	var b bytes.Buffer
	from := 0
	for _, e := range edits {
		b.Write(f.source.text[from:e.begin])
		b.WriteString(e.word)
		from = e.end
		fixed = append(fixed, e.finding)
	}
	b.Write(f.source.text[from:])
	if text = f.bytes(b.Bytes()); !f.better(text) {
		return nil, nil
	}
	return text, fixed
}

// better makes sure that a text loads, and that no key stands twice in it that
// stood once. Mistakes below a key that nobody knew may come to light.
func (f *File) better(text []byte) bool {
	after := Parse(f.Name, text)
	return after.Doc != nil && twice(after.Findings) <= twice(f.Findings)
}

// twice counts the keys that stand a second time.
func twice(shape diag.List) int {
	n := 0
	for _, finding := range shape {
		if finding.Code == "key-duplicate" {
			n++
		}
	}
	return n
}

// bytes puts the byte order mark back before a text, if there was one.
func (f *File) bytes(text []byte) []byte {
	if f.source.bom {
		return append([]byte("\uFEFF"), text...)
	}
	return text
}

// An edit writes a word over a span of the source.
type edit struct {
	span
	word    string
	finding diag.Finding
}

// edits gives the changes to make, in the order of the file. Those that
// contradict each other are left out.
func (f *File) edits(l diag.List) []edit {
	var all []edit
	for _, finding := range l {
		if e, ok := f.edit(finding); ok {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b edit) int { return cmp.Compare(a.begin, b.begin) })
	var sure []edit
	for i := 0; i < len(all); {
		next, agree := i+1, true
		for next < len(all) && all[next].begin < all[i].end {
			agree = agree && all[next].span == all[i].span && all[next].word == all[i].word
			next++
		}
		if agree {
			sure = append(sure, all[i])
		}
		i = next
	}
	return sure
}

// edit finds what a fix changes. The old word must stand where the finding does,
// plain or in quotation marks.
func (f *File) edit(finding diag.Finding) (edit, bool) {
	p := finding.Position
	if finding.Fix == nil || p.File != f.Name || p.Line < 1 || p.Line > len(f.source.lines) || !plain(finding.Fix.New) {
		return edit{}, false
	}
	begin := f.source.lines[p.Line-1] + p.Column - 1
	text, old := f.source.text, finding.Fix.Old
	quoted := begin < len(text) && (text[begin] == '"' || text[begin] == '\'')
	if quoted {
		begin++
	}
	end := begin + len(old)
	if begin < 0 || old == "" || end > len(text) || string(text[begin:end]) != old {
		return edit{}, false
	}
	if quoted && (end == len(text) || text[end] != text[begin-1]) || !quoted && end < len(text) && !strings.ContainsRune(" \t\r\n,:]}", rune(text[end])) {
		return edit{}, false
	}
	return edit{span{begin, end}, finding.Fix.New, finding}, true
}

// plain reports whether a word can stand in YAML without quotation marks, and
// within them without escapes.
func plain(word string) bool {
	for i := range len(word) {
		switch c := word[i]; {
		case '0' <= c && c <= '9', 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
		case i > 0 && (c == '-' || c == '_' || c == '.'), c == '$':
		default:
			return false
		}
	}
	return word != ""
}

// hasAlias reports whether an alias stands below a node.
func hasAlias(n *yaml.Node) bool {
	return n.Kind == yaml.AliasNode || slices.ContainsFunc(n.Content, hasAlias)
}
