package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"
	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/retention"
)

// A recordFile is a file of events.
type recordFile struct {
	Years   date.FiscalYears   `json:"years"`
	Records []retention.Events `json:"records"`
}

// readEvents reads a file of events. Instants become days in the zone; without
// one they are refused.
func readEvents(cmd *cobra.Command, file string, zone *time.Location) ([]retention.Events, error) {
	var f recordFile
	if err := readStrict(cmd, file, &f, func(s string) (string, error) { return localDay(s, zone) }); err != nil {
		return nil, err
	}
	for i := range f.Records {
		e := &f.Records[i]
		if e.Years == nil {
			e.Years = f.Years
		}
		for _, h := range e.Happened {
			if h.On.IsZero() || h.Kind == "" {
				return nil, fmt.Errorf("%s: record %d has an event without kind or day", file, i+1)
			}
		}
		for _, d := range e.Done {
			if d.On.IsZero() || d.Rule == "" {
				return nil, fmt.Errorf("%s: record %d has something done without rule or day", file, i+1)
			}
		}
	}
	if len(f.Records) == 0 {
		return nil, fmt.Errorf("%s holds no records", file)
	}
	return f.Records, nil
}

// localDay gives the local day of an instant, and any other text as it is.
func localDay(s string, zone *time.Location) (string, error) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return s, nil
	}
	if zone == nil {
		return "", errors.New("an event gives the time of day: say with --zone where the controller is, as Europe/Stockholm")
	}
	return dayOf(t, zone).String(), nil
}

// readStrict reads YAML or JSON into a value with JSON tags, and refuses keys that it does not
// know. Every text passes through a function first. Errors do not repeat values.
func readStrict(cmd *cobra.Command, file string, v any, text func(string) (string, error)) error {
	data, err := content(cmd, file)
	if err != nil {
		return err
	}
	var node yaml.Node
	if err := yaml.Unmarshal(data, &node); err != nil {
		return fmt.Errorf("%s is neither YAML nor JSON", file)
	}
	if len(node.Content) == 0 {
		return fmt.Errorf("%s is empty", file)
	}
	plain, err := plainValue(node.Content[0], text)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	encoded, err := json.Marshal(plain)
	if err != nil {
		return fmt.Errorf("%s cannot be read", file)
	}
	d := json.NewDecoder(bytes.NewReader(encoded))
	d.DisallowUnknownFields()
	d.UseNumber()
	if err := d.Decode(v); err != nil {
		if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
			return fmt.Errorf("%s: %s must be of another type, %s", file, wrong.Field, wrong.Type)
		}
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// plainValue turns a node into maps, lists, texts, numbers and truth values; days
// stay as they are written. It knows no aliases, so nothing can grow.
func plainValue(n *yaml.Node, text func(string) (string, error)) (any, error) {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			value, err := plainValue(n.Content[i+1], text)
			if err != nil {
				return nil, err
			}
			m[n.Content[i].Value] = value
		}
		return m, nil
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			value, err := plainValue(item, text)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		return list, nil
	case yaml.ScalarNode:
		switch n.ShortTag() {
		case "!!null":
			return nil, nil
		case "!!bool", "!!int", "!!float":
			var v any
			err := n.Decode(&v)
			return v, err
		}
		return text(n.Value)
	}
	return nil, fmt.Errorf("line %d: aliases are not read here", n.Line)
}
