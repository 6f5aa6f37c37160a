package bundle

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// manifestName is the file that lists what was written into a folder.
const manifestName = "bundle.json"

// Write writes the files below the folder, which it makes if need be, and removes
// those that an earlier Write left there and that are no more. A file that is the same
// already is not touched, and each is put in its place whole. Files that it did not
// write it neither changes nor removes: it fails if one of them is in the way.
func Write(dir string, files []File) error {
	before, err := written(dir)
	if err != nil {
		return err
	}
	var names []string
	for _, f := range files {
		if !filepath.IsLocal(filepath.FromSlash(f.Path)) || f.Path == manifestName {
			return fmt.Errorf("bundle: %q is no path for a file of a bundle", f.Path)
		}
		names = append(names, f.Path)
	}
	for _, f := range files {
		if err := replace(dir, f, slices.Contains(before, f.Path)); err != nil {
			return err
		}
	}
	slices.Sort(names)
	list, err := json.MarshalIndent(map[string]any{"files": names}, "", "\t")
	if err != nil {
		return err
	}
	if err := replace(dir, File{manifestName, append(list, '\n')}, true); err != nil {
		return err
	}
	return remove(dir, slices.DeleteFunc(before, func(name string) bool { return slices.Contains(names, name) }))
}

// written lists the files that Write wrote before.
func written(dir string) ([]string, error) {
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var list struct{ Files []string }
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("bundle: %s does not list what was written there: %w", filepath.Join(dir, manifestName), err)
	}
	for _, name := range list.Files {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return nil, fmt.Errorf("bundle: %s lists %q, which lies elsewhere", filepath.Join(dir, manifestName), name)
		}
	}
	return list.Files, nil
}

// replace puts a file in its place.
func replace(dir string, f File, ours bool) error {
	name := filepath.Join(dir, filepath.FromSlash(f.Path))
	switch there, err := os.ReadFile(name); {
	case err == nil && string(there) == string(f.Content):
		return nil
	case err == nil && !ours:
		return fmt.Errorf("bundle: %s is there already, and no bundle wrote it; write into another folder, or move it away", name)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".lagrum-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // of no effect once it has its name
	_, err = temp.Write(f.Content)
	if err := errors.Join(err, temp.Chmod(0o644), temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), name)
}

// remove removes files, and the folders that are empty then.
func remove(dir string, names []string) error {
	for _, name := range names {
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for parent := path.Dir(name); parent != "."; parent = path.Dir(parent) {
			if os.Remove(filepath.Join(dir, filepath.FromSlash(parent))) != nil {
				break // something is in it
			}
		}
	}
	return nil
}
