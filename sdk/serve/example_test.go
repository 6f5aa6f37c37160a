package serve_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/serve"
)

func ExampleNew() {
	doc := &policy.Document{
		ID:        "evening-school",
		Languages: []locale.Tag{locale.SV, locale.EN},
		Title:     policy.Text{locale.SV: "Så används dina uppgifter", locale.EN: "How your data are used"},
	}
	handler, err := serve.New([]serve.Policy{{Doc: doc}}, serve.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	r := httptest.NewRequest(http.MethodGet, "/evening-school", nil)
	r.Header.Set("Accept-Language", "nb, en;q=0.8")
	r.Header.Set("Accept", "text/markdown")
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	first, _, _ := strings.Cut(w.Body.String(), "\n")
	fmt.Println(w.Code, w.Header().Get("Content-Language"), first)
	// Output: 200 en # How your data are used
}

// A host takes what people send; the reference is the same if they send it twice.
func ExampleDelivery() {
	kept := map[string]string{} // by reference
	doc := &policy.Document{
		ID:        "evening-school",
		Languages: []locale.Tag{locale.EN},
		Data:      []policy.Datum{{ID: "name", Label: policy.Text{locale.EN: "name"}}},
		Forms:     []policy.Form{{ID: "sign-up", Fields: []policy.Field{{Datum: "name", Required: true}}}},
	}
	handler, err := serve.New([]serve.Policy{{Doc: doc}}, serve.Options{
		FillTime: -1, // a program fills it in here
		Receive: func(_ context.Context, d serve.Delivery) error {
			kept[d.Reference] = string(d.Submission.AppendJSON(nil))
			return nil
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	page := httptest.NewRecorder()
	handler.ServeHTTP(page, httptest.NewRequest(http.MethodGet, "/evening-school/forms/sign-up", nil))
	_, stamp, _ := strings.Cut(page.Body.String(), `name="lagrum-stamp" value="`)
	stamp, _, _ = strings.Cut(stamp, `"`)
	for range 2 {
		values := url.Values{"lagrum-stamp": {stamp}, "name": {"Kim Alm"}}
		r := httptest.NewRequest(http.MethodPost, "/evening-school/forms/sign-up", strings.NewReader(values.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		fmt.Println(w.Code)
	}
	for _, answers := range kept {
		fmt.Println(answers)
	}
	// Output:
	// 200
	// 200
	// {"name":"Kim Alm"}
}

// A program asks for a form, and sends the answers with the stamp that it got.
func ExampleNew_program() {
	doc := &policy.Document{
		ID:        "evening-school",
		Languages: []locale.Tag{locale.EN},
		Data:      []policy.Datum{{ID: "name", Label: policy.Text{locale.EN: "name"}}},
		Forms:     []policy.Form{{ID: "sign-up", Fields: []policy.Field{{Datum: "name", Required: true}}}},
	}
	handler, err := serve.New([]serve.Policy{{Doc: doc}}, serve.Options{FillTime: -1})
	if err != nil {
		fmt.Println(err)
		return
	}
	ask := httptest.NewRequest(http.MethodGet, "/evening-school/forms/sign-up", nil)
	ask.Header.Set("Accept", "application/json")
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, ask)
	var form struct{ Action, Stamp string }
	if err := json.Unmarshal(w.Body.Bytes(), &form); err != nil {
		fmt.Println(err)
		return
	}
	for _, answers := range []string{`{}`, `{"name":"Kim Alm"}`} {
		send := httptest.NewRequest(http.MethodPost, form.Action, strings.NewReader(answers))
		send.Header.Set("Content-Type", "application/json")
		send.Header.Set(serve.StampHeader, form.Stamp)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, send)
		fmt.Println(w.Code, w.Header().Get("Content-Type"))
	}
	// Output:
	// 422 application/problem+json
	// 201 application/json
}
