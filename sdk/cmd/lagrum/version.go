package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  lagrum version",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), version())
			return err
		},
	}
}

// version is what the Go tool wrote into the program: which Lagrum it is, and the
// Go version.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "lagrum, version unknown"
	}
	return "lagrum " + release() + " " + info.GoVersion
}

// release is the module's version, or the commit that the program was built from.
func release() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	name := info.Main.Version
	if name == "" {
		name = "(devel)"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && name == "(devel)" {
			name = s.Value
		}
	}
	return name
}
