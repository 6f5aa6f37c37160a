package main

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
)

// open gets the form, to learn its stamp.
func (t *trial) open() error {
	w := httptest.NewRecorder()
	t.handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, t.address, nil))
	root, err := html.Parse(w.Body)
	if err != nil {
		return err
	}
	for n := range root.Descendants() {
		if attribute(n, "name") == "lagrum-stamp" {
			t.stamp = attribute(n, "value")
			return nil
		}
	}
	return fmt.Errorf("%s: %d, and no stamp in it", t.address, w.Code)
}

// send sends the text in all fields, as a browser does.
func (t *trial) send(text, normal string) error {
	kind, body, err := t.body(text)
	if err != nil {
		return err
	}
	r := httptest.NewRequest(http.MethodPost, t.address, strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	w := httptest.NewRecorder()
	t.handler.ServeHTTP(w, r)
	switch w.Code {
	case http.StatusOK:
		return sound(w.Body.Bytes(), nil, normal)
	case http.StatusUnprocessableEntity:
		return sound(w.Body.Bytes(), t.def.First(), normal)
	}
	return fmt.Errorf("the answer is %d", w.Code)
}

func (t *trial) body(text string) (kind, body string, err error) {
	values, files := url.Values{"lagrum-stamp": {t.stamp}}, []string(nil)
	for i := range t.def.Fields {
		if f := &t.def.Fields[i]; f.Control == policy.FileControl && !strings.ContainsFunc(text, isForbidden) { // no header may hold those
			files = append(files, f.Name)
		} else {
			values.Set(f.Name, text)
		}
	}
	if len(files) == 0 {
		return "application/x-www-form-urlencoded", values.Encode(), nil
	}
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for name, list := range values {
		if err := w.WriteField(name, list[0]); err != nil {
			return "", "", err
		}
	}
	for _, name := range files {
		if _, err := w.CreateFormFile(name, text); err != nil {
			return "", "", err
		}
	}
	err = w.Close()
	return w.FormDataContentType(), b.String(), err
}

// elements are all that a page with a form has.
const elements = " html head meta title link body header nav main section div p span a ul li h1 h2 h3 form fieldset legend label " +
	"input select option textarea button details summary dl dt dd "

// sound looks whether a page is as it must be: of the elements that it has by
// itself, with links to its own site only. Where it shows the form again, its
// fields hold the text.
func sound(page []byte, d *form.Definition, text string) error {
	if !utf8.Valid(page) {
		return fmt.Errorf("the page is no UTF-8")
	}
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return err
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if !strings.Contains(elements, " "+n.Data+" ") {
			return fmt.Errorf("the page has the element %s", n.Data)
		}
		for _, a := range n.Attr {
			leads := a.Key == "href" || a.Key == "action"
			if a.Key == "style" || a.Key == "src" || strings.HasPrefix(a.Key, "on") || leads && (a.Val == "" || a.Val[0] != '/' && a.Val[0] != '#') {
				return fmt.Errorf("the page has the attribute %s on %s", a.Key, n.Data)
			}
		}
		if d != nil && d.Field(attribute(n, "name")) != nil && !shows(n, d.Field(attribute(n, "name")), text) {
			return fmt.Errorf("field %s does not hold what was typed", attribute(n, "name"))
		}
	}
	return nil
}

// shows reports whether a control holds the text. One that is chosen from holds
// only what it offers; a number that is converted is not shown; and characters
// that no page may have are not there.
func shows(n *html.Node, f *form.Field, text string) bool {
	if f.Was != "" || !utf8.ValidString(text) || strings.ContainsFunc(text, isForbidden) {
		return true
	}
	switch kind := attribute(n, "type"); {
	case n.Data == "textarea":
		var held strings.Builder
		for c := range n.ChildNodes() {
			held.WriteString(c.Data)
		}
		return held.String() == text
	case n.Data == "input" && kind != "checkbox" && kind != "radio" && kind != "file":
		return attribute(n, "value") == text
	}
	return true
}

// isForbidden reports whether HTML does not have the character, or a parser
// changes it (HTML Living Standard, 13.2.3.5).
func isForbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || 0x7f <= r && r <= 0x9f || r&0xfffe == 0xfffe || 0xfdd0 <= r && r <= 0xfdef
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
