package core

import "github.com/lagrum/lagrum/internal/wire"

// A form within these limits is answered in little memory and without running out
// of stack, whatever its texts say and however its conditions hang together. Forms
// are far smaller.
const (
	maxFields       = 256
	maxOptions      = 1024
	maxNames        = 32   // of a condition, and of the consents that a field needs
	maxName         = 128  // bytes of a name, as it stands in ids
	maxLabel        = 1024 // bytes of an option, or a message of the form
	maxText         = 8192 // bytes of any other text
	maxPlaceholders = 6
)

// fits reports whether the definition of a form is within the limits.
func fits(n wire.Node) bool {
	fields, groups, words := n.Get("fields"), n.Get("groups"), n.Get("words")
	if len(fields.Children) > maxFields || len(groups.Children) > maxFields || !fitsAll(n, "lexicon", maxText) {
		return false
	}
	for _, w := range words.Children {
		if len(w.Text) > maxLabel || braces(w.Text) > maxPlaceholders {
			return false
		}
	}
	for _, g := range groups.Children {
		if len(g.StrOf("id")) > maxName || !fitsCondition(g) {
			return false
		}
	}
	for _, f := range fields.Children {
		if !fitsField(f) {
			return false
		}
	}
	return true
}

func fitsField(f wire.Node) bool {
	options := f.Get("options")
	for _, o := range options.Children {
		if !fitsAll(o, "", maxLabel) {
			return false
		}
	}
	return len(options.Children) <= maxOptions && len(f.StrOf("name")) <= maxName && len(f.StrOf("group")) <= maxName &&
		fitsCondition(f) && fitsNames(f.Get("needsYes"))
}

func fitsCondition(n wire.Node) bool {
	c := n.Get("if")
	return len(c.StrOf("field")) <= maxName && fitsNames(c.Get("is"))
}

func fitsNames(n wire.Node) bool { return len(n.Children) <= maxNames && fitsAll(n, "", maxName) }

// fitsAll reports whether no text in the value is longer, but for the member with
// the name.
func fitsAll(n wire.Node, but string, most int) bool {
	if len(n.Text) > most {
		return false
	}
	for i := range n.Children {
		if c := &n.Children[i]; (but == "" || c.Name != but) && !fitsAll(*c, "", most) {
			return false
		}
	}
	return true
}

func braces(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] == '{' {
			n++
		}
	}
	return n
}
