package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/retention"
)

func retentionCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "retention plan|timeline|simulate|sql",
		Short: "Say what is due to be erased when, and write it as SQL",
		Long: `Retention applies the retention rules of a policy to what is known of people's records:
what is due on a day and why, one person's timeline, forty years of made-up people, and the same
rules as SQL for tables of your own.`,
		Example: `  lagrum retention plan --events events.yaml --at 2026-05-01 policy.yaml
  lagrum retention timeline --events events.yaml --format svg policy.yaml >timeline.svg
  lagrum retention simulate --people 10000 --years 40 policy.yaml
  lagrum retention sql --dialect postgres --map map.yaml policy.yaml`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return errors.New("there is no such command; see lagrum retention --help")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(retentionPlanCommand(), retentionTimelineCommand(), retentionSimulateCommand(), retentionSQLCommand())
	for _, c := range cmd.Commands() {
		c.DisableFlagsInUseLine = true
		c.ValidArgsFunction = policyFiles
		c.Args = exactly(1)
	}
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
	})
	return cmd
}

// A retentionRequest holds the flags of plan and timeline.
type retentionRequest struct {
	events, zone    string
	at              dayFlag
	subject, record string
	lang, format    string
}

func (r *retentionRequest) flags(cmd *cobra.Command, formats ...string) {
	f := cmd.Flags()
	f.StringVar(&r.events, "events", "", "a `file` with what has happened, in YAML or JSON")
	f.Var(&r.at, "at", "the `day` (default today)")
	f.StringVar(&r.zone, "zone", "", "the time `zone` of the controller, such as Europe/Stockholm, for events that give the time of day")
	f.StringVar(&r.subject, "subject", "", "only this `person`, by the pseudonym in the events")
	f.StringVar(&r.record, "record", "", "only this `record`")
	f.StringVar(&r.lang, "lang", "", "`language` (default the first of the policy)")
	f.StringVar(&r.format, "format", formats[0], "form: "+join(formats))
	cmd.MarkFlagRequired("events")
	register(cmd, "events", withEnding("yaml", "yml", "json"))
	complete(cmd, "at")
	complete(cmd, "format", formats...)
	completeFrom(cmd, "lang", languagesOf)
}

func retentionPlanCommand() *cobra.Command {
	var r retentionRequest
	formats := []string{"text", "json"}
	cmd := &cobra.Command{
		Use:   "plan --events FILE [--at DAY] [--zone ZONE] [--subject S] [--record R] [--lang L] [--format text|json] POLICY",
		Short: "Say what is due on a day, by which rule and why",
		Long: `Plan says which steps are due on a day for each record in the events: what is to be done with
which data, by which rule, on what ground, and who sees to it.

The events are a list of records, each with the pseudonym of the person, what has happened, what
stops erasure and what has been carried out:

  years:                                     # the controller's financial years, if they are not calendar years
    - {start: 2025-07-01, end: 2026-06-30}
  records:
    - subject: p-17
      record: spring-course
      happened:
        - {kind: course-end, on: 2025-05-20}
        - {kind: consent-withdrawn, on: 2025-06-02, consent: diet}
      holds:
        - {reason: legal-claim, on: 2025-08-01, until: 2026-01-31}
      done:
        - {rule: profile, step: 0, action: hide, on: 2025-09-01}
      groups: [exams-kept]                   # rules for some people only that the person is among`,
		Example: `  lagrum retention plan --events events.yaml --at 2026-05-01 policy.yaml
  lagrum retention plan --events events.yaml --format json policy.yaml | jq .rule`,
		RunE: func(cmd *cobra.Command, args []string) error {
			p, rules, records, err := r.read(cmd, args[0], formats)
			if err != nil {
				return err
			}
			var due []retention.Due
			for i := range records {
				due = append(due, rules.Plan(&records[i], r.at.Date)...)
			}
			out := p.Plan(due, r.at.Date)
			if r.format == "json" {
				out = p.PlanJSON(due)
			}
			_, err = cmd.OutOrStdout().Write(out)
			return err
		},
	}
	r.flags(cmd, formats...)
	return cmd
}

func retentionTimelineCommand() *cobra.Command {
	var r retentionRequest
	formats := []string{"text", "json", "ical", "svg"}
	cmd := &cobra.Command{
		Use:   "timeline --events FILE [--at DAY] [--zone ZONE] [--subject S] [--record R] [--lang L] [--format text|json|ical|svg] POLICY",
		Short: "Show when the data of one person go",
		Long: `Timeline tells of the records of one person what has become of each kind of data and what will,
if nothing more happens and every step is carried out on its day: as text, as JSON, as a calendar
to subscribe to (iCalendar), or as a picture (SVG, for light and dark pages). The events are as for
lagrum retention plan; if they are of several people, name one with --subject.`,
		Example: `  lagrum retention timeline --events events.yaml --subject p-17 policy.yaml
  lagrum retention timeline --events events.yaml --format svg policy.yaml >timeline.svg
  lagrum retention timeline --events events.yaml --format ical policy.yaml >erasure.ics`,
		RunE: func(cmd *cobra.Command, args []string) error {
			p, rules, records, err := r.read(cmd, args[0], formats)
			if err != nil {
				return err
			}
			if slices.ContainsFunc(records, func(e retention.Events) bool { return e.Subject != records[0].Subject }) {
				return errors.New("the events are of several people: name one with --subject")
			}
			var list []retention.Timeline
			for i := range records {
				list = append(list, rules.Timeline(&records[i], r.at.Date))
			}
			write := map[string]func([]retention.Timeline) []byte{"text": p.Text, "json": p.JSON, "ical": p.Calendar, "svg": p.SVG}
			_, err = cmd.OutOrStdout().Write(write[r.format](list))
			return err
		},
	}
	r.flags(cmd, formats...)
	return cmd
}

// read reads the policy and the events, and sets what the flags leave open.
func (r *retentionRequest) read(cmd *cobra.Command, policy string, formats []string) (retention.Printer, *retention.Rules, []retention.Events, error) {
	fail := func(err error) (retention.Printer, *retention.Rules, []retention.Events, error) {
		return retention.Printer{}, nil, nil, err
	}
	if !slices.Contains(formats, r.format) {
		return fail(fmt.Errorf("there is no format %q; there are %s", r.format, join(formats)))
	}
	in, err := legible(cmd, policy)
	if err != nil {
		return fail(err)
	}
	lang, err := wordsOf(in, r.lang)
	if err != nil {
		return fail(err)
	}
	zone, err := time.LoadLocation(cmp.Or(r.zone, "Local"))
	if err != nil {
		return fail(fmt.Errorf("there is no time zone %q; an example of one is Europe/Stockholm", r.zone))
	}
	if r.at.IsZero() {
		r.at.Date = dayOf(time.Now(), zone)
	}
	if r.zone == "" {
		zone = nil
	}
	records, err := readEvents(cmd, r.events, zone)
	if err != nil {
		return fail(err)
	}
	records = slices.DeleteFunc(records, func(e retention.Events) bool {
		return r.subject != "" && e.Subject != r.subject || r.record != "" && e.Record != r.record
	})
	if len(records) == 0 {
		return fail(errors.New("there is no such record in the events"))
	}
	return retention.Printer{Doc: in.Doc, Lang: lang}, retention.Compile(in.Doc), records, nil
}

// dayOf gives the day that an instant is on in a place.
func dayOf(t time.Time, zone *time.Location) date.Date {
	year, month, day := t.In(zone).Date()
	return date.Date{Year: year, Month: int(month), Day: day}
}
