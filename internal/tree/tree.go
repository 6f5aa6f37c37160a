package tree

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Module is the path of the module that the tree holds.
const Module = "github.com/lagrum/lagrum"

// A File is one parsed Go file.
type File struct {
	Path   string // from the root, with slashes: "sdk/diag/diag.go"
	Test   bool   // the name ends in _test.go
	Fset   *token.FileSet
	Syntax *ast.File
}

// A Package is the Go files of one folder, whatever package names they bear.
type Package struct {
	Dir   string // from the root, with slashes: "sdk/diag"
	Files []File // by name
}

// Root is the folder of go.mod, at or above the working directory.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("no go.mod at or above the working directory")
		}
		dir = parent
	}
}

// Read parses every package of the module, by folder. Like the go command it
// passes over testdata and names that begin with a dot or an underscore, and
// it also passes over node_modules.
func Read(root string, mode parser.Mode) ([]Package, error) {
	var packages []Package
	at := map[string]int{}
	fset := token.NewFileSet()
	err := Walk(root, func(name string) error {
		if path.Ext(name) != ".go" || hidden(name) {
			return nil
		}
		syntax, err := parser.ParseFile(fset, filepath.Join(root, name), nil, mode)
		if err != nil {
			return err
		}
		dir := path.Dir(name)
		i, ok := at[dir]
		if !ok {
			i = len(packages)
			at[dir] = i
			packages = append(packages, Package{Dir: dir})
		}
		test := strings.HasSuffix(name, "_test.go")
		packages[i].Files = append(packages[i].Files, File{Path: name, Test: test, Fset: fset, Syntax: syntax})
		return nil
	})
	return packages, err
}

// hidden reports whether the go command passes over the file.
func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "testdata" || part[0] == '.' || part[0] == '_' {
			return true
		}
	}
	return false
}

// Walk calls visit with the name, from the root and with slashes, of every file
// that is part of the product: not what git or npm keep, and not what a build
// leaves in .build, nor wrangler in .wrangler.
func Walk(root string, visit func(name string) error) error {
	return filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			switch entry.Name() {
			case ".git", ".build", ".wrangler", "node_modules":
				return filepath.SkipDir
			}
			return nil
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		return visit(filepath.ToSlash(name))
	})
}

// Production gives the files of the package that are not tests.
func (p Package) Production() []File {
	var files []File
	for _, f := range p.Files {
		if !f.Test {
			files = append(files, f)
		}
	}
	return files
}
