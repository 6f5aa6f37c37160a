package serve

import (
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
)

// How much one request may bring.
const (
	mostText   = 1 << 20  // bytes of answers, escaped as they are sent
	mostFiles  = 64 << 20 // bytes of files; more if the form takes larger ones
	mostValues = 1000     // answers beyond one a field, as form.Check has it
)

// urlencodedType and multipartType are how browsers send forms (HTML Living
// Standard, 4.10.22.5).
const (
	urlencodedType = "application/x-www-form-urlencoded"
	multipartType  = "multipart/form-data"
)

// jsonType is how programs send them, and formTypes are all that are read.
const jsonType = "application/json"

var formTypes = []string{urlencodedType, multipartType, jsonType}

// isJSON reports whether a request brings JSON.
func isJSON(r *http.Request) bool {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return kind == jsonType
}

// isPacked reports whether the body is in a coding, such as gzip. None is read.
func isPacked(r *http.Request) bool {
	coding := header(r, "Content-Encoding")
	return coding != "" && !strings.EqualFold(coding, "identity")
}

// A sent is what a request brought.
type sent struct {
	values []form.Value
	stamp  string
	cut    string // the file at which reading ended, since it is too large, by the field's name
}

// A reader takes the answers out of a request.
type reader struct {
	def  *form.Definition
	room int // how many bytes of text may still come
	seen int // how many answers have come
	sent sent
}

// readSent reads the answers to the form. The status is 0 if they could be
// read, else that of the problem.
func readSent(w http.ResponseWriter, r *http.Request, def *form.Definition) (sent, int) {
	kind, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || isPacked(r) {
		return sent{}, http.StatusUnsupportedMediaType
	}
	in := reader{def: def, room: mostText}
	switch kind {
	case urlencodedType:
		err = in.urlencoded(http.MaxBytesReader(w, r.Body, mostText))
	case multipartType:
		body := http.MaxBytesReader(w, r.Body, in.mostBytes())
		err = in.multipart(multipart.NewReader(body, parameters["boundary"]))
	case jsonType:
		in.sent.stamp = r.Header.Get(StampHeader)
		err = in.json(http.MaxBytesReader(w, r.Body, mostText))
	default:
		return sent{}, http.StatusUnsupportedMediaType
	}
	return in.sent, statusOf(err)
}

// statusOf gives the status for an error of reading; 0 for none.
func statusOf(err error) int {
	switch {
	case err == nil:
		return 0
	case isTooLarge(err):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, os.ErrDeadlineExceeded) || errors.Is(err, context.DeadlineExceeded):
		return http.StatusRequestTimeout
	}
	return http.StatusBadRequest
}

var errTooLarge = errors.New("serve: more answers than a form holds")

func isTooLarge(err error) bool {
	var most *http.MaxBytesError
	return errors.Is(err, errTooLarge) || errors.As(err, &most)
}

// mostBytes is how much may come in all. Files may be larger than the form
// takes, so that people are told of that.
func (in *reader) mostBytes() int64 {
	files, takes := false, int64(0)
	for i := range in.def.Fields {
		if f := &in.def.Fields[i]; f.Control == policy.FileControl {
			files, takes = true, takes+int64(f.MaxBytes)
		}
	}
	if !files {
		return mostText
	}
	return mostText + max(mostFiles, 2*takes)
}

// next counts the answers.
func (in *reader) next() error {
	if in.seen++; in.seen > len(in.def.Fields)+mostValues {
		return errTooLarge
	}
	return nil
}

// errStamps says that what was sent has two stamps, of which one would be as good as
// the other.
var errStamps = errors.New("serve: two stamps")

// add takes an answer, in Unicode form NFC, as form.Check wants it.
func (in *reader) add(v form.Value) error {
	if v.Name == stampName {
		if in.sent.stamp != "" && in.sent.stamp != v.Text {
			return errStamps
		}
		in.sent.stamp = v.Text
		return nil
	}
	v.Text = norm.NFC.String(v.Text)
	in.sent.values = append(in.sent.values, v)
	return nil
}

func (in *reader) urlencoded(body io.Reader) error {
	text, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	for pair := range strings.SplitSeq(string(text), "&") {
		name, value, _ := strings.Cut(pair, "=")
		if err = in.next(); err != nil {
			return err
		}
		if name, err = url.QueryUnescape(name); err != nil {
			return err
		}
		if value, err = url.QueryUnescape(value); err != nil {
			return err
		}
		if name != "" {
			err = in.add(form.Value{Name: name, Text: value})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// json reads what programs send: an object, as form.ReadValues has it.
func (in *reader) json(body io.Reader) error {
	text, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	n, err := wire.Read(text, wire.Limits{Bytes: mostText, Depth: 3, Nodes: 1 << 14, Members: 2 * mostValues})
	if err != nil {
		return err
	}
	for _, c := range n.Children {
		if c.Kind == wire.Object && !in.isFile(c.Name) {
			return errNoFile
		}
	}
	values, err := form.ValuesOf(n)
	for _, v := range values {
		if err == nil {
			err = in.next()
		}
		if err == nil {
			err = in.add(v)
		}
	}
	return err
}

// errNoFile says that a file was sent where a form takes none.
var errNoFile = errors.New("serve: a file where none is asked for")

// isFile reports whether the field takes files, or is none of the form.
func (in *reader) isFile(name string) bool {
	f := in.def.Field(name)
	return f == nil || f.Control == policy.FileControl
}

func (in *reader) multipart(body *multipart.Reader) error {
	for in.sent.cut == "" {
		part, err := body.NextPart()
		if err == io.EOF {
			return nil
		}
		if err := errors.Join(err, in.next()); err != nil {
			return err
		}
		f := in.def.Field(part.FormName())
		if part.FileName() != "" || f != nil && f.Control == policy.FileControl {
			err = in.file(part, f)
		} else {
			err = in.text(part)
		}
		if err != nil {
			return err
		}
	}
	return nil // the rest does not come
}

func (in *reader) text(part *multipart.Part) error {
	text, err := io.ReadAll(io.LimitReader(part, int64(in.room)+1))
	if err != nil {
		return err
	}
	if in.room -= len(text); in.room < 0 {
		return errTooLarge
	}
	if name := part.FormName(); name != "" {
		return in.add(form.Value{Name: name, Text: string(text)})
	}
	return nil
}

// file takes the name, type and size of a file; what is in it is read and let
// go. A field without a file comes as a file without a name.
func (in *reader) file(part *multipart.Part, f *form.Field) error {
	size, err := io.Copy(io.Discard, part)
	if f == nil || f.Control != policy.FileControl {
		return err
	}
	if isTooLarge(err) {
		in.sent.cut, err = f.Name, nil
	}
	if name := part.FileName(); name != "" && err == nil {
		kind, _, _ := mime.ParseMediaType(part.Header.Get("Content-Type"))
		err = in.add(form.Value{Name: f.Name, Text: name, Type: kind, Size: int(size)})
	}
	return err
}
