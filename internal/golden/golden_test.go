package golden

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

const archive = `What it shows.
-- in --
a
-- out --
A
`

// upper reads "in" and gives it in capitals.
func upper(c *Case) []File {
	return []File{{Name: "out", Data: []byte(strings.ToUpper(strings.TrimSpace(string(c.Input("in")))))}}
}

func load(text string) *Case { return &Case{archive: txtar.Parse([]byte(text))} }

func TestSameOutputPasses(t *testing.T) {
	c := load(archive)
	if got := c.compare(upper(c)); got != nil {
		t.Errorf("complaints: %v", got)
	}
}

func TestWhatDiffersIsTold(t *testing.T) {
	for name, tt := range map[string]struct{ archive, want string }{
		"output changed":   {strings.Replace(archive, "\nA", "\nB", 1), "out (-want +got)"},
		"output missing":   {"-- in --\na\n", "outputs (-in the archive +produced)"},
		"input missing":    {"-- out --\n", "there is no file in"},
		"file not in use":  {archive + "-- more --\n", `- 	"more",`},
		"header in output": {"-- in --\na\n\n-- x\n-- out --\nA\n\n-- X\n", "begins like the header"},
	} {
		t.Run(name, func(t *testing.T) {
			c := load(tt.archive)
			// go-cmp mixes in no-break spaces, so that nobody relies on its words.
			got := strings.ReplaceAll(strings.Join(c.compare(upper(c)), "\n"), "\u00a0", " ")
			if !strings.Contains(got, tt.want) {
				t.Errorf("complaints %q do not say %q", got, tt.want)
			}
		})
	}
}

func TestUpdateKeepsInputsAndComment(t *testing.T) {
	c := load("What it shows.\n-- out --\nold\n-- in --\na\n")
	got := string(txtar.Format(c.updated(upper(c))))
	if diff := cmp.Diff(archive, got); diff != "" {
		t.Errorf("archive (-want +got):\n%s", diff)
	}
	if got := c.compare(upper(c)); got != nil {
		t.Errorf("complaints after the update: %v", got)
	}
}

func TestRun(t *testing.T) {
	Run(t, "testdata/*.txtar", func(t *testing.T, c *Case) []File {
		if c.Name != "capitals" || c.Comment != "What it shows.\n" {
			t.Errorf("case %q with comment %q", c.Name, c.Comment)
		}
		return upper(c)
	})
}
