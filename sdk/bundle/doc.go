// Package bundle writes what a static host needs to show the notices and forms of
// policies: pages that work without script, the forms and notices as files for the
// widgets, the widgets, and the headers that a careful site sends with them.
//
//	files, err := bundle.Files(docs, bundle.Options{Widgets: wasm.Dist(), Action: "https://forms.school.example"})
//	if err != nil {
//		return err
//	}
//	err = bundle.Write("public", files)
//
// [Files] reads and writes nothing else: what a folder gets is what it gives. [Write]
// leaves alone what it did not write itself.
package bundle
