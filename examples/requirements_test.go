package examples_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// A point is one numbered need of a published notice, and how a file of the
// example meets it.
type point struct {
	id   string
	file string // "policy.yaml", "published.yaml" or "2018.yaml"
	// holds looks at the model and gives "" if the point is met, else what is missing.
	holds func(d *policy.Document) string
	// shown gives what the full notice must say in a language; nil for points that no reader sees.
	shown func(d *policy.Document, tag locale.Tag) []string
	// context is whose notice it is, if not everybody's; the language is set by the test.
	context notice.Context
}

// points holds the points of all systems by folder. Each system has its own
// test file.
var points = map[string][]point{
	"lartorget":    lartorget,
	"skolstaden":   skolstaden,
	"hammarby":     hammarby,
	"studieskolen": studieskolen,
	"gateway":      gateway,
}

func TestPoints(t *testing.T) {
	for _, system := range []string{"lartorget", "skolstaden", "hammarby", "studieskolen", "gateway"} {
		for _, p := range points[system] {
			t.Run(p.id, func(t *testing.T) { checkPoint(t, system, p) })
		}
	}
}

func checkPoint(t *testing.T, system string, p point) {
	t.Helper()
	d := load(t, filepath.Join(system, p.file))
	if p.holds != nil {
		if missing := p.holds(d); missing != "" {
			t.Errorf("%s: %s", p.file, missing)
		}
	}
	if p.shown == nil {
		return
	}
	if len(d.Languages) == 0 {
		t.Fatalf("%s declares no language", p.file)
	}
	for _, tag := range d.Languages {
		c := p.context
		c.Language = tag
		read := reading(t, d, c)
		wanted := p.shown(d, tag)
		if len(wanted) == 0 {
			t.Errorf("%s in %s: the test looks for nothing", p.file, tag)
		}
		for _, s := range wanted {
			if s = squeeze(s); s == "" || !strings.Contains(strings.ToLower(read), strings.ToLower(s)) {
				t.Errorf("%s in %s: the notice does not say %q", p.file, tag, s)
			}
		}
	}
}

// load reads a policy file, which must have the right shape.
func load(t *testing.T, name string) *policy.Document {
	t.Helper()
	f, err := policyfile.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range f.Findings {
		t.Errorf("%s", finding)
	}
	return f.Doc
}

// reading is what a reader of the rendered notice reads: the text of the HTML
// page, with white space squeezed.
func reading(t *testing.T, d *policy.Document, c notice.Context) string {
	t.Helper()
	n, err := notice.Build(d, c)
	if err != nil {
		t.Fatal(err)
	}
	var p notice.Printer
	root, err := html.Parse(bytes.NewReader(p.HTML(n)))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for node := range root.Descendants() {
		if node.Type == html.TextNode {
			words = append(words, node.Data)
		}
	}
	return squeeze(strings.Join(words, ""))
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// texts gives policy texts in a language, for point.shown.
func texts(tag locale.Tag, list ...policy.Text) []string {
	var words []string
	for _, t := range list {
		words = append(words, t.In(tag))
	}
	return words
}

// TestEveryPointIsClosed holds the tests against the list of points: each is
// tested once, by the system it belongs to.
func TestEveryPointIsClosed(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("testdata", "points.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	tested := map[string]string{}
	for system, list := range points {
		for _, p := range list {
			if tested[p.id] != "" {
				t.Errorf("%s is tested twice", p.id)
			}
			tested[p.id] = system
			if p.holds == nil && p.shown == nil {
				t.Errorf("%s: the test asserts nothing", p.id)
			}
		}
	}
	total := 0
	for line := range strings.Lines(string(src)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if f[0] == "id" {
			continue
		}
		total++
		switch id, system, kind := f[0], f[1], f[2]; {
		case tested[id] == system:
		case tested[id] != "":
			t.Errorf("%s is tested on %s, but belongs to %s", id, tested[id], system)
		default:
			t.Errorf("%s (%s) is not tested", id, kind)
		}
		delete(tested, f[0])
	}
	for id := range tested {
		t.Errorf("%s is tested but is no point", id)
	}
	if total != 173 {
		t.Errorf("the list has %d points, want 173", total)
	}
}
