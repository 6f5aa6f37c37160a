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
	"os"
	"strconv"

	"github.com/lagrum/lagrum/internal/submission"
	"github.com/lagrum/lagrum/internal/tree"
)

func main() {
	complaints, err := compare()
	if err != nil {
		fmt.Fprintln(os.Stderr, "submission:", err)
		os.Exit(1)
	}
	for i, c := range complaints {
		if i == 20 {
			fmt.Fprintln(os.Stderr, "and more")
			break
		}
		fmt.Fprintln(os.Stderr, c)
	}
	if len(complaints) > 0 {
		fmt.Fprintf(os.Stderr, "submission: %d differences are not explained\n", len(complaints))
		os.Exit(1)
	}
}

// compare prints the counts and gives the complaints.
func compare() ([]submission.Complaint, error) {
	count, err := setting("SUBMISSION_COUNT", 1000)
	if err != nil {
		return nil, err
	}
	seed, err := setting("SUBMISSION_SEED", 1)
	if err != nil {
		return nil, err
	}
	root, err := tree.Root()
	if err != nil {
		return nil, err
	}
	forms, err := submission.Forms(root)
	if err != nil {
		return nil, err
	}
	ajv, err := submission.Ajv(root)
	if err != nil {
		return nil, err
	}
	var counts []submission.Count
	var complaints []submission.Complaint
	for _, d := range forms {
		trial, err := submission.NewTrial(root, d, seed, int(count))
		if err != nil {
			return nil, err
		}
		c, more, err := trial.Compare(ajv)
		if err != nil {
			return nil, fmt.Errorf("%s/%s: %w", d.Policy, d.Form, err)
		}
		counts, complaints = append(counts, c), append(complaints, more...)
	}
	fmt.Print(submission.Report(counts))
	return complaints, nil
}

// setting reads a number from the environment.
func setting(name string, otherwise uint64) (uint64, error) {
	text := os.Getenv(name)
	if text == "" {
		return otherwise, nil
	}
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil {
		return 0, fmt.Errorf("%s is no number that will do", name)
	}
	return n, nil
}
