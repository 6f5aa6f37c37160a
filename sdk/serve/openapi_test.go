package serve_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/lagrum/lagrum/internal/submission"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/serve"
)

// A description is what programs are told of a handler.
type description struct {
	Servers []struct{ URL string }
	Paths   map[string]struct {
		Parameters []parameter
		Get, Post  *operation
	}
	schemas *jsonschema.Compiler
}

type parameter struct {
	In, Name string
	Schema   struct{ Enum []string }
}

type operation struct {
	OperationID string
	RequestBody struct{ Content map[string]media }
	Responses   map[string]struct{ Content map[string]media }
}

type media struct{ Schema json.RawMessage }

func parsed(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return v
}

func described(t *testing.T, h http.Handler) *description {
	t.Helper()
	w := get(h, "/openapi.json")
	d := &description{schemas: jsonschema.NewCompiler()}
	if err := json.Unmarshal(w.Body.Bytes(), d); err != nil || w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/json" {
		t.Fatalf("%d %v", w.Code, err)
	}
	d.schemas.DefaultDraft(jsonschema.Draft2020)
	if err := d.schemas.AddResource("openapi.json", parsed(t, w.Body.Bytes())); err != nil {
		t.Fatal(err)
	}
	return d
}

// follows reports what is wrong with data by the schema at a place in the
// description, such as components/schemas/Problem.
func (d *description) follows(t *testing.T, place string, data []byte) error {
	t.Helper()
	s, err := d.schemas.Compile("openapi.json#/" + place)
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(parsed(t, data))
}

// escaped is a path as it stands in a JSON pointer (RFC 6901) in an address.
func escaped(path string) string {
	return strings.NewReplacer("/", "~1", "{", "%7B", "}", "%7D").Replace(path)
}

func TestOpenAPIIsOne(t *testing.T) {
	data, err := os.ReadFile("testdata/openapi-3.1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("openapi-3.1.json", parsed(t, data)); err != nil {
		t.Fatal(err)
	}
	official, err := c.Compile("openapi-3.1.json")
	if err != nil {
		t.Fatal(err)
	}
	reg := newRegistry(t)
	for name, h := range map[string]http.Handler{"forms": reg, "no form": handler(t, serve.Options{}), "all that there is": exampleForms(t, nil)} {
		body := get(h, "/openapi.json").Body.Bytes()
		if err := official.Validate(parsed(t, body)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		spoilt := bytes.Replace(body, []byte(`"paths"`), []byte(`"ways"`), 1)
		if err := official.Validate(parsed(t, spoilt)); err == nil {
			t.Errorf("%s: the official schema takes anything", name)
		}
		d := described(t, h)
		ids := map[string]bool{}
		for path, item := range d.Paths {
			for _, op := range []*operation{item.Get, item.Post} {
				if op == nil {
					continue
				}
				if ids[op.OperationID] {
					t.Errorf("%s: the operation %s is there twice", name, op.OperationID)
				}
				ids[op.OperationID] = true
				for status, answer := range op.Responses {
					for kind := range answer.Content {
						method := "get"
						if op == item.Post {
							method = "post"
						}
						if _, err := d.schemas.Compile("openapi.json#/paths/" + escaped(path) + "/" + method + "/responses/" + status + "/content/" + strings.ReplaceAll(kind, "/", "~1") + "/schema"); err != nil {
							t.Errorf("%s %s %s: %v", path, status, kind, err)
						}
					}
				}
			}
		}
	}
}

// exampleForms shows a policy that has one of everything; the function takes what
// is sent, as it is kept.
func exampleForms(t testing.TB, took func([]byte)) http.Handler {
	t.Helper()
	year, month, day := submission.Day.Year, time.Month(submission.Day.Month), submission.Day.Day
	h, err := serve.New([]serve.Policy{{Doc: submission.Policy()}}, serve.Options{
		FillTime: -1, PerMinute: -1, Now: func() time.Time { return time.Date(year, month, day, 12, 0, 0, 0, time.UTC) },
		Receive: func(_ context.Context, d serve.Delivery) error {
			if took != nil {
				took(d.Submission.AppendJSON(nil))
			}
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// What the description says is what happens: of each form it is asked for and sent
// in each of its languages and for each event, and every answer has a status and a
// shape that stand there.
func TestOpenAPIHolds(t *testing.T) {
	reg := newRegistry(t)
	d := described(t, reg)
	if len(d.Paths) != 8 || d.Servers[0].URL != "https://academy.example" {
		t.Fatalf("%d paths at %v", len(d.Paths), d.Servers)
	}
	for path, item := range d.Paths {
		if item.Post == nil {
			continue
		}
		for _, target := range targets(path, item.Parameters) {
			answered := func(op *operation, method string, w *httptest.ResponseRecorder) {
				t.Helper()
				kind := w.Header().Get("Content-Type")
				status := strconv.Itoa(w.Code)
				if _, ok := op.Responses[status].Content[kind]; !ok {
					t.Errorf("%s %s: %s %s is not described", method, target, status, kind)
					return
				}
				place := "paths/" + escaped(path) + "/" + method + "/responses/" + status + "/content/" + strings.ReplaceAll(kind, "/", "~1") + "/schema"
				if err := d.follows(t, place, w.Body.Bytes()); err != nil {
					t.Errorf("%s %s: %v", method, target, err)
				}
			}
			p := reg.fetch(t, target)
			answered(item.Get, "get", get(reg, target, "Accept", "application/json"))
			answered(item.Get, "get", get(reg, strings.Replace(target, "lang=", "lang=x", 1), "Accept", "application/json"))
			answered(item.Post, "post", sendJSON(t, reg, p.Action, map[string]any{"lagrum-stamp": p.Stamp}))
			answered(item.Post, "post", sendJSON(t, reg, p.Action, p.with(map[string]any{"news": true, "diet-yes": true, "lunch": "yes"})))
			answered(item.Post, "post", sendJSON(t, reg, p.Action, p.with(nil), "Sec-Fetch-Site", "cross-site"))
			answered(item.Post, "post", sendJSON(t, reg, p.Action, p.with(nil), "Content-Type", "text/plain", "Accept", "application/json"))
			answered(item.Post, "post", sendJSON(t, reg, p.Action, p.with(map[string]any{"question": strings.Repeat("x", 2<<20)})))
			answered(item.Post, "post", send(reg, p.Action, "application/json", "{", "Accept", ""))
		}
	}
}

// targets gives the addresses of a path with all choices of its parameters.
func targets(path string, parameters []parameter) []string {
	list := []string{path + "?"}
	for _, p := range parameters {
		var more []string
		for _, target := range list {
			for _, choice := range p.Schema.Enum {
				more = append(more, strings.Replace(target, "?", "?"+p.Name+"="+choice+"&", 1))
			}
		}
		list = more
	}
	return list
}

// What is received of many submissions follows the schema of what is sent, and
// what the schema refuses is never received.
func TestOpenAPIAgainstSubmissions(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	var kept []byte
	h := exampleForms(t, func(data []byte) { kept = data })
	d := described(t, h)
	forms, err := submission.Forms(root)
	if err != nil {
		t.Fatal(err)
	}
	received, refused := 0, 0
	for _, def := range forms {
		path := "/" + def.Policy + "/forms/" + def.Form
		if _, ok := d.Paths[path]; !ok {
			continue
		}
		trial, err := submission.NewTrial(root, def, 1, 10)
		if err != nil {
			t.Fatal(err)
		}
		p := read[program](t, get(h, path, "Accept", "application/json"))
		body := "paths/" + escaped(path) + "/post/requestBody/content/application~1json/schema"
		for _, sent := range trial.Telling() {
			if !bytes.HasPrefix(sent, []byte("{")) {
				continue
			}
			kept = nil
			w := send(h, path, "application/json", string(sent), "Accept", "", serve.StampHeader, p.Stamp)
			switch {
			case w.Code == http.StatusCreated && kept != nil:
				received++
				if strings.Contains(w.Body.String(), `"consent-void"`) { // sent, and taken out again
					continue
				}
				if err := d.follows(t, body, kept); err != nil {
					t.Errorf("%s: what was received does not follow the schema: %v", path, err)
				}
			case w.Code == http.StatusUnprocessableEntity || w.Code == http.StatusBadRequest:
				refused++
				if err := d.follows(t, "components/schemas/Problem", w.Body.Bytes()); err != nil {
					t.Errorf("%s: %v", path, err)
				}
			default:
				t.Errorf("%s: %d", path, w.Code)
			}
		}
	}
	if received < 50 || refused < 50 {
		t.Errorf("%d received, %d refused", received, refused)
	}
}
