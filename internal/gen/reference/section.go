package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/internal/gen/comments"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A section tells of one struct of the model.
type section struct {
	typ    reflect.Type
	name   string // in words: "code of conduct"
	about  string
	places []place // where it stands
	rows   []row
	words  []choice
}

// A place is a key under which a struct stands.
type place struct{ owner, key string }

// A row tells of one field.
type row struct{ key, write, about string }

// A choice is the words that a field may have.
type choice struct {
	heading string // where the words are listed
	again   bool   // the heading is that of another field, which has the same words
	list    []comments.Value
}

// A reader makes the sections, each struct once, in the order in which they are
// reached from the document.
type reader struct {
	comments *comments.Comments
	sections []*section
	listed   map[reflect.Type]choice // by the type of the words
}

// read gives the sections of the model.
func read(c *comments.Comments) ([]*section, error) {
	r := reader{comments: c, listed: map[reflect.Type]choice{}}
	if _, err := r.section(reflect.TypeFor[policy.Document]()); err != nil {
		return nil, err
	}
	return r.sections, nil
}

// section gives the section of a struct, and adds it if it is a new one.
func (r *reader) section(t reflect.Type) (*section, error) {
	if i := slices.IndexFunc(r.sections, func(s *section) bool { return s.typ == t }); i >= 0 {
		return r.sections[i], nil
	}
	s := &section{typ: t, name: words(t.Name()), about: r.about(t)}
	r.sections = append(r.sections, s)
	if s.about == "" {
		return nil, fmt.Errorf("%s has no comment", t)
	}
	for i := range t.NumField() {
		if err := r.field(s, t.Field(i)); err != nil {
			return nil, fmt.Errorf("%s.%s: %w", t, t.Field(i).Name, err)
		}
	}
	return s, nil
}

// about is the comment of a struct, with its name in words.
func (r *reader) about(t reflect.Type) string {
	about := r.comments.Of(t, "")
	if i := strings.Index(about, t.Name()); i > 0 {
		about = about[:i] + words(t.Name()) + about[i+len(t.Name()):]
	}
	return about
}

func (r *reader) field(s *section, f reflect.StructField) error {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	about := r.comments.Of(s.typ, f.Name)
	if key == "" || about == "" {
		return fmt.Errorf("a field of the model has a json name and a comment")
	}
	list, err := r.choices(f)
	if err != nil {
		return err
	}
	var write string
	if len(list) > 0 {
		c := r.choice(s, key, f.Type, list)
		s.words = append(s.words, c)
		write = c.written(f.Type.Kind() == reflect.Slice)
	} else if write, err = written(f); err != nil {
		return err
	}
	s.rows = append(s.rows, row{key, write, about})
	if t := structure(f.Type); t != nil {
		part, err := r.section(t)
		if err != nil {
			return err
		}
		part.places = append(part.places, place{s.name, key})
	}
	return nil
}

// choices gives the words that a field may have, in the order of its tag, each
// with the comment of its constant.
func (r *reader) choices(f reflect.StructField) ([]comments.Value, error) {
	_, names, ok := strings.Cut(f.Tag.Get("validate"), "oneof=")
	if !ok {
		return nil, nil
	}
	known := r.comments.Values(bare(f.Type))
	var list []comments.Value
	for _, word := range strings.Fields(names) {
		i := slices.IndexFunc(known, func(v comments.Value) bool { return v.Word == word })
		if i < 0 {
			return nil, fmt.Errorf("%s has no constant for %q", bare(f.Type), word)
		}
		list = append(list, known[i])
	}
	return list, nil
}

// choice notes where the words are listed: once, at the first field that has them.
func (r *reader) choice(s *section, key string, t reflect.Type, list []comments.Value) choice {
	c := choice{heading: title(s.name) + ": " + key, list: list}
	t = bare(t)
	if before, ok := r.listed[t]; ok && slices.Equal(before.list, list) {
		return choice{before.heading, true, list}
	}
	r.listed[t] = c
	return c
}

// bare is the type of an entry, or of what a pointer leads to.
func bare(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// structure is the struct of the model that a field leads to, or nil.
func structure(t reflect.Type) reflect.Type {
	if t = bare(t); t.Kind() == reflect.Struct && t.PkgPath() == reflect.TypeFor[policy.Document]().PkgPath() {
		return t
	}
	return nil
}
