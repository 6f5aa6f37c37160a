package serve

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A widget is a file for the pages of others.
type widget struct {
	files    fs.FS
	name     string   // in files
	path     string   // without the base
	packed   []coding // of which there is a sibling
	constant bool     // the name holds a hash of the content
}

// A coding is one in which a file may be sent (RFC 9110, 8.4.1), the smallest first.
type coding struct{ name, extension string }

var codings = [...]coding{{"br", ".br"}, {"gzip", ".gz"}}

// plainPath is a path that can stand in an address, and in a pattern, as it is.
var plainPath = regexp.MustCompile(`^[A-Za-z0-9_~-][A-Za-z0-9._~-]*(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$`)

// hashed is a name that holds a hash, as bundlers write it: of 8 hexadecimal digits
// or more, or 8 of base 32.
var hashed = regexp.MustCompile(`[.-]([0-9a-f]{8,64}|[A-Z2-7]{8})\.[A-Za-z0-9.]+$`)

// list finds the files that there are.
func (s *site) list(files fs.FS) error {
	if files == nil {
		return nil
	}
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("serve: the widgets cannot be read: %w", err)
		case name != "." && path.Base(name)[0] == '.':
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || isSibling(files, name):
			return nil
		case !plainPath.MatchString(name):
			return fmt.Errorf("serve: the name of the widget %q cannot stand in an address as it is", name)
		}
		w := widget{files: files, name: name, path: "/widgets/" + name, constant: hashed.MatchString(path.Base(name))}
		for _, c := range codings {
			if isFile(files, name+c.extension) {
				w.packed = append(w.packed, c)
			}
		}
		s.widgets = append(s.widgets, w)
		return nil
	})
}

// isSibling reports whether the file is another one in a coding.
func isSibling(files fs.FS, name string) bool {
	for _, c := range codings {
		if whole, is := strings.CutSuffix(name, c.extension); is && isFile(files, whole) {
			return true
		}
	}
	return false
}

func isFile(files fs.FS, name string) bool {
	info, err := fs.Stat(files, name)
	return err == nil && info.Mode().IsRegular()
}

// serve answers with the file, in the smallest coding that the browser takes.
func (f *widget) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	name, mark := f.name, ""
	if c, ok := f.coding(r.Header.Values("Accept-Encoding")); ok {
		name, mark = f.name+c.extension, "-"+c.name
		h.Set("Content-Encoding", c.name)
	}
	content, err := fs.ReadFile(f.files, name)
	if err != nil { // it was there when the handler was made
		h.Del("Content-Encoding")
		http.Error(w, http.StatusText(http.StatusNotFound), http.StatusNotFound)
		return
	}
	if len(f.packed) > 0 {
		h.Add("Vary", "Accept-Encoding")
	}
	h.Set("Content-Type", typeOf(f.name))
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("Cache-Control", "no-cache")
	if f.constant {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Set("ETag", `"`+fingerprint(content)+mark+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

// coding gives the coding that the browser likes best of those that there are, and
// of two that it likes as much the smaller; none where it would rather have the file
// as it is.
func (f *widget) coding(headers []string) (coding, bool) {
	header := strings.Join(headers, ",")
	var best coding
	most, plain := 0.0, weightOf(header, "identity")
	for _, c := range f.packed {
		if q := weightOf(header, c.name); q > most {
			best, most = c, q
		}
	}
	return best, most > 0 && most >= plain
}

// weightOf gives how much an Accept-Encoding header wants a coding, from 0 to 1 (RFC
// 9110, 12.4.2 and 12.5.3). What it says of the coding itself goes before what it says
// of all; of the file as it is, it need say nothing, and gets that if there is nothing else.
func weightOf(header, coding string) float64 {
	all, named := 0.0, false
	for part := range strings.SplitSeq(header, ",") {
		name, parameters, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		if name != coding && (name != "*" || named) {
			continue
		}
		q := 1.0
		if _, weight, given := strings.Cut(strings.ToLower(parameters), "q="); given {
			q, _ = strconv.ParseFloat(strings.TrimSpace(weight), 64) // what cannot be read is not wanted
		}
		if all = q; name == coding {
			named = true
		}
	}
	return all
}

// types are those of the files that widgets are made of. They do not depend on
// the machine, as package mime's do.
var types = map[string]string{
	".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".css": styleType,
	".wasm": "application/wasm", ".json": "application/json", ".map": "application/json",
	".html": htmlType, ".txt": plainType, ".md": "text/markdown; charset=utf-8", ".ts": plainType,
	".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2",
}

func typeOf(name string) string {
	if kind := types[path.Ext(name)]; kind != "" {
		return kind
	}
	return "application/octet-stream"
}
