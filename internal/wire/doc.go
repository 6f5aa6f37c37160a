// Package wire is the one JSON writer and the one JSON reader of the portable
// core. The writer appends and needs no reflection; the reader takes input from
// strangers: it is bounded, strict, and gives a small tree.
//
//	var w wire.Writer
//	w.BeginObject()
//	w.Key("id").String("course-7")
//	w.Key("fields").BeginArray()
//	w.String("name").String("school")
//	w.EndArray()
//	w.EndObject()
//
//	form, err := wire.Read(w.Bytes(), wire.Limits{})
//	id, ok := form.Get("id").Str()
package wire
