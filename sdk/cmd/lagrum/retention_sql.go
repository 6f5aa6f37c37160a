package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/retention"
)

// dialects are the kinds of SQL, by the names that the flag takes.
var dialects = map[string]retention.Dialect{"sqlite": retention.SQLite, "postgres": retention.PostgreSQL}

// A mapFile says where the data of the rules stand.
type mapFile struct {
	Years  date.FiscalYears `json:"years"`
	Copies []retention.Copy `json:"copies"`
}

func retentionSQLCommand() *cobra.Command {
	var dialect, mapName, format string
	formats := []string{"text", "json"}
	cmd := &cobra.Command{
		Use:   "sql --dialect sqlite|postgres --map FILE [--format text|json] POLICY",
		Short: "Write the rules as SQL for tables of your own",
		Long: `Sql writes retention rules as SQL for the tables in which the data stand: for each step a
statement that selects what is due, and one that carries it out in batches. The database does the
work with an index on the day of the event; a run that was broken off can simply begin anew.

The map says where the data are, one entry a rule:

  years:                                     # the controller's financial years, if they are not calendar years
    - {start: 2025-07-01, end: 2026-06-30}
  copies:
    - rule: course-kept
      table: enrolments
      key: id                                # unique and never null
      keyType: integer                       # or text, which is the default, or uuid
      event: course_ended                    # a column with a day, local to the controller
      keep: {accounts-kept: invoiced_on}     # events of rules that demand that the data stay; "" for never
      hold: {table: holds, key: enrolment, from: begins, until: ends}
      gone: erased_on                        # where rows stay: the day on which the data went
      actions:
        erase: {name: null, email: "gone-{key}@erased.invalid"}
    - rule: account-unused                   # a rule with stages
      table: accounts
      key: id
      event: last_login
      step: retention_step                   # a number, null at first
      stepOn: retention_on                   # its day

Without an entry under actions, erase deletes the row. The parameters of a statement are, in this
order, the day of the run, the key after which to go on, and the size of a batch. Steps that begin
with a message are for one row at a time: the day, and the key, once the message has been sent.`,
		Example: `  lagrum retention sql --dialect sqlite --map map.yaml policy.yaml
  lagrum retention sql --dialect postgres --map map.yaml --format json policy.yaml`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(formats, format) {
				return fmt.Errorf("there is no format %q; there are %s", format, join(formats))
			}
			statements, err := mapped(cmd, args[0], dialect, mapName)
			if err != nil {
				return err
			}
			return writeSQL(cmd, statements, format)
		},
	}
	f := cmd.Flags()
	f.StringVar(&dialect, "dialect", "", "the `kind` of SQL: sqlite or postgres")
	f.StringVar(&mapName, "map", "", "a `file` that says where the data are, in YAML or JSON")
	f.StringVar(&format, "format", "text", "form: text or json")
	cmd.MarkFlagRequired("dialect")
	cmd.MarkFlagRequired("map")
	complete(cmd, "dialect", "sqlite", "postgres")
	complete(cmd, "format", formats...)
	register(cmd, "map", withEnding("yaml", "yml", "json"))
	return cmd
}

// mapped writes the statements of every copy in the map. It tells everything that
// is missing.
func mapped(cmd *cobra.Command, policy, dialect, mapName string) ([]retention.Statement, error) {
	kind, ok := dialects[dialect]
	if !ok {
		return nil, fmt.Errorf("there is no dialect %q; there are sqlite and postgres", dialect)
	}
	in, err := legible(cmd, policy)
	if err != nil {
		return nil, err
	}
	var m mapFile
	if err := readStrict(cmd, mapName, &m, func(s string) (string, error) { return s, nil }); err != nil {
		return nil, err
	}
	rules := retention.Compile(in.Doc)
	var list []retention.Statement
	var errs []error
	for i := range m.Copies {
		numbered(&m.Copies[i])
		statements, err := rules.SQL(kind, &m.Copies[i], m.Years)
		list, errs = append(list, statements...), append(errs, err)
	}
	if len(m.Copies) == 0 {
		errs = append(errs, errors.New("there are no copies in the map"))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("%s: %w", mapName, err)
	}
	return list, nil
}

// numbered gives numbers in actions the type that package retention knows.
func numbered(c *retention.Copy) {
	for _, change := range c.Actions {
		for column, value := range change {
			if n, ok := value.(json.Number); ok {
				change[column] = retention.Number(n)
			}
		}
	}
}

func writeSQL(cmd *cobra.Command, list []retention.Statement, format string) error {
	out := cmd.OutOrStdout()
	if format == "json" {
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		for i := range list {
			s := &list[i]
			if err := e.Encode(map[string]any{"name": s.Name, "rule": s.Rule, "step": s.Step, "action": s.Action, "writes": s.Writes, "each": s.Each, "first": s.First, "sql": s.SQL}); err != nil {
				return err
			}
		}
		return nil
	}
	for i := range list {
		s := &list[i]
		what := "the day, the key after which to go on (at first " + fmt.Sprintf("%#v", s.First) + "), the size of a batch"
		if s.Each {
			what = "the day, the key of one row, once the message has been sent"
		}
		if _, err := fmt.Fprintf(out, "-- %s: %s\n-- parameters: %s\n%s;\n\n", s.Name, s.Action, what, strings.TrimSuffix(s.SQL, "\n")); err != nil {
			return err
		}
	}
	return nil
}
