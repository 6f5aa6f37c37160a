// Package policyfile reads policies from YAML and JSON files.
//
// A [File] holds the document, what is wrong with the file's shape, and the
// place of every value, so that whatever is found later can be shown where it
// stands.
//
//	file, err := policyfile.Load("policy.yaml")
//	if err != nil {
//		return err // the file could not be read
//	}
//	findings := file.Findings
//	if file.Doc != nil {
//		findings = append(findings, lint.Check(file.Doc)...)
//	}
//	for _, f := range file.Place(findings) {
//		fmt.Println(f) // policy.yaml:12:5: error: "titel" is not a key here; did you mean "title"? [key-unknown]
//	}
//
// The shape is checked strictly: unknown and repeated keys, values of the wrong
// kind and badly written values are findings, all of them, each with line and
// column. What is merely absent is not a matter of shape; package lint judges it.
//
// Text is taken as it is written, whatever YAML would make of it: "country: NO"
// is Norway, "version: 1.10" is not 1.1, and "no:" is the key of a text in
// Norwegian. The words true and false, and nothing else, are yes and no.
//
// # Findings
//
// The codes are stable. The file as a whole: file-empty, file-too-large,
// encoding-utf8, encoding-utf16, encoding-character, encoding-bom (a warning),
// document-second, syntax, too-deep, too-many-values, too-many-findings. Keys:
// key-unknown, key-duplicate, key-merge. Values: type-wrong, value-missing,
// format-wrong, tag-refused, alias-cycle, alias-too-many. [Explain] tells what each
// means. A value with a finding is left out of the document; the rest is read. Only
// a word in the place of a list is taken for the list's one entry. What rules then
// say of the value that is left out, [File.Place] drops.
//
// # Comments that ignore
//
// A comment "# lagrum:ignore CODE reason" silences a rule of package lint for the
// value that begins on its line, or on the line below if the comment stands alone;
// see [File.Sift]. What is wrong with such comments is a finding of Sift:
// ignore-code-unknown, ignore-reason-missing, ignore-unused (a warning).
//
// # Fixes
//
// Where nobody could have meant anything else, a finding has a [diag.Fix], and
// [File.Fix] gives the text with the right words in it.
//
// # What is refused
//
// Merge keys ("<<") and tags ("!!int") are refused. They are no part of JSON,
// the schema of policies cannot see through them, and whoever reads a policy
// must find each statement where it applies. Anchors and aliases may be used.
//
// The key "$schema" may stand at the top, for editors, and is not kept.
package policyfile
