package screening_test

import (
	"slices"
	"testing"

	"github.com/lagrum/lagrum/internal/screening"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/screen"
)

// The lexicons reach the aim on the half of the first sentences that nobody who
// wrote one has seen. Only counts are told, so that it stays unseen.
func TestScreeningIsRightOftenEnough(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	all := map[screen.Class]screening.Count{}
	for _, language := range screening.Languages {
		set, err := screening.Read(root, language, "unseen")
		if err != nil {
			t.Fatal(err)
		}
		s, err := screening.Screener(language)
		if err != nil {
			t.Fatal(err)
		}
		score := set.Score(s)
		for class, c := range score.Classes {
			all[class] = all[class].Add(c)
		}
		if score.Ordinary < 200 || float64(score.Flagged) > screening.Flagged*float64(score.Ordinary) {
			t.Errorf("%s: %d of %d ordinary sentences are flagged", language, score.Flagged, score.Ordinary)
		}
	}
	for _, class := range screen.Classes() {
		c := all[class]
		if c.Right+c.Missed < 60 || c.Precision() < screening.Precision || c.Recall() < screening.Recall {
			t.Errorf("%s: precision %.2f, recall %.2f on %d that tell and %d look-alikes", class, c.Precision(), c.Recall(), c.Right+c.Missed, c.Wrong+c.Quiet)
		}
	}
}

// At least 60 sentences for each class and language, half of them innocent, and
// none in both halves.
func TestEnoughSentences(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range screening.Languages {
		count := map[screen.Class][2]int{}
		seen := map[string]bool{}
		for _, name := range append(slices.Clone(screening.Open), screening.Shut...) {
			set, err := screening.Read(root, language, name)
			if err != nil {
				t.Fatal(err)
			}
			for i, s := range set {
				if seen[s.Text] {
					t.Errorf("%s, %s: sentence %d stands there twice", language, name, i+1)
				}
				seen[s.Text] = true
				n := count[s.Class]
				if s.Tells {
					n[1]++
				} else {
					n[0]++
				}
				count[s.Class] = n
			}
		}
		for _, class := range screen.Classes() {
			if n := count[class]; n[0] < 30 || n[1] < 30 || n[0]+n[1] < 60 {
				t.Errorf("%s, %s: %d innocent and %d telling sentences", language, class, n[0], n[1])
			}
		}
		if n := count[screening.Ordinary]; n[0] < 400 || n[1] > 0 {
			t.Errorf("%s: %d ordinary sentences, %d of them telling", language, n[0], n[1])
		}
	}
}
