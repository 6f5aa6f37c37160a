// Package choices makes what a panel needs in which visitors choose what may be
// stored on their device (Directive 2002/58/EC Article 5(3)): of a policy, in one
// language, the consents of the kind [policy.DeviceStorage] with the technologies
// that need them, those that the service cannot do without, and all words.
//
//	p, err := choices.Derive(doc, form.Context{Language: locale.DA, Sum: sum})
//	if err != nil {
//		return err
//	}
//	os.WriteFile("choices.da.json", p.AppendJSON(nil), 0o644)
//
// The file is the same for all visitors. The element <lagrum-choices> draws the
// panel from it, and package core under wasm decides in the browser what an answer
// comes to.
package choices
