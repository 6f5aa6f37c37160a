package policyfile

import (
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

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

	source source
	root   *yaml.Node
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
	file.root = root
	d := decoder{source: &file.source, limits: l}
	var doc policy.Document
	if d.document(root, &doc) {
		file.Doc = &doc
	}
	file.Findings = append(file.Findings, d.findings...)
	file.Findings.Sort()
	return file
}

// Position gives the place of the value with the path, or of its nearest known
// ancestor. It is not valid if nothing could be read.
func (f *File) Position(p diag.Path) diag.Position {
	node := f.root
	if node == nil {
		return diag.Position{File: f.Name}
	}
	if p != "" {
		for step := range strings.SplitSeq(strings.TrimPrefix(string(p), "/"), "/") {
			next := child(node, unescape.Replace(step))
			if next == nil {
				break
			}
			node = next
		}
	}
	return f.source.position(node.Line, node.Column)
}

var unescape = strings.NewReplacer("~1", "/", "~0", "~")

// child gives the member or entry of a node, or nil.
func child(node *yaml.Node, step string) *yaml.Node {
	node = follow(node)
	switch node.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			if key := follow(node.Content[i]); key.Kind == yaml.ScalarNode && key.Value == step {
				return node.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(node.Content) {
			return node.Content[i]
		}
	}
	return nil
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
func (f *File) Place(l diag.List) diag.List {
	placed := slices.Clone(l)
	for i := range placed {
		if !placed[i].Position.IsValid() {
			placed[i].Position = f.Position(placed[i].Path)
		}
	}
	placed.Sort()
	return slices.CompactFunc(placed, sameFinding)
}

// sameFinding reports whether two findings say the same of the same place, as
// when a rule meets a value once for each alias of it.
func sameFinding(a, b diag.Finding) bool {
	return a.Position == b.Position && a.Position.IsValid() && a.Code == b.Code && a.Message == b.Message
}
