package golden

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what comes out into the golden files")

// A File is a section of an archive.
type File = txtar.File

// A Case is one archive: a comment, which says what the case shows, and files.
type Case struct {
	Name    string // the archive's name without folder and extension
	Comment string // what stands above the first file

	archive *txtar.Archive
	read    []string
	missing []string
}

// Input gives the data of a file of the case. The case fails if there is none.
func (c *Case) Input(name string) []byte {
	c.read = append(c.read, name)
	if f := find(c.archive.Files, name); f != nil {
		return f.Data
	}
	c.missing = append(c.missing, name)
	return nil
}

// Run makes a subtest of each archive that matches the pattern. The function
// reads its inputs and gives the outputs, which must be those of the archive,
// with the same names and in the same order. A file that is neither input nor
// output is an error, and so is a pattern that matches nothing.
func Run(t *testing.T, pattern string, produce func(t *testing.T, c *Case) []File) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s matches no file (%v)", pattern, err)
	}
	for _, name := range names {
		base := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
		t.Run(base, func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			c := &Case{Name: base, Comment: string(archive.Comment), archive: archive}
			outputs := produce(t, c)
			if *update && !t.Failed() {
				if err := os.WriteFile(name, txtar.Format(c.updated(outputs)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			for _, complaint := range c.compare(outputs) {
				t.Error(complaint)
			}
		})
	}
}

// compare says what differs between the archive and the outputs.
func (c *Case) compare(outputs []File) []string {
	var complaints []string
	for _, name := range c.missing {
		complaints = append(complaints, "there is no file "+name)
	}
	var want, got []string
	for _, f := range c.archive.Files {
		if !slices.Contains(c.read, f.Name) {
			want = append(want, f.Name)
		}
	}
	for i := range outputs {
		out := &outputs[i]
		got = append(got, out.Name)
		data := lined(out.Data)
		if bytes.Contains(append([]byte("\n"), data...), []byte("\n-- ")) {
			complaints = append(complaints, out.Name+" has a line that begins like the header of a file")
		}
		if f := find(c.archive.Files, out.Name); f != nil {
			if diff := cmp.Diff(string(f.Data), string(data)); diff != "" {
				complaints = append(complaints, fmt.Sprintf("%s (-want +got):\n%s", out.Name, diff))
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		complaints = append(complaints, "outputs (-in the archive +produced):\n"+diff)
	}
	return complaints
}

// updated is the archive with its inputs as they were, and then the outputs.
func (c *Case) updated(outputs []File) *txtar.Archive {
	a := &txtar.Archive{Comment: c.archive.Comment}
	for _, f := range c.archive.Files {
		if slices.Contains(c.read, f.Name) {
			a.Files = append(a.Files, f)
		}
	}
	for _, f := range outputs {
		a.Files = append(a.Files, File{Name: f.Name, Data: lined(f.Data)})
	}
	c.archive = a
	return a
}

// lined is the data with a line break at the end, which an archive always has.
func lined(data []byte) []byte {
	if len(data) == 0 || data[len(data)-1] == '\n' {
		return data
	}
	return append(slices.Clone(data), '\n')
}

func find(files []File, name string) *File {
	i := slices.IndexFunc(files, func(f File) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return &files[i]
}
