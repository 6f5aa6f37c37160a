package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// A simulation holds the flags of simulate.
type simulation struct {
	people, years int
	seed          uint64
	from          dayFlag
	format        string
}

func retentionSimulateCommand() *cobra.Command {
	r := simulation{from: dayFlag{date.Date{Year: 2026, Month: 1, Day: 1}}}
	formats := []string{"text", "json"}
	cmd := &cobra.Command{
		Use:   "simulate [--people N] [--years N] [--seed N] [--from DAY] [--format text|json] POLICY",
		Short: "Try the rules on made-up people over many years",
		Long: `Simulate makes up people, lets them log in, take courses, withdraw consents and leave, and carries
out every day what is due. It then tells of each rule how often each step was taken, how long data
were kept, and how often a hold or another rule stopped it. The same seed makes the same people.

Each person has one record for each activity. People are made up one after the other and are not
kept, so there may be any number.`,
		Example: `  lagrum retention simulate policy.yaml
  lagrum retention simulate --people 1000000 --years 40 --format json policy.yaml`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(formats, r.format) {
				return fmt.Errorf("there is no format %q; there are %s", r.format, join(formats))
			}
			if r.people < 1 || r.years < 1 || r.years > 1000 {
				return errors.New("there must be people, and between 1 and 1000 years")
			}
			in, err := legible(cmd, args[0])
			if err != nil {
				return err
			}
			began := time.Now()
			sum := r.run(in.Doc)
			took := time.Since(began)
			fmt.Fprintf(cmd.ErrOrStderr(), "%d people in %s, %.0f a second\n", r.people, took.Round(time.Millisecond), float64(r.people)/took.Seconds())
			return sum.write(cmd, r.format)
		},
	}
	f := cmd.Flags()
	f.IntVar(&r.people, "people", 10_000, "how many `people`")
	f.IntVar(&r.years, "years", 40, "how many `years`")
	f.Uint64Var(&r.seed, "seed", 1, "the `number` from which people are made up")
	f.Var(&r.from, "from", "the first `day`")
	f.StringVar(&r.format, "format", "text", "form: text or json")
	complete(cmd, "format", formats...)
	complete(cmd, "from")
	return cmd
}

// run makes up the people, on every core, and adds up what becomes of them.
func (r *simulation) run(doc *policy.Document) *tally {
	strands := strandsOf(doc)
	total := newTally(doc)
	var lock sync.Mutex
	var wait sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for worker := range workers {
		wait.Go(func() {
			sum := newTally(doc)
			l := life{strands: strands, from: r.from.Date, to: r.from.AddYears(r.years), sum: sum}
			for i := worker; i < r.people; i += workers {
				l.live(r.seed<<32 + uint64(i))
			}
			lock.Lock()
			defer lock.Unlock()
			total.add(sum)
		})
	}
	wait.Wait()
	return total
}

// A tally is what became of the people under each rule, in the order of the policy.
type tally struct {
	Rules []ruleTally `json:"rules"`
}

// A ruleTally is what became of the people under one rule.
type ruleTally struct {
	Rule    string                `json:"rule"`
	Steps   map[policy.Action]int `json:"steps"`       // how often each step was taken
	Days    int                   `json:"-"`           // from the event to the last step, in all
	Ended   int                   `json:"ended"`       // how often the last step was taken
	Mean    float64               `json:"meanYears"`   // how long data were kept from the event, in years of 365.25 days
	Longest int                   `json:"longestDays"` // at most
	Stopped int                   `json:"stopped"`     // how often a step came later than its own rule says: a hold, or another rule
	Crossed int                   `json:"crossed"`     // how often two rules could not both be kept
}

func newTally(doc *policy.Document) *tally {
	t := &tally{}
	for i := range doc.Retention {
		t.Rules = append(t.Rules, ruleTally{Rule: doc.Retention[i].ID, Steps: map[policy.Action]int{}})
	}
	return t
}

// note counts a step that was taken.
func (t *tally) note(d *retention.Due, on date.Date, last bool) {
	i := slices.IndexFunc(t.Rules, func(r ruleTally) bool { return r.Rule == d.Rule })
	r := &t.Rules[i]
	r.Steps[d.Action]++
	if d.Step == 0 && d.Through.AddDays(1).Before(on) {
		r.Stopped++
	}
	if d.Crossed {
		r.Crossed++
	}
	if last {
		n := d.Event.DaysUntil(on)
		r.Ended++
		r.Days += n
		r.Longest = max(r.Longest, n)
	}
}

func (t *tally) add(u *tally) {
	for i := range t.Rules {
		r, s := &t.Rules[i], &u.Rules[i]
		for action, n := range s.Steps {
			r.Steps[action] += n
		}
		r.Days, r.Ended, r.Longest = r.Days+s.Days, r.Ended+s.Ended, max(r.Longest, s.Longest)
		r.Stopped, r.Crossed = r.Stopped+s.Stopped, r.Crossed+s.Crossed
		if r.Ended > 0 {
			r.Mean = math.Round(float64(r.Days)/float64(r.Ended)/365.25*100) / 100
		}
	}
}

func (t *tally) write(cmd *cobra.Command, format string) error {
	out := cmd.OutOrStdout()
	if format == "json" {
		return json.NewEncoder(out).Encode(t)
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "rule\tsteps\tmean years\tlongest days\tstopped\tcrossed")
	for i := range t.Rules {
		r := &t.Rules[i]
		fmt.Fprintf(w, "%s\t%s\t%.2f\t%d\t%d\t%d\n", r.Rule, r.steps(), r.Mean, r.Longest, r.Stopped, r.Crossed)
	}
	return w.Flush()
}

// steps writes how often each step was taken.
func (r *ruleTally) steps() string {
	s := ""
	for _, a := range []policy.Action{policy.Hide, policy.Warn, policy.Deactivate, policy.Anonymise, policy.Erase, policy.Archive, policy.Review, retention.Restrict} {
		if n := r.Steps[a]; n > 0 {
			s += fmt.Sprintf("%s %d  ", a, n)
		}
	}
	return s
}
