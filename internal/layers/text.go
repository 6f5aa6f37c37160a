package layers

import (
	"fmt"
	"slices"
	"strings"
)

// A Text is a parsed statement of layers. Each line is a chain of groups,
// joined by "<"; a package may import what stands in the groups to its left,
// there or on any other line that names it, and nothing of its own group.
//
// A name stands for sdk/<name>, or for itself when it begins with "internal/";
// "cmd" stands for all below sdk/cmd; "core" stands for every package on the
// lines above the first one that says "core".
type Text struct {
	names []string                   // in order of appearance
	below map[string]map[string]bool // what each name may import
	core  []string                   // what "core" stands for, in order
}

const (
	coreName = "core"
	cmdName  = "cmd"
)

// Parse reads a statement of layers. It refuses an empty group, a name that
// stands twice on a line, "core" on the first line, and lines that contradict
// each other.
func Parse(text string) (Text, error) {
	t := Text{below: map[string]map[string]bool{}}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if err := t.line(line); err != nil {
			return Text{}, fmt.Errorf("%s: %w", line, err)
		}
	}
	t.close()
	for _, name := range t.names {
		if t.below[name][name] {
			return Text{}, fmt.Errorf("%s stands both left and right of itself", name)
		}
	}
	return t, nil
}

// line adds one chain.
func (t *Text) line(line string) error {
	var left []string
	for group := range strings.SplitSeq(line, "<") {
		names := strings.Fields(group)
		if i := slices.Index(names, coreName); i >= 0 {
			if t.core == nil {
				t.core = slices.Clone(t.names)
			}
			if len(t.core) == 0 {
				return fmt.Errorf("no line above says what %q is", coreName)
			}
			names = slices.Replace(names, i, i+1, t.core...)
		}
		if len(names) == 0 {
			return fmt.Errorf("a group is empty")
		}
		for _, name := range names {
			if slices.Contains(left, name) {
				return fmt.Errorf("%s stands twice", name)
			}
			if t.below[name] == nil {
				t.below[name] = map[string]bool{}
				t.names = append(t.names, name)
			}
			for _, lower := range left {
				t.below[name][lower] = true
			}
		}
		left = append(left, names...)
	}
	return nil
}

// close carries the order across the lines: what stands left of a name on one
// line is also left of all that stands right of it on another.
func (t *Text) close() {
	for _, middle := range t.names {
		for _, upper := range t.names {
			if !t.below[upper][middle] {
				continue
			}
			for lower := range t.below[middle] {
				t.below[upper][lower] = true
			}
		}
	}
}

// Core gives the folders of the portable core, from the root of the module:
// "./internal/wire", "./sdk/date" and so on, in the order of the text.
func (t Text) Core() []string {
	var dirs []string
	for _, name := range t.core {
		dirs = append(dirs, dir(name))
	}
	return dirs
}

// dir is the folder that a name stands for.
func dir(name string) string {
	if strings.HasPrefix(name, "internal/") {
		return "./" + name
	}
	return "./sdk/" + name
}

// name is what the text calls a folder, and whether the text governs it at
// all: all of sdk except its root, and the internal folders that it names. A
// governed folder that the text does not name comes back as itself, which no
// name equals.
func (t Text) name(folder string) (name string, governed bool) {
	if folder == "./sdk/cmd" || strings.HasPrefix(folder, "./sdk/cmd/") {
		return cmdName, true
	}
	for _, name := range t.names {
		if dir(name) == folder {
			return name, true
		}
		if strings.HasPrefix(name, "internal/") && strings.HasPrefix(folder, dir(name)+"/") {
			return folder, true
		}
	}
	return folder, strings.HasPrefix(folder, "./sdk/")
}
