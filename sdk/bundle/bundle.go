package bundle

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Options say how the files are made. The zero Options make pages without script.
type Options struct {
	// Widgets are the files of the widgets, with a manifest.json: package wasm has them. Nil for pages without script.
	Widgets fs.FS
	// Action is the address under which a host takes what is sent, without a slash at the end, such as
	// "https://forms.school.example": package serve and package edge answer there. Empty for the same host
	// and path as the pages.
	Action string
	// At is the day on which the pages are read; zero for the day from which each policy applies.
	At date.Date
}

// A File is one of a bundle.
type File struct {
	Path    string // below the folder, with slashes: "lartorget/enrolment.sv.json"
	Content []byte // what stands in it
}

// Files makes the files for the policies, in the order of their paths below the
// folder of each. A policy must have an id, which no other has, and which is no name
// that the bundle needs itself. A form that cannot be derived is an error.
func Files(docs []*policy.Document, o Options) ([]File, error) {
	return files(docs, o, false)
}

func files(docs []*policy.Document, o Options, live bool) ([]File, error) {
	w, err := readWidgets(o.Widgets)
	if err != nil {
		return nil, err
	}
	if err := distinct(docs, w); err != nil {
		return nil, err
	}
	b := &bundle{Options: o, widgets: w, live: live}
	for _, doc := range docs {
		if err := b.add(doc); err != nil {
			return nil, fmt.Errorf("bundle: %s: %w", doc.ID, err)
		}
	}
	b.index(docs)
	b.style()
	if err := b.addWidgets(); err != nil {
		return nil, err
	}
	b.addHeaders()
	return b.files, nil
}

// A bundle is what is being made.
type bundle struct {
	Options
	widgets widgets
	live    bool // the same host takes forms, and shows them: it stamps what it shows
	files   []File
	links   map[string][]link // by policy, for the index
}

func (b *bundle) put(path string, content []byte) {
	b.files = append(b.files, File{path, content})
}

// taken are names that stand beside the folders of the policies.
var taken = []string{"widgets", "index.html", "_headers", styleName, manifestName}

func distinct(docs []*policy.Document, w widgets) error {
	seen := map[string]bool{}
	for _, name := range taken {
		seen[name] = true
	}
	for _, a := range w {
		seen[a.Name] = true
	}
	for _, doc := range docs {
		switch {
		case doc.ID == "":
			return errors.New("bundle: a policy has no id; its folder is named after it")
		case strings.ContainsAny(doc.ID, `/\ `) || doc.ID[0] == '.':
			return fmt.Errorf("bundle: the id %q cannot name a folder", doc.ID)
		case seen[doc.ID]:
			return fmt.Errorf("bundle: the folder %q is taken; each policy needs an id of its own", doc.ID)
		}
		seen[doc.ID] = true
	}
	return nil
}

func (b *bundle) add(doc *policy.Document) error {
	for _, tag := range doc.Languages {
		if err := b.notices(doc, tag); err != nil {
			return err
		}
		if err := b.choices(doc, tag); err != nil {
			return err
		}
		for i := range doc.Forms {
			if err := b.form(doc, &doc.Forms[i], tag); err != nil {
				return err
			}
		}
	}
	return nil
}

// sum hashes what a question of consent says and binds to, as package serve does.
func sum(text string) string {
	h := sha256.Sum256([]byte(text))
	return hex.EncodeToString(h[:])
}
