package wire_test

import (
	"fmt"

	"github.com/lagrum/lagrum/internal/wire"
)

func ExampleWriter() {
	var w wire.Writer
	w.BeginObject()
	w.Key("title").String("Parents & pupils")
	w.Key("fields").BeginArray()
	for _, name := range []string{"name", "school"} {
		w.BeginObject().Key("id").String(name).EndObject()
	}
	w.EndArray()
	w.EndObject()
	fmt.Printf("%s\n", w.Bytes())
	// Output: {"title":"Parents \u0026 pupils","fields":[{"id":"name"},{"id":"school"}]}
}

func ExampleRead() {
	doc, err := wire.Read([]byte(`{"form":"course-7","answers":[true,3]}`), wire.Limits{Bytes: 1024})
	if err != nil {
		fmt.Println(err)
		return
	}
	form, _ := doc.Get("form").Str()
	fmt.Println(form, len(doc.Get("answers").Children))
	// Output: course-7 2
}

func ExampleRead_refused() {
	_, err := wire.Read([]byte(`{"id":1,"id":2}`), wire.Limits{})
	fmt.Println(err)
	// Output: wire: a name stands twice in an object at byte 8
}
