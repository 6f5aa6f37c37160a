package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
)

// printAll writes every notice of the files into a folder.
func (n *noticeRequest) printAll(cmd *cobra.Command, names []string) error {
	if n.out == "" || n.out == standardInput {
		return errors.New("--all writes many files; name their folder with --out")
	}
	inputs, err := readable(cmd, names)
	if err != nil {
		return err
	}
	if err := distinct(inputs); err != nil {
		return err
	}
	if err := os.MkdirAll(n.out, 0o755); err != nil {
		return err
	}
	for i, in := range inputs {
		count, err := n.writeAll(in)
		if err != nil {
			return err
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s in %s\n", in.Name, plural(count, "notice"), n.out)
		n.warn(cmd, in, names[i])
	}
	return nil
}

// distinct makes sure that each policy has an id, which names its files, and
// that no two have the same.
func distinct(inputs []input) error {
	seen := map[string]string{}
	for _, in := range inputs {
		id := in.Doc.ID
		if id == "" {
			return fmt.Errorf("%s has no id; the files of its notices are named after it", in.Name)
		}
		if other, ok := seen[id]; ok {
			return fmt.Errorf("%s and %s have the same id, %q; their notices would overwrite each other", other, in.Name, id)
		}
		seen[id] = in.Name
	}
	return nil
}

// writeAll writes every language, layer and format of one policy, and counts them.
func (n *noticeRequest) writeAll(in input) (int, error) {
	count := 0
	for _, tag := range in.Doc.Languages {
		for _, layer := range notice.Layers(in.Doc) {
			for _, format := range formats {
				one := *n
				one.lang, one.layer, one.format = string(tag), string(layer), format
				full := ""
				if layer != notice.Full {
					full = fileName(in.Doc.ID, tag, notice.Full, format)
				}
				body, err := one.make(in, full)
				if err != nil {
					return count, err
				}
				if err := os.WriteFile(filepath.Join(n.out, fileName(in.Doc.ID, tag, layer, format)), body, 0o644); err != nil {
					return count, err
				}
				count++
			}
		}
	}
	return count, nil
}

func fileName(id string, tag locale.Tag, layer notice.Layer, format string) string {
	return id + "." + string(tag) + "." + string(layer) + "." + format
}
