// Package export hands on findings, policies and consents in the formats that
// other programs read.
//
// A [Report] holds the findings of some files. [Report.SARIF] writes them for
// code scanning and for editors, [Report.JSON] for scripts, and
// [Report.Annotations] as the commands that GitHub turns into remarks on a change.
//
//	report := export.Report{Files: []export.File{{Name: "policy.yaml", Findings: found}}}
//	os.Stdout.Write(report.SARIF())
//
// A policy becomes a document of the Transparency Information Language with
// [TILT], or JSON-LD of the Data Privacy Vocabulary with [DPVPolicy]. What people
// answered becomes a [Kantara] receipt, a record or receipt of ISO/IEC TS 27560
// ([ISO27560Record], [ISO27560Receipt]) or JSON-LD ([DPVRecord], [DPVReceipt]).
// These need the policy under which the people were asked: a [MissingError] lists
// what it lacks. The page docs/exports.md tells where each member comes from.
//
// The same input gives the same bytes, whenever and wherever they are written.
package export
