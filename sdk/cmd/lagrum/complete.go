package main

import (
	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/text"
)

// policyFiles lets the shell complete the names of files that may be policies.
func policyFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
}

// complete offers the values of a flag to the shell, and no files.
func complete(cmd *cobra.Command, flag string, values ...string) {
	register(cmd, flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// completeFrom offers what the policy has that stands on the command line. If
// none does yet, or it cannot be read, the document is nil.
func completeFrom(cmd *cobra.Command, flag string, values func(*policy.Document) []string) {
	register(cmd, flag, func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		var doc *policy.Document
		if len(args) > 0 && args[0] != standardInput {
			if file, err := policyfile.Load(args[0]); err == nil {
				doc = file.Doc
			}
		}
		return values(doc), cobra.ShellCompDirectiveNoFileComp
	})
}

func register(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	// The only error is that the flag does not exist, which every test would show.
	_ = cmd.RegisterFlagCompletionFunc(flag, f)
}

// languagesOf gives the languages of a policy, or all that there are.
func languagesOf(doc *policy.Document) []string {
	if doc == nil {
		return words(text.Languages)
	}
	return words(doc.Languages)
}

// layersOf gives the layers of a policy, or all that there are.
func layersOf(doc *policy.Document) []string {
	if doc == nil {
		return words([]notice.Layer{notice.Full, notice.Short, notice.Child})
	}
	return words(notice.Layers(doc))
}

func scopesOf(doc *policy.Document) []string {
	return scopes(doc, func(*policy.Scope) bool { return true })
}

func eventsOf(doc *policy.Document) []string {
	return scopes(doc, func(s *policy.Scope) bool { return s.Kind == policy.EventScope })
}

// scopes gives the ids of the scopes that are wanted.
func scopes(doc *policy.Document, wanted func(*policy.Scope) bool) []string {
	if doc == nil {
		return nil
	}
	var ids []string
	for i := range doc.Scopes {
		if s := &doc.Scopes[i]; s.ID != "" && wanted(s) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// words turns named strings into plain ones.
func words[S ~string](list []S) []string {
	plain := make([]string, len(list))
	for i, s := range list {
		plain[i] = string(s)
	}
	return plain
}
