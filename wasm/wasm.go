// Package wasm carries what the widgets need in a browser, built beforehand, so
// that whoever imports it needs no other tool than Go:
//
//	module, ok := wasm.Find("signup.wasm")
//	http.Handle("/widgets/", http.StripPrefix("/widgets/", http.FileServerFS(wasm.Dist())))
//
// Each file has a name with a hash of what is in it, so that browsers may keep it for
// ever, and stands there compressed by brotli and gzip as well, under its name with
// .br and .gz. "make dist" builds them, see package toolchain under internal; docs/widgets.md
// tells how to use them.
package wasm

import (
	"embed"
	"encoding/json"
	"io/fs"
)

// Files holds the folder dist.
//
//go:embed dist
var Files embed.FS

// Dist gives the folder with the files that a page loads, and manifest.json.
func Dist() fs.FS {
	dir, err := fs.Sub(Files, "dist")
	if err != nil {
		panic(err) // dist is a valid path
	}
	return dir
}

// Modules are the WebAssembly modules, by the folder that each is built from.
var Modules = []string{"signup", "screening", "choices"}

// Elements are the scripts, by the name that each has in elements: one for each
// custom element.
var Elements = []string{"signup", "choices", "notice"}

// Stylesheets are those of the elements, and lagrum, which is all of them in one.
var Stylesheets = []string{"signup", "choices", "notice"}

// Presets are stylesheets that give the elements another look.
var Presets = []string{"plain", "govuk-like", "designsystemet-like"}

// An Asset is one file of dist.
type Asset struct {
	Name      string `json:"name"`      // what it is, in all versions: "signup.wasm"
	File      string `json:"file"`      // its name in dist, with a hash: "signup-0123456789abcdef.wasm"
	Size      int    `json:"size"`      // in bytes
	Brotli    int    `json:"brotli"`    // the size of it with .br behind its name
	Gzip      int    `json:"gzip"`      // the size of it with .gz behind its name
	Integrity string `json:"integrity"` // its SHA-384, as the attribute integrity has it (W3C Subresource Integrity)
}

// Assets lists the files of dist.
func Assets() []Asset {
	data, err := Files.ReadFile("dist/manifest.json")
	var list []Asset
	if err == nil {
		err = json.Unmarshal(data, &list)
	}
	if err != nil {
		panic("wasm: the manifest that was built in is broken") // a test reads it
	}
	return list
}

// Find gives the file with the name; false if there is none.
func Find(name string) (Asset, bool) {
	for _, a := range Assets() {
		if a.Name == name {
			return a, true
		}
	}
	return Asset{}, false
}
