package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/internal/docs"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// A bench is a folder in which the commands of the page about continuous
// integration run: policies/ holds a policy that is in order, and the program is
// on the path.
type bench struct {
	root, dir, path string
	page            docs.Page
}

func newBench(t *testing.T) bench {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	b := bench{root: root, dir: t.TempDir(), path: t.TempDir()}
	if b.page, err = docs.Read(root, "docs/ci.md"); err != nil {
		t.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(program, filepath.Join(b.path, "lagrum")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(b.dir, "policies"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(b.dir, "policies", "course.yaml"), []byte(starter), 0o600); err != nil {
		t.Fatal(err)
	}
	return b
}

// sh runs what a step of a workflow runs.
func (b bench) sh(t *testing.T, script string) {
	t.Helper()
	cmd := exec.Command("sh", "-e", "-c", script)
	cmd.Dir = b.dir
	cmd.Env = append(os.Environ(), "PATH="+b.path+string(os.PathListSeparator)+os.Getenv("PATH"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", script, err, out)
	}
}

// yamlFile reads a file of the project.
func (b bench) yamlFile(t *testing.T, name string, into any) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(b.root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(content, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(content)
}

// one gives the only block of code of a kind.
func (b bench) one(t *testing.T, kind string) string {
	t.Helper()
	blocks := b.page.Code(kind)
	if len(blocks) != 1 {
		t.Fatalf("the page has %d blocks of the kind %s", len(blocks), kind)
	}
	return blocks[0]
}

func TestWorkflowRuns(t *testing.T) {
	b := newBench(t)
	var workflow struct {
		On   map[string]any
		Jobs map[string]struct {
			RunsOn string `yaml:"runs-on"`
			Steps  []struct {
				Name, Uses, Run string
				With            map[string]string
			}
		}
	}
	content := b.yamlFile(t, "examples/ci/github-workflow.yml", &workflow)
	if diff := cmp.Diff(content, b.one(t, "yaml workflow")); diff != "" {
		t.Errorf("the page shows another workflow (-file +page):\n%s", diff)
	}
	steps := workflow.Jobs["lint"].Steps
	const program = "github.com/lagrum/lagrum/sdk/cmd/lagrum@latest"
	uploaded := ""
	for _, s := range steps {
		switch {
		case (s.Uses == "") == (s.Run == ""):
			t.Errorf("the step %+v does nothing, or two things", s)
		case strings.HasPrefix(s.Run, "go install "):
			if s.Run != "go install "+program {
				t.Errorf("%s does not install %s", s.Run, program)
			}
		case s.Run != "":
			b.sh(t, s.Run)
		case strings.HasPrefix(s.Uses, "github/codeql-action/upload-sarif@"):
			uploaded = s.With["sarif_file"]
		}
	}
	report, err := os.ReadFile(filepath.Join(b.dir, uploaded))
	if err != nil || !json.Valid(report) || !strings.Contains(string(report), `"uri": "policies/course.yaml"`) {
		t.Errorf("what is handed in is no report on the policy: %v", err)
	}
}

func TestHookRuns(t *testing.T) {
	b := newBench(t)
	var hooks []struct{ ID, Name, Entry, Language, Files string }
	b.yamlFile(t, ".pre-commit-hooks.yaml", &hooks)
	var config struct {
		Repos []struct {
			Repo, Rev string
			Hooks     []struct{ ID, Files string }
		}
	}
	content := b.yamlFile(t, "examples/ci/pre-commit-config.yml", &config)
	if diff := cmp.Diff(content, b.one(t, "yaml pre-commit")); diff != "" {
		t.Errorf("the page shows another configuration (-file +page):\n%s", diff)
	}
	hook, used := hooks[0], config.Repos[0].Hooks[0]
	if len(hooks) != 1 || hook.ID != used.ID || hook.Name == "" || hook.Language != "golang" {
		t.Errorf("the configuration uses %s, and there is %+v", used.ID, hook)
	}
	for pattern, name := range map[string]string{hook.Files: "courses/policy.yaml", used.Files: "policies/course.yaml"} {
		if !regexp.MustCompile(pattern).MatchString(name) || regexp.MustCompile(pattern).MatchString("docs/policy.md") {
			t.Errorf("%s does not choose policies", pattern)
		}
	}
	b.sh(t, hook.Entry+" policies/course.yaml")
}

func TestPageOnCIRuns(t *testing.T) {
	b := newBench(t)
	commands := 0
	for _, block := range b.page.Code("sh") {
		for line := range strings.Lines(block) {
			b.sh(t, line)
			commands++
		}
	}
	if commands < 5 {
		t.Errorf("the page has %d commands", commands)
	}
	for _, name := range []string{"lagrum.sarif", "lagrum.json"} {
		if content, err := os.ReadFile(filepath.Join(b.dir, name)); err != nil || !json.Valid(content) {
			t.Errorf("%s: %v", name, err)
		}
	}
	file := policyfile.Parse("policy.yaml", []byte("regime: EU-GDPR\njurisdiction: SE\n"+b.one(t, "yaml ignore")))
	kept, ignored := file.Sift(lint.Check(file.Doc))
	if len(ignored) != 2 {
		t.Errorf("the comments on the page silence %d findings", len(ignored))
	}
	for _, f := range kept {
		if strings.HasPrefix(f.Code, "ignore-") {
			t.Error(f)
		}
	}
}

func TestPageOnCIListsTheCodes(t *testing.T) {
	b := newBench(t)
	var want strings.Builder
	for m := range policyfile.Mistakes() {
		fmt.Fprintf(&want, "| `%s` | %s | %s |\n", m.Code, m.Severity, m.Title)
	}
	_, got, _ := strings.Cut(b.page.Text, "| code | severity | what is wrong |\n| --- | --- | --- |\n")
	if diff := cmp.Diff(want.String(), got); diff != "" {
		t.Errorf("codes (-program +page):\n%s", diff)
	}
}
