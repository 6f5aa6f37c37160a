// Package export hands on what lint finds in the formats that other programs
// read.
//
// A [Report] holds the findings of some files. [Report.SARIF] writes them for
// code scanning and for editors, [Report.JSON] for scripts, and
// [Report.Annotations] as the commands that GitHub turns into remarks on a change.
//
//	report := export.Report{Files: []export.File{{Name: "policy.yaml", Findings: found}}}
//	os.Stdout.Write(report.SARIF())
//
// The same findings give the same bytes, whenever and wherever they are written.
package export
