package docs

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"github.com/lagrum/lagrum/internal/tree"
)

// A Page is one document in Markdown.
type Page struct {
	Name string // from the root, with slashes: "docs/policy.md"
	Text string
}

// Pages reads README.md and every page below docs.
func Pages(root string) ([]Page, error) {
	var pages []Page
	err := tree.Walk(root, func(name string) error {
		if path.Ext(name) != ".md" || name != "README.md" && !strings.HasPrefix(name, "docs/") {
			return nil
		}
		p, err := Read(root, name)
		pages = append(pages, p)
		return err
	})
	return pages, err
}

// Read reads one page.
func Read(root, name string) (Page, error) {
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	return Page{Name: name, Text: string(text)}, err
}

// fence is a block of code, with what stands behind its first fence.
var fence = regexp.MustCompile("(?ms)^```([^\n]*)\n(.*?)^```$")

// Code gives the blocks of code of a kind, as the page names it: "yaml".
func (p Page) Code(kind string) []string {
	var blocks []string
	for _, m := range fence.FindAllStringSubmatch(p.Text, -1) {
		if m[1] == kind {
			blocks = append(blocks, m[2])
		}
	}
	return blocks
}

// prose is the page without its blocks of code.
func (p Page) prose() string { return fence.ReplaceAllString(p.Text, "") }

var (
	inline = regexp.MustCompile("`[^`\n]*`")
	target = regexp.MustCompile(`\]\(([^)\s]+)\)|\b(?:src|srcset|href)="([^"]+)"`)
)

// Links gives the targets of the links and pictures of a page, as written.
func (p Page) Links() []string {
	var links []string
	for _, m := range target.FindAllStringSubmatch(inline.ReplaceAllString(p.prose(), "``"), -1) {
		links = append(links, m[1]+m[2])
	}
	return links
}

var heading = regexp.MustCompile(`(?m)^#{1,6} +(.*?) *$`)

// Anchors gives the names by which the headings of a page can be linked to.
func (p Page) Anchors() map[string]bool {
	anchors := map[string]bool{}
	for _, m := range heading.FindAllStringSubmatch(p.prose(), -1) {
		anchors[Anchor(m[1])] = true
	}
	return anchors
}

// Anchor is the name that GitHub gives to a heading: in lower case, without
// signs, and with hyphens for spaces.
func Anchor(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(heading) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case r == '-', r == '_', unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Commands gives the words that follow a program in the page's code, such as
// the subcommands of lagrum.
func (p Page) Commands(program string) []string {
	call := regexp.MustCompile("(?m)(?:^\\s*(?:\\$ )?|`)" + program + ` ([a-z][a-z-]*)`)
	code := strings.Join(inline.FindAllString(p.prose(), -1), "\n")
	for _, m := range fence.FindAllStringSubmatch(p.Text, -1) {
		if m[1] == "sh" || m[1] == "" {
			code += "\n" + m[2]
		}
	}
	var words []string
	for _, m := range call.FindAllStringSubmatch(code, -1) {
		words = append(words, m[1])
	}
	return words
}
