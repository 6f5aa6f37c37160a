package storetest

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
)

// Run runs the whole suite. Open gives an empty store, another one with each
// call, and closes it with t.Cleanup.
func Run(t *testing.T, open func(t *testing.T) ledger.Store) {
	cases := []struct {
		name string
		test func(t *testing.T, s ledger.Store)
	}{
		{"Empty", testEmpty},
		{"RowsComeBackAsTheyWere", testRows},
		{"ManyRowsAtOnce", testManyRows},
		{"ConflictLeavesNothing", testConflict},
		{"LogsAreSeparate", testSeparate},
		{"EraseLeavesHashes", testEraseRows},
		{"Cancelled", testCancelled},
		{"AppendIsIdempotent", testIdempotent},
		{"HistoriesContinue", testHistories},
		{"LookUps", testLookUps},
		{"ManyWriters", testManyWriters},
		{"OneOfManyContinues", testOneContinues},
		{"OneKeyFromMany", testOneKey},
		{"Erasure", testErasure},
		{"ErasureAmongWriters", testErasureAmongWriters},
		{"Restriction", testRestriction},
		{"RetentionIsDue", testDue},
		{"RetentionWithoutDecision", testRetainWithoutDecision},
		{"RetentionHeld", testRetainHolds},
		{"RetentionOfSeveralActivities", testRetainSeveral},
		{"RetentionAmongWriters", testRetainAmongWriters},
		{"RetentionByOtherRules", testRetainRules},
		{"RetentionMisused", testRetainMisuse},
		{"Checkpoints", testCheckpoints},
		{"Proofs", testProofs},
		{"Consistency", testConsistency},
		{"ExportAndImport", testTransfer},
		{"Tampering", testTampering},
		{"LosingTheEnd", testRollback},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
}
