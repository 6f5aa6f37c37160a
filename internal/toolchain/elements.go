package toolchain

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/lagrum/lagrum/wasm"
)

// A File is one that is built, under the name by which a page's author knows it:
// "signup.js".
type File struct {
	Name    string
	Content []byte
}

// Elements bundles and minifies the scripts and stylesheets of wasm/elements, a
// file for each of [wasm.Elements], [wasm.Stylesheets] and [wasm.Presets]. The scripts find the
// modules beside them, under the names with a hash, and check them by their digests.
// It needs no tools but Go.
func Elements(root string, modules []wasm.Asset) ([]File, error) {
	var files []File
	add := func(name, from string) error {
		content, err := bundle(filepath.Join(root, "wasm", "elements", from), modules)
		files = append(files, File{name, content})
		return err
	}
	var errs []error
	for _, name := range wasm.Elements {
		errs = append(errs, add(name+".js", name+".js"))
	}
	for _, name := range wasm.Stylesheets {
		errs = append(errs, add(name+".css", name+".css"))
	}
	for _, name := range wasm.Presets {
		errs = append(errs, add("preset-"+name+".css", filepath.Join("presets", name+".css")))
	}
	return files, errors.Join(errs...)
}

// bundle makes one small file of an entry and what it imports.
func bundle(entry string, modules []wasm.Asset) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Outdir: filepath.Dir(entry), Bundle: true,
		Format: api.FormatESModule, Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		// What all browsers have that know light-dark() and the features of the modules.
		Engines: []api.Engine{{Name: api.EngineChrome, Version: "123"}, {Name: api.EngineFirefox, Version: "120"}, {Name: api.EngineSafari, Version: "17.5"}},
		Plugins: []api.Plugin{whereFilesAre(modules)},
	})
	var errs []error
	for _, m := range slices.Concat(result.Errors, result.Warnings) {
		where := ""
		if m.Location != nil {
			where = fmt.Sprintf("%s:%d: ", m.Location.File, m.Location.Line)
		}
		errs = append(errs, fmt.Errorf("toolchain: %s%s", where, m.Text))
	}
	if len(errs) > 0 || len(result.OutputFiles) != 1 {
		return nil, errors.Join(append(errs, fmt.Errorf("toolchain: %s gave %d files", filepath.Base(entry), len(result.OutputFiles)))...)
	}
	return bytes.TrimSpace(result.OutputFiles[0].Contents), nil
}

// whereFilesAre puts the names and digests of the modules in the place of
// files.js.
func whereFilesAre(modules []wasm.Asset) api.Plugin {
	var text strings.Builder
	text.WriteString("const beside = (name, integrity) => ({ url: new URL(name, import.meta.url).href, integrity });\n")
	for _, a := range modules {
		name, _, _ := strings.Cut(a.Name, ".")
		// Pure, so that a script holds only those that it uses.
		fmt.Fprintf(&text, "export const %s = /* @__PURE__ */ beside(%q, %q);\n", name, a.File, a.Integrity)
	}
	return api.Plugin{Name: "files", Setup: func(build api.PluginBuild) {
		build.OnLoad(api.OnLoadOptions{Filter: `[/\\]files\.js$`}, func(api.OnLoadArgs) (api.OnLoadResult, error) {
			contents := text.String()
			return api.OnLoadResult{Contents: &contents, Loader: api.LoaderJS}, nil
		})
	}}
}
