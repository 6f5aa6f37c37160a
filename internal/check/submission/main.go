// Submission compares what form.Check and the JSON Schemas of forms say of the
// same submissions, with ajv to read the schemas, and fails on every difference
// that has no explanation.
//
//	go run ./internal/check/submission
//
// It wants Node and the npm packages of internal/browser. SUBMISSION_COUNT says
// how many submissions of each form to make beside those with each single fault,
// and SUBMISSION_SEED from what.
package main

import (
	"fmt"

	"github.com/lagrum/lagrum/internal/crosscheck"
	"github.com/lagrum/lagrum/internal/submission"
	"github.com/lagrum/lagrum/internal/tree"
)

func main() { crosscheck.Main("submission", compare) }

// compare prints the counts and the first differences, and counts these.
func compare() (int, error) {
	count, err := crosscheck.Setting("SUBMISSION_COUNT", 1000, 0)
	if err != nil {
		return 0, err
	}
	seed, err := crosscheck.Setting("SUBMISSION_SEED", 1, 0)
	if err != nil {
		return 0, err
	}
	root, err := tree.Root()
	if err != nil {
		return 0, err
	}
	forms, err := submission.Forms(root)
	if err != nil {
		return 0, err
	}
	ajv, err := submission.Ajv(root)
	if err != nil {
		return 0, err
	}
	var counts []submission.Count
	var complaints []submission.Complaint
	for _, d := range forms {
		trial, err := submission.NewTrial(root, d, seed, int(count))
		if err != nil {
			return 0, err
		}
		c, more, err := trial.Compare(ajv)
		if err != nil {
			return 0, fmt.Errorf("%s/%s: %w", d.Policy, d.Form, err)
		}
		counts, complaints = append(counts, c), append(complaints, more...)
	}
	fmt.Print(submission.Report(counts))
	return crosscheck.Show(complaints), nil
}
