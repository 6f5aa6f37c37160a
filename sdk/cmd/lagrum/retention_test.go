package main

import (
	"bytes"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

func simulated(t testing.TB, name string, people int) *tally {
	t.Helper()
	return simulationOf(people).run(example(t, name))
}

func example(t testing.TB, name string) *policy.Document {
	t.Helper()
	file, err := policyfile.Load("../../../examples/" + name + "/policy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return file.Doc
}

func simulationOf(people int) *simulation {
	return &simulation{people: people, years: 40, seed: 1, from: dayFlag{date.Date{Year: 2026, Month: 1, Day: 1}}}
}

// The same seed gives the same people, on however many cores.
func TestSimulationRepeats(t *testing.T) {
	two := simulated(t, "gateway", 300)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if diff := cmp.Diff(two, simulated(t, "gateway", 300)); diff != "" {
		t.Errorf("on one core (-several +one):\n%s", diff)
	}
}

// Nobody is made anonymous without a warning, and no more are erased than warned.
func TestSimulationKeepsOrder(t *testing.T) {
	for _, r := range simulated(t, "gateway", 300).Rules {
		if r.Rule == "profile" && (r.Steps["warn"] == 0 || r.Steps["anonymise"] == 0 || r.Steps["warn"] < r.Steps["anonymise"] || r.Steps["hide"] != r.Steps["warn"]) {
			t.Errorf("%s: %v", r.Rule, r.Steps)
		}
	}
}

// A person who is made up leaves nothing behind: what is allocated for more people
// is not kept.
func TestSimulationDoesNotGrow(t *testing.T) {
	kept := func(people int) uint64 {
		simulated(t, "studieskolen", people)
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	kept(100)
	few, many := kept(100), kept(4000)
	if many > few+1<<20 {
		t.Errorf("after 4000 people %d bytes are in use, after 100 %d", many, few)
	}
}

func BenchmarkSimulate(b *testing.B) {
	for _, name := range []string{"studieskolen", "lartorget", "gateway"} {
		b.Run(name, func(b *testing.B) {
			const people = 1000
			doc := example(b, name)
			for b.Loop() {
				simulationOf(people).run(doc)
			}
			b.ReportMetric(float64(people*b.N)/b.Elapsed().Seconds(), "people/s")
		})
	}
}

// What stands in the examples works: the events are due as the law says, and the map is complete.
func TestExampleEventsAndMap(t *testing.T) {
	const dir = "../../../examples/studieskolen/"
	plan := func(at string) string {
		return called(t, "plan", "--events", dir+"retention/events.yaml", "--at", at, "--lang", "en", "--format", "json", dir+"policy.yaml")
	}
	if got := plan("2030-12-31"); strings.Contains(got, `"rule":"accounts-kept"`) {
		t.Error("accounting records are due before five years have passed")
	}
	if got := plan("2031-01-01"); !strings.Contains(got, `"rule":"accounts-kept"`) || strings.Contains(got, `"rule":"exams-kept"`) {
		t.Error("accounting records are not due after five years, or examinations are")
	}
	if got := plan("2026-10-31"); strings.Contains(got, `"rule":"mail-kept"`) {
		t.Error("what a hold is on is due")
	}
	for dialect := range dialects {
		if got := called(t, "sql", "--dialect", dialect, "--map", dir+"retention/map.yaml", dir+"policy.yaml"); strings.Count(got, "RETURNING") != 4 {
			t.Errorf("%s: %s", dialect, got)
		}
	}
}

// called gives what lagrum retention writes.
func called(t *testing.T, args ...string) string {
	t.Helper()
	var out, wrong bytes.Buffer
	if code := run(t.Context(), append([]string{"retention"}, args...), nil, &out, &wrong); code != exitWell {
		t.Fatalf("%v: %s", args, wrong.String())
	}
	return out.String()
}

// The picture in the documentation is the one that the command draws.
func TestPictureInDocumentation(t *testing.T) {
	const dir = "../../../examples/gateway/"
	got := called(t, "timeline", "--events", dir+"retention/events.yaml", "--at", "2026-09-05", "--lang", "en", "--format", "svg", dir+"policy.yaml")
	golden.Fresh(t, "docs/images/timeline.svg", []byte(got))
}
