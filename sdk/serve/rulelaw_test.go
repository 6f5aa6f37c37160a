package serve

import (
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/lint"
)

// A provision of the GDPR that was read does not vouch for its counterpart.
func TestProvisionsAreMarkedEachOnItsOwn(t *testing.T) {
	lines := provisions(lint.Cite{GDPR: "13(1)(c)", Source: "the text", Verified: true})
	if len(lines) < 2 || lines[0] != "Article 13(1)(c), GDPR (verified). Source: the text" {
		t.Fatalf("got %q", lines)
	}
	found := false
	for _, line := range lines[1:] {
		if strings.Contains(line, "2018/1725") {
			found = true
			if !strings.Contains(line, "15(1)(c)") || !strings.Contains(line, "(not verified)") {
				t.Errorf("got %q, want 15(1)(c), not verified", line)
			}
		}
	}
	if !found {
		t.Errorf("the counterpart is missing: %q", lines)
	}
}
