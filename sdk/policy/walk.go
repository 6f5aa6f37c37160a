package policy

import (
	"strconv"

	"github.com/lagrum/lagrum/sdk/diag"
)

//go:generate go run ../../internal/gen/walk

// A Visitor says what [Document.Walk] is to call. A nil function is skipped, so
// that a walk costs little more than what is asked for.
//
// Each function gets the path of what it visits, as a JSON Pointer with the
// names of the file.
type Visitor struct {
	// Text is called for every text that is not empty; field is its name in the file, such as "title".
	Text func(path diag.Path, field string, t Text)
	// Reference is called for every id that points to something else, with the kind of the thing:
	// the ref tag of the field, such as "party", "datum" or "act". Empty references are passed over;
	// an empty entry in a list of them is not.
	Reference func(path diag.Path, kind, id string)
	// Define is called for everything that has an id, also where the id is empty. The path is that of the thing.
	// The kind is the one that references use, and otherwise the name of the type in lower case with hyphens:
	// act, party, processor, scope, responsibility, subject, circumstance, datum, purpose (parts of purposes too),
	// activity, recipient, system, access, visibility, retention, consent, form, field, technology, measure,
	// code-of-conduct, declaration, text-rule, contact, link, advice.
	// The id of a field need only be unique in its form, and may be left out.
	Define func(path diag.Path, kind, id string)
	// Citation is called for every citation, before the reference to its act.
	Citation func(path diag.Path, c *Citation)
}

// Walk visits everything in the document that v asks for, in the order of the
// struct, which is the order in which files are written. The functions may
// change what a pointer leads to, but no list while it is walked.
func (d *Document) Walk(v Visitor) {
	w := walker{Visitor: v, path: make([]byte, 0, 128)}
	w.document(d)
}

// A walker keeps the path of the place it is at in one buffer. A Path is made
// of it only where a function is called.
type walker struct {
	Visitor
	path []byte
}

// enter goes to a member of an object. The names of the model need no escape.
func (w *walker) enter(name string) {
	w.path = append(w.path, '/')
	w.path = append(w.path, name...)
}

// index goes to an entry of a list.
func (w *walker) index(i int) {
	w.path = append(w.path, '/')
	w.path = strconv.AppendInt(w.path, int64(i), 10)
}

// at is the path of a member of the object that the walker is at.
func (w *walker) at(name string) diag.Path {
	n := len(w.path)
	w.enter(name)
	path := diag.Path(w.path)
	w.path = w.path[:n]
	return path
}

func (w *walker) define(kind, id string) {
	if w.Define != nil {
		w.Define(diag.Path(w.path), kind, id)
	}
}

func (w *walker) text(name string, t Text) {
	if w.Text != nil && len(t) > 0 {
		w.Text(w.at(name), name, t)
	}
}

func (w *walker) texts(name string, list []Text) {
	if w.Text == nil {
		return
	}
	for i, t := range list {
		if len(t) > 0 {
			w.Text(w.at(name).Index(i), name, t)
		}
	}
}

func (w *walker) reference(name, kind, id string) {
	if w.Reference != nil && id != "" {
		w.Reference(w.at(name), kind, id)
	}
}

func (w *walker) references(name, kind string, ids []string) {
	if w.Reference == nil {
		return
	}
	for i, id := range ids {
		w.Reference(w.at(name).Index(i), kind, id)
	}
}

func (w *walker) cite(c *Citation) {
	if w.Citation != nil {
		w.Citation(diag.Path(w.path), c)
	}
}

// one visits a part that may be missing.
func one[T any](w *walker, name string, part *T, visit func(*walker, *T)) {
	if part == nil {
		return
	}
	n := len(w.path)
	w.enter(name)
	visit(w, part)
	w.path = w.path[:n]
}

// each visits the entries of a list.
func each[T any](w *walker, name string, list []T, visit func(*walker, *T)) {
	n := len(w.path)
	w.enter(name)
	m := len(w.path)
	for i := range list {
		w.index(i)
		visit(w, &list[i])
		w.path = w.path[:m]
	}
	w.path = w.path[:n]
}
