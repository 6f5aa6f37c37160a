package serve

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/notice"
)

// pageStyle is the stylesheet of the pages around notices. It comes after that
// of notices, in the same cascade layer.
//
//go:embed serve.css
var pageStyle string

const styleType = "text/css; charset=utf-8"

//go:embed icon.svg
var icon string

// An asset is a file that pages load. Its name holds its hash, so a browser may
// keep it for good.
type asset struct {
	path    string // without the base
	kind    string
	content []byte

	integrity string // its digest, as the attribute integrity has it; empty for those of this package
}

func newAsset(name, extension, kind, content string) asset {
	sum := sha256.Sum256([]byte(content))
	return asset{path: "/assets/" + name + "-" + hex.EncodeToString(sum[:6]) + extension, kind: kind, content: []byte(content)}
}

func (a *asset) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("ETag", `"`+fingerprint(a.content)+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.content))
}

// fingerprint is a hash of so many characters that no two contents share one.
func fingerprint(content []byte) string {
	sum := sha256.Sum256(content)
	return base64.RawURLEncoding.EncodeToString(sum[:18])
}

// styles, formStyles and icons are the assets of the pages themselves: of all, of
// those with forms, and the picture in the tab of a browser.
func styles() asset {
	return newAsset("lagrum", ".css", styleType, notice.Stylesheet+pageStyle)
}

func formStyles() asset {
	return newAsset("lagrum-form", ".css", styleType, form.Stylesheet+form.PageStylesheet+consent.Stylesheet+pageStyle)
}

func icons() asset { return newAsset("lagrum", ".svg", "image/svg+xml", icon) }

// Assets gives the files that the pages load from the handler itself, by their path
// below Options.Base, for a host that can serve files without running a program. Their
// names hold hashes, so browsers may keep them for good. Those of Options.Widgets are
// not among them.
func Assets() map[string][]byte {
	files := map[string][]byte{}
	for _, a := range []asset{styles(), formStyles(), icons()} {
		files[a.path] = a.content
	}
	return files
}
