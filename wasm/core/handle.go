package core

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
)

// limits bound a request.
var limits = wire.Limits{Bytes: 1 << 20, Depth: 32, Nodes: 1 << 16, Members: 512}

// Handle answers a request of any kind and holds nothing after it; see
// [Door.Handle]. Several goroutines may call it at once.
func Handle(request []byte) []byte { return new(Door).Handle(request) }

// A Door answers requests of every kind. The zero Door is open. It is for one
// goroutine at a time.
type Door struct {
	forms     Forms
	screening Screening
}

// Handle answers a request: a JSON object whose member "op" names the operation.
// The answer is a JSON object too. That to a request which cannot be answered has
// the one member "error", which names what is at fault: "request" where it is no
// JSON object within the limits, "op" where there is no such operation, or else a
// member of the request.
func (d *Door) Handle(data []byte) []byte {
	d.forms.reads = form.ReadNode
	r, ok := d.forms.read(data)
	if !ok {
		return fail("request")
	}
	switch r.StrOf("op") {
	case "receipt":
		return r.answer(r.receipt())
	case "withdrawal":
		return r.answer(r.withdrawal())
	case "decide":
		return r.answer(r.decide())
	case "stands":
		return r.answer(r.stands())
	case "choose", "choice":
		return Choose(data)
	case "notice":
		return r.answer(r.notice())
	case "screening", "screen":
		return d.screening.Handle(data)
	}
	return r.aboutForms()
}

// Forms answers requests about forms, and holds the definitions that were loaded.
// It is what a page needs on which people sign up. What free text tells, it does not
// look at: that is [Screening]. The zero Forms is ready. It is for one goroutine at a
// time.
type Forms struct {
	reads  func(wire.Node) *form.Definition // how it reads a definition, if not without the screening
	loaded [maxLoaded]loaded
	number int // the number that was given out last
	bytes  int // of requests that loaded one
}

// Handle answers as [Door.Handle] does, the operations load, drop, check, form,
// problems and received.
func (f *Forms) Handle(data []byte) []byte {
	r, ok := f.read(data)
	if !ok {
		return fail("request")
	}
	return r.aboutForms()
}

func (f *Forms) read(data []byte) (*request, bool) {
	n, err := wire.Read(data, limits)
	return &request{Node: n, forms: f, size: len(data)}, err == nil && n.Kind == wire.Object
}

func (r *request) aboutForms() []byte {
	switch r.StrOf("op") {
	case "load":
		return r.answer(r.load())
	case "drop":
		return r.answer(r.drop())
	case "check":
		return r.answer(r.check())
	case "form":
		return r.answer(r.form())
	case "problems":
		return r.answer(r.problems())
	case "received":
		return r.answer(r.received())
	}
	return fail("op")
}

// answer gives the answer, unless a member is at fault.
func (r *request) answer(out []byte) []byte {
	if r.fault != "" {
		return fail(r.fault)
	}
	return out
}

// A request is what was asked. Its methods read members; the first member that is
// not as it must be is noted in fault.
type request struct {
	wire.Node
	forms *Forms
	size  int // in bytes
	fault string
}

// blame notes that the member is at fault, if none is yet, unless it is right.
func (r *request) blame(member string, right bool) bool {
	if !right && r.fault == "" {
		r.fault = member
	}
	return right
}

// small gives a number from 0 to most, and 0 for anything else.
func small(n wire.Node, name string, most int64) int {
	v, ok := n.Get(name).Int()
	if !ok || v < 0 || v > most {
		return 0
	}
	return int(v)
}

// day reads a day that must be there.
func (r *request) day(name string) date.Date {
	day, ok := date.Parse(r.StrOf(name))
	r.blame(name, ok)
	return day
}

// html is the answer that holds HTML.
func html(out []byte) []byte {
	return wire.NewWriter(nil).BeginObject().Key("html").String(string(out)).EndObject().Bytes()
}
