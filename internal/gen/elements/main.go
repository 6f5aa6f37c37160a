// Elements writes what the custom elements take and tell into docs/widgets.md, from
// wasm/elements/custom-elements.json.
//
//	go run ./internal/gen/elements
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/lagrum/lagrum/internal/tree"
)

func main() {
	log.SetFlags(0)
	if err := generate(); err != nil {
		log.Fatal(err)
	}
}

func generate() error {
	root, err := tree.Root()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(root, "wasm", "elements", "custom-elements.json"))
	if err != nil {
		return err
	}
	name := filepath.Join(root, "docs", "widgets.md")
	page, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	tables, err := tablesOf(data)
	if err != nil {
		return err
	}
	out, err := put(string(page), tables)
	if err != nil {
		return err
	}
	return os.WriteFile(name, []byte(out), 0o644)
}

// put puts the tables between the two marks.
func put(page, tables string) (string, error) {
	const begin, end = "<!-- elements -->\n", "<!-- /elements -->"
	before, rest, ok := strings.Cut(page, begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return "", fmt.Errorf("docs/widgets.md lacks the marks %q and %q", strings.TrimSpace(begin), end)
	}
	return before + begin + "\n" + tables + end + after, nil
}

// A manifest is what is read of a Custom Elements Manifest, version 1.
type manifest struct {
	Modules []struct{ Declarations []declaration }
}

type declaration struct {
	TagName, Description           string
	Attributes, Members, Events    []entry
	CSSProperties, Slots, CSSParts []entry
}

type entry struct {
	Name, Kind, Description, Privacy string
	Readonly                         bool
	Type                             struct{ Text string }
}

// tablesOf writes a section for each element.
func tablesOf(data []byte) (string, error) {
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return "", err
	}
	var out strings.Builder
	for _, module := range m.Modules {
		for _, d := range module.Declarations {
			if d.TagName == "" {
				continue
			}
			fmt.Fprintf(&out, "### `<%s>`\n\n", d.TagName)
			table(&out, "attribute", d.Attributes, func(e entry) string { return code(e.Name) })
			table(&out, "property, method", d.Members, member)
			table(&out, "event", d.Events, func(e entry) string { return code(e.Name) + detail(e.Type.Text) })
			table(&out, "slot", d.Slots, func(entry) string { return "what stands inside" })
			table(&out, "part", d.CSSParts, func(e entry) string { return code(e.Name) })
			table(&out, "custom property", d.CSSProperties, func(e entry) string { return code(e.Name) })
		}
	}
	if out.Len() == 0 {
		return "", fmt.Errorf("the manifest has no element")
	}
	return out.String(), nil
}

func table(out *strings.Builder, what string, list []entry, name func(entry) string) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(out, "| %s | |\n| --- | --- |\n", what)
	for _, e := range list {
		fmt.Fprintf(out, "| %s | %s |\n", name(e), strings.ReplaceAll(e.Description, "|", `\|`))
	}
	out.WriteString("\n")
}

func code(s string) string { return "`" + strings.ReplaceAll(s, "|", `\|`) + "`" }

func member(e entry) string {
	switch {
	case e.Kind == "method":
		return code(e.Name + "()")
	case e.Readonly:
		return code(e.Name) + ", to read"
	}
	return code(e.Name)
}

// detail tells the type of an event's detail, if it has one.
func detail(t string) string {
	inside, ok := strings.CutPrefix(t, "CustomEvent<")
	if !ok {
		return ""
	}
	return ", `detail`: " + code(strings.TrimSuffix(inside, ">"))
}
