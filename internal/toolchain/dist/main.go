// Dist builds the WebAssembly modules, the scripts and the stylesheets of the
// widgets anew and writes wasm/dist: each file under a name that holds its hash,
// compressed beforehand, and a manifest.
//
//	go run ./internal/toolchain/dist
//	go run ./internal/toolchain/dist -elements
package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"github.com/lagrum/lagrum/internal/toolchain"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/wasm"
)

func main() {
	only := flag.Bool("elements", false, "build the scripts and stylesheets only, and keep the modules")
	flag.Parse()
	if err := build(*only); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func build(elements bool) error {
	root, err := tree.Root()
	if err != nil {
		return err
	}
	modules, err := kept()
	if !elements {
		modules, err = built(root)
	}
	if err != nil {
		return err
	}
	made := map[string][]byte{} // all files, so that a failure leaves what is there
	list, err := addAll(made, nil, modules)
	if err != nil {
		return err
	}
	scripts, err := toolchain.Elements(root, list)
	if err != nil {
		return err
	}
	if list, err = addAll(made, list, scripts); err != nil {
		return err
	}
	manifest, err := json.MarshalIndent(list, "", "\t")
	if err != nil {
		return err
	}
	made["manifest.json"] = append(manifest, '\n')
	return write(filepath.Join(root, "wasm", "dist"), made)
}

// built builds the modules.
func built(root string) ([]toolchain.File, error) {
	tools, err := toolchain.Find(root)
	if err != nil {
		return nil, err
	}
	var files []toolchain.File
	for _, name := range wasm.Modules {
		module, err := tools.Build("./wasm/" + name)
		if err != nil {
			return nil, err
		}
		files = append(files, toolchain.File{Name: name + ".wasm", Content: module})
	}
	return files, nil
}

// kept gives the modules that are there.
func kept() ([]toolchain.File, error) {
	var files []toolchain.File
	for _, name := range wasm.Modules {
		a, ok := wasm.Find(name + ".wasm")
		if !ok {
			return nil, fmt.Errorf("dist has no %s.wasm to keep; run make dist", name)
		}
		content, err := wasm.Files.ReadFile("dist/" + a.File)
		if err != nil {
			return nil, err
		}
		files = append(files, toolchain.File{Name: a.Name, Content: content})
	}
	return files, nil
}

func addAll(made map[string][]byte, list []wasm.Asset, files []toolchain.File) ([]wasm.Asset, error) {
	for _, f := range files {
		a, err := add(made, f.Name, f.Content)
		if err != nil {
			return nil, err
		}
		fmt.Printf("%-16s %7d bytes, %6d by gzip, %6d by brotli\n", a.Name, a.Size, a.Gzip, a.Brotli)
		list = append(list, a)
	}
	return list, nil
}

// add adds a file under a name with its hash, and compressed.
func add(made map[string][]byte, name string, data []byte) (wasm.Asset, error) {
	sum := sha256.Sum256(data)
	integrity := sha512.Sum384(data)
	ext := path.Ext(name)
	a := wasm.Asset{
		Name: name, File: strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:8]) + ext,
		Size: len(data), Integrity: "sha384-" + base64.StdEncoding.EncodeToString(integrity[:]),
	}
	small, err := brotli(data)
	if err != nil {
		return a, err
	}
	zipped, err := zip(data)
	if err != nil {
		return a, err
	}
	made[a.File], made[a.File+".br"], made[a.File+".gz"] = data, small, zipped
	a.Brotli, a.Gzip = len(small), len(zipped)
	return a, nil
}

func brotli(data []byte) ([]byte, error) {
	cmd := exec.Command("brotli", "--quality=11", "--lgwin=24", "--stdout")
	cmd.Stdin, cmd.Stderr = bytes.NewReader(data), os.Stderr
	return cmd.Output()
}

func zip(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// write puts the files in the place of those in the folder.
func write(dir string, made map[string][]byte) error {
	old, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for name, data := range made {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	for _, e := range old {
		if made[e.Name()] == nil {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
