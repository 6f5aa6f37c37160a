package edge_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/lagrum/lagrum/sdk/edge"
)

// What goes wrong inside is a 500 that programs can read, and ends nothing.
func ExampleHandler() {
	h := edge.Handler(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("a mistake") }), nil)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/course", nil))
	fmt.Print(w.Code, " ", w.Body)
	// Output: 500 {"title":"Internal Server Error","status":500}
}

// The statements of the migrations are those of every other database.
func ExampleMigrations() {
	list, err := edge.Migrations()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(list[0].Name)
	// Output: 00001_ledger.sql
}
