package core

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/form"
)

// Screening answers requests about what free text tells, and holds what it was
// given to know that by, for one form at a time. It is apart from [Forms] because few
// pages need it, and what it is given weighs more than a form. The zero Screening is
// ready. It is for one goroutine at a time.
type Screening struct {
	loaded *form.Screening
	bytes  int
}

// Kept gives how many bytes the request had that was loaded last.
func (s *Screening) Kept() int { return s.bytes }

// Handle answers as [Door.Handle] does, the operations screening and screen.
func (s *Screening) Handle(data []byte) []byte {
	n, err := wire.Read(data, limits)
	if err != nil || n.Kind != wire.Object {
		return fail("request")
	}
	switch n.StrOf("op") {
	case "screening":
		return s.load(n, len(data))
	case "screen":
		return s.screen(n)
	}
	return fail("op")
}

// load takes in what a form is screened with. The request has screening, as package
// form writes it. What comes back is empty. Where there was another already, that is let
// go and "full" is at fault: load again.
func (s *Screening) load(n wire.Node, size int) []byte {
	if s.loaded != nil {
		*s = Screening{}
		return fail("full")
	}
	from := n.Get("screening")
	if from.Kind != wire.Object || len(from.Get("fields").Children) > maxFields {
		return fail("screening")
	}
	s.loaded, s.bytes = form.ReadScreening(from), size
	return []byte("{}")
}

// screen looks at the text of a field. The request has field, text, and may have keep,
// which is true if the person wants the text sent as it is. What comes back has
// problems, as those of check.
func (s *Screening) screen(n wire.Node) []byte {
	field := n.StrOf("field")
	if s.loaded == nil || !s.loaded.Has(field) {
		return fail("field")
	}
	text, ok := n.Get("text").Str()
	if !ok {
		return fail("text")
	}
	problems := s.loaded.Check(field, text, n.Is("keep"))
	return wire.NewWriter(nil).BeginObject().Key("problems").Raw(string(form.AppendProblems(nil, problems))).EndObject().Bytes()
}
