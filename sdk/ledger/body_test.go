package ledger_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// example loads a policy of the examples.
func example(t *testing.T, name string) *policy.Document {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(root, "examples", name, "policy.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return policyfile.Parse(name, data).Doc
}

// A public body erases by the decision that its retention rule names. Without
// one, it restricts.
func TestDisposalDecisions(t *testing.T) {
	for _, name := range []string{"lartorget", "skolstaden", "hammarby"} {
		t.Run(name, func(t *testing.T) {
			doc := example(t, name)
			o := options(t)
			o.PublicBody = slices.ContainsFunc(doc.Parties, func(p policy.Party) bool { return p.PublicAuthority })
			log := open(t, ledger.Memory(), o)
			decided := 0
			for i := range doc.Retention {
				rule := &doc.Retention[i]
				id := fmt.Sprint("r-", rule.ID)
				if _, err := log.Append(t.Context(), id, yes(id)); err != nil {
					t.Fatal(err)
				}
				without := ledger.Disposal{Reason: rule.ID, By: "registrar"}
				var missing *ledger.DecisionError
				if _, err := log.Erase(t.Context(), id, without); !errors.As(err, &missing) || err.Error() != "ledger: restrict, decision missing" {
					t.Errorf("%s without a decision: %v", rule.ID, err)
				}
				if _, err := log.Restrict(t.Context(), id, without); err != nil {
					t.Fatal(err)
				}
				if rule.DisposalDecision == "" {
					continue
				}
				decided++
				with := without
				with.Decision = rule.DisposalDecision
				if _, err := log.Erase(t.Context(), id, with); err != nil {
					t.Errorf("%s with a decision: %v", rule.ID, err)
				}
			}
			if decided == 0 {
				t.Error("no rule names a decision")
			}
			report, err := log.Verify(t.Context(), ledger.Verification{})
			if err != nil || report.Findings != nil || report.Erased != int64(2*decided) {
				t.Errorf("report %+v, %v", report, err)
			}
		})
	}
}
