package serve

import (
	"fmt"
	"io/fs"
	"net/http"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/text"
)

// A script makes the elements of a page alive. The page reads and works as well
// without.
type script struct {
	name string   // in the manifest of the widgets
	may  constant // what the page must be allowed for it (Content Security Policy Level 3), beside all others
}

// What is text becomes HTML in one place of the scripts only (W3C Trusted Types).
const trustedTypes = "; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lagrum"

var (
	signupScript = script{"signup.js", "; script-src 'self' 'wasm-unsafe-eval'" + trustedTypes}
	noticeScript = script{"notice.js", "; script-src 'self'" + trustedTypes}
)

// manifestName is the file that tells which file each script is, and its digest, as
// package wasm has it.
const manifestName = "manifest.json"

// readManifest finds the scripts among the widgets. Without a manifest there are none.
func (s *site) readManifest(files fs.FS) error {
	if files == nil || !isFile(files, manifestName) {
		return nil
	}
	data, err := fs.ReadFile(files, manifestName)
	if err != nil {
		return fmt.Errorf("serve: the manifest of the widgets cannot be read: %w", err)
	}
	n, err := wire.Read(data, wire.Limits{Bytes: 1 << 20, Depth: 4, Nodes: 1 << 14, Members: 1 << 10})
	if err != nil || n.Kind != wire.Array {
		return fmt.Errorf("serve: the manifest of the widgets is no list in JSON")
	}
	s.scripts = map[string]asset{}
	for _, c := range n.Children {
		if file := c.StrOf("file"); plainPath.MatchString(file) && isFile(files, file) {
			s.scripts[c.StrOf("name")] = asset{path: "/widgets/" + file, integrity: c.StrOf("integrity")}
		}
	}
	return nil
}

// has reports whether the page has the script: where there is one, unless the
// address says "script=off".
func (s *site) has(of script, q query) bool { return s.scripts[of.name].path != "" && q.script == "" }

// allow lets the page load the script, and what that loads from here.
func (s *site) allow(w http.ResponseWriter, of script, q query) {
	if s.has(of, q) {
		w.Header().Set("Content-Security-Policy", s.security+string(of.may))
	}
}

func (s *site) loads(h *html, of script) {
	a := s.scripts[of.name]
	h.raw(`<script type="module"`).attr("src", s.Base+a.path)
	if a.integrity != "" {
		h.attr("integrity", a.integrity)
	}
	h.raw("></script>\n")
}

// signup writes a form, which checks itself as it is filled in where there is a
// script for that.
func (s *site) signup(h *html, a *asked, p *form.Printer, part *form.Definition, state form.State) {
	content := p.HTML(part, state)
	if !s.has(signupScript, a.q) {
		h.out = append(h.out, content...)
		return
	}
	s.loads(h, signupScript)
	h.raw("<lagrum-signup").attr("definition", s.besideForm(a, definitionName))
	if part.IsScreened() {
		h.attr("screening", s.besideForm(a, screeningName))
	}
	h.raw(">\n")
	h.out = append(h.out, content...)
	h.raw("</lagrum-signup>\n")
}

// reading writes a notice, which tells where the reader is where there is a script
// for that.
func (s *site) reading(h *html, e *entry, q query, doc *notice.Doc) {
	var p notice.Printer
	if !s.has(noticeScript, q) {
		h.out = append(h.out, p.HTML(doc)...)
		return
	}
	s.loads(h, noticeScript)
	h.out = append(h.out, p.Element(doc, s.context(e, q).FullURL)...)
}

// scriptSwitch lets a reader compare the page with and without scripts.
func (s *site) scriptSwitch(h *html, lang *text.Language, of script, q query, address func(query) string) {
	if !s.Compare || s.scripts[of.name].path == "" {
		return
	}
	with, without := q, q
	with.script, without.script = "", scriptOff
	h.nav("lagrum-layers", lang.Serve.Scripts, []choice{
		{name: lang.Serve.ScriptsOn, url: address(with), current: q.script == ""},
		{name: lang.Serve.ScriptsOff, url: address(without), current: q.script != ""},
	})
}

// scriptOff is what an address says that wants a page without scripts.
const scriptOff = "off"

// readScript gives the choice of an address.
func (s *site) readScript(value string) string {
	if value == scriptOff && len(s.scripts) > 0 {
		return scriptOff
	}
	return ""
}
