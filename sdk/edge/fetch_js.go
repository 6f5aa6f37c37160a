//go:build js && wasm

package edge

import (
	"context"
	"io"
	"net/http"
	"syscall/js"
)

// fetch answers a Request of the Fetch Standard with a Response.
func fetch(handler http.Handler, request js.Value) js.Value {
	r, err := readRequest(request)
	if err != nil {
		a := &answer{}
		a.problem(http.StatusBadRequest)
		return a.response()
	}
	return answerOf(handler, r, Logger()).response()
}

func readRequest(v js.Value) (*http.Request, error) {
	header := http.Header{}
	entries := js.Global().Get("Array").Call("from", v.Get("headers").Call("entries"))
	for i := range entries.Length() {
		header.Add(entries.Index(i).Index(0).String(), entries.Index(i).Index(1).String())
	}
	var b io.ReadCloser
	if stream := v.Get("body"); stream.Type() == js.TypeObject {
		b = &body{stream: stream}
	}
	return newRequest(v.Get("method").String(), v.Get("url").String(), header.Get("Cf-Connecting-Ip"), header, b)
}

// response gives the answer as a Response.
func (a *answer) response() js.Value {
	headers := js.Global().Get("Headers").New()
	for name, values := range a.header {
		for _, value := range values {
			headers.Call("append", name, value)
		}
	}
	content := js.Null()
	if len(a.body) > 0 {
		content = octetsOf(a.body)
	}
	return js.Global().Get("Response").New(content, map[string]any{"status": a.status, "headers": headers})
}

// A body is that of a request, read as it comes in.
type body struct {
	stream js.Value // a ReadableStream
	reader js.Value // of the stream, once somebody reads: until then the runtime may
	rest   []byte   // came in, and was not read yet
	done   bool
}

func (b *body) Read(p []byte) (int, error) {
	for len(b.rest) == 0 {
		if b.done {
			return 0, io.EOF
		}
		if b.reader.IsUndefined() {
			b.reader = b.stream.Call("getReader")
		}
		chunk, err := await(context.Background(), b.reader.Call("read"))
		if err != nil {
			return 0, err
		}
		if b.done = chunk.Get("done").Bool(); !b.done {
			b.rest = bytesOf(chunk.Get("value"))
		}
	}
	n := copy(p, b.rest)
	b.rest = b.rest[n:]
	return n, nil
}

func (b *body) Close() error {
	b.rest, b.done = nil, true
	return nil
}
