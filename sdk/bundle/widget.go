package bundle

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
)

// An asset is a file of the widgets, as their manifest lists it.
type asset struct {
	Name      string // "signup.js"
	File      string // "signup-0123456789abcdef.js"
	Integrity string // as the attribute has it (W3C Subresource Integrity)
}

type widgets []asset

func readWidgets(files fs.FS) (widgets, error) {
	if files == nil {
		return nil, nil
	}
	data, err := fs.ReadFile(files, "manifest.json")
	if err != nil {
		return nil, fmt.Errorf("bundle: the widgets have no manifest: %w", err)
	}
	var list widgets
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("bundle: the manifest of the widgets cannot be read: %w", err)
	}
	return list, nil
}

func (w widgets) find(name string) (asset, bool) {
	for _, a := range w {
		if a.Name == name {
			return a, true
		}
	}
	return asset{}, false
}

// addWidgets adds all files of the widgets, compressed ones too: hosts that know of
// such send those. Their names change with what is in them, so that beside the folder
// of the widgets stands each script and stylesheet under the name that it always has,
// for pages that people write by hand.
func (b *bundle) addWidgets() error {
	if b.Widgets == nil {
		return nil
	}
	for _, a := range b.widgets {
		switch path.Ext(a.Name) {
		case ".js":
			b.put(a.Name, []byte("import \"./widgets/"+a.File+"\";\n"))
		case ".css":
			content, err := fs.ReadFile(b.Widgets, a.File)
			if err != nil {
				return fmt.Errorf("bundle: %w", err)
			}
			b.put(a.Name, content)
		}
	}
	return fs.WalkDir(b.Widgets, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(b.Widgets, name)
		if err != nil {
			return fmt.Errorf("bundle: %w", err)
		}
		b.put(path.Join("widgets", name), content)
		return nil
	})
}
