package policyfile

import (
	"bytes"
	"io"
	"os"
	"slices"

	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A File is a policy that came from a file.
type File struct {
	// Name is what the caller called the file.
	Name string
	// Doc is the policy, as far as it could be read. It is nil if the file is
	// not a mapping in YAML or JSON, or exceeds a limit.
	Doc *policy.Document
	// Findings say what is wrong with the file's shape, in its order. They have positions.
	Findings diag.List

	source  source
	places  places
	ignores ignores
	aliases bool // what is written once may stand in several places
}

// Load reads a file within the default [Limits]. The error is that of reading;
// what is wrong in the file is a finding.
func Load(name string) (*File, error) { return Limits{}.Load(name) }

// Parse reads a policy within the default [Limits]. The name is for findings.
func Parse(name string, src []byte) *File { return Limits{}.Parse(name, src) }

// Load reads a file. The error is that of reading; what is wrong in the file
// is a finding.
func (l Limits) Load(name string) (*File, error) {
	l = l.filled()
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// One byte more shows that the file is too large.
	src, err := io.ReadAll(io.LimitReader(f, int64(l.Size)+1))
	if err != nil {
		return nil, err
	}
	return l.Parse(name, src), nil
}

// Parse reads a policy. The name is for findings.
func (l Limits) Parse(name string, src []byte) *File {
	l = l.filled()
	file := &File{Name: name}
	source, findings := newSource(name, src, l)
	file.source, file.Findings = source, findings
	if findings.HasErrors() {
		return file
	}
	root, found := compose(&source, l)
	if found != nil {
		file.Findings = append(file.Findings, *found)
		return file
	}
	d := decoder{source: &file.source, limits: l}
	var doc policy.Document
	if d.document(root, &doc) && !d.tooLarge {
		file.Doc = &doc
	}
	file.places = newPlaces(root)
	file.ignores = newIgnores(&file.source, root)
	file.aliases = hasAlias(root)
	file.Findings = append(file.Findings, d.findings...)
	file.Findings.Sort()
	return file
}

// Position gives the place of the value with the path, or of its nearest known
// ancestor. It is not valid if nothing could be read.
func (f *File) Position(p diag.Path) diag.Position {
	if f.places == nil {
		return diag.Position{File: f.Name}
	}
	here := f.places.at(p)
	return f.source.position(int(here.line), int(here.column))
}

// Characters gives the column of a place in this file in characters (code points)
// from 1, as SARIF and many editors count; [diag.Position] counts bytes.
func (f *File) Characters(p diag.Position) int {
	if p.Line < 1 || p.Line > len(f.source.lines) {
		return p.Column
	}
	start := f.source.lines[p.Line-1]
	return f.source.count(min(start+p.Column-1, len(f.source.text))) - f.source.count(start) + 1
}

// Line gives a line of the file without its end, counted from 1, or nothing if
// there is none. It must not be changed.
func (f *File) Line(n int) []byte {
	line := f.source.line(n)
	if end := bytes.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	}
	return line
}

// follow gives the node that an alias stands for.
func follow(node *yaml.Node) *yaml.Node {
	for node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	return node
}

// Place gives the findings of a rule their positions in this file and puts
// them in its order. Those that have a position keep it; what is said twice of
// one place is said once. The list that is passed stays as it was.
//
// A value whose shape is wrong is not in the document, so that rules find it
// missing. What they say of it, of what it holds, and of the text or the part
// that it belongs to, is left out: the finding of the shape says it all.
func (f *File) Place(l diag.List) diag.List {
	return slices.CompactFunc(f.placed(l), sameFinding)
}

// placed does what Place does, but may say the same twice.
func (f *File) placed(l diag.List) diag.List {
	placed := slices.Clone(l)
	if lost := lostIn(f.Findings); lost.any() {
		placed = slices.DeleteFunc(placed, lost.explains)
	}
	for i := range placed {
		if !placed[i].Position.IsValid() {
			placed[i].Position = f.Position(placed[i].Path)
		}
	}
	placed.Sort()
	return placed
}

// sameFinding reports whether two findings say the same of the same place, as
// when a rule meets a value once for each alias of it.
func sameFinding(a, b diag.Finding) bool {
	return a.Position == b.Position && a.Position.IsValid() && a.Code == b.Code && a.Message == b.Message
}
