package serve_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
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
