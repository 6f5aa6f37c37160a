package export

import (
	"cmp"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
)

// SARIF gives the report in the Static Analysis Results Interchange Format,
// version 2.1.0 (OASIS Standard, with errata 01). All rules of lint are listed,
// also those that find nothing; what comments silence is a suppressed result.
// Names of files are relative to the folder of the report.
func (r *Report) SARIF() []byte {
	rules, number := r.descriptors()
	one := run{
		Tool: tool{component{
			Name: "Lagrum", Version: r.Version, InformationURI: home, Language: "en", Rules: rules,
		}},
		Language:         "en",
		Invocations:      []invocation{r.invocation()},
		ColumnKind:       "unicodeCodePoints",
		NewlineSequences: []string{"\r\n", "\n", "\r"},
		Artifacts:        []artifact{},
		Results:          []result{},
	}
	seen := map[artifactLocation]int{}
	for i := range r.Files {
		f := &r.Files[i]
		at := r.artifactLocation(f.Name)
		index, twice := seen[at]
		if !twice {
			index = len(one.Artifacts)
			seen[at] = index
			one.Artifacts = append(one.Artifacts, artifact{at})
		}
		at.Index = &index
		for _, finding := range f.Findings {
			one.Results = append(one.Results, f.result(finding, at, number))
		}
		for _, ignored := range f.Ignored {
			res := f.result(ignored.Finding, at, number)
			res.Suppressions = []suppression{{
				Kind: "inSource", Status: "accepted", Justification: ignored.Reason, Location: f.location(ignored.Comment, at),
			}}
			one.Results = append(one.Results, res)
		}
	}
	return encode(log{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []run{one},
	})
}

// descriptors lists all rules and codes, sorted, with the number of each.
func (r *Report) descriptors() (list []descriptor, number map[string]int) {
	for rule := range lint.Rules() {
		list = append(list, describe(rule))
	}
	for _, c := range r.Codes {
		list = append(list, descriptor{
			ID: c.Code, ShortDescription: text{Text: sentence(c.Title)}, FullDescription: text{Text: oneLine(c.Explanation)},
			Help: text{Text: c.Explanation, Markdown: c.Explanation}, HelpURI: Page(c.Code),
			DefaultConfiguration: configuration{level(c.Severity)},
		})
	}
	slices.SortStableFunc(list, func(a, b descriptor) int { return cmp.Compare(a.ID, b.ID) })
	list = slices.CompactFunc(list, func(a, b descriptor) bool { return a.ID == b.ID })
	number = make(map[string]int, len(list))
	for i := range list {
		number[list[i].ID] = i
	}
	return list, number
}

func (f *File) result(finding diag.Finding, at artifactLocation, number map[string]int) result {
	l := f.location(finding.Position, at)
	if finding.Path != "" {
		l.LogicalLocations = []logicalLocation{{FullyQualifiedName: string(finding.Path)}}
	}
	res := result{
		RuleID: finding.Code, Level: level(finding.Severity), Message: text{Text: finding.Message},
		Locations: []location{*l}, Suppressions: []suppression{},
	}
	if i, ok := number[finding.Code]; ok {
		res.RuleIndex = &i
	}
	if len(finding.Cites) > 0 {
		res.Properties = &properties{Cites: finding.Cites}
	}
	return res
}

// location is a place in a file, or the file if the place is not known.
func (f *File) location(p diag.Position, at artifactLocation) *location {
	l := &location{PhysicalLocation: physicalLocation{ArtifactLocation: at}}
	if p.IsValid() {
		l.PhysicalLocation.Region = &region{StartLine: p.Line, StartColumn: f.column(p)}
	}
	return l
}

// artifactLocation is the address of a file. A name that is relative is so to
// the root of the sources, under the name by which code scanning knows it.
func (r *Report) artifactLocation(name string) artifactLocation {
	path := r.relative(name)
	if filepath.IsAbs(name) && path == filepath.ToSlash(filepath.Clean(name)) {
		u := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(path, "/")}
		return artifactLocation{URI: u.String()}
	}
	return artifactLocation{URI: escapePath(path), BaseID: "%SRCROOT%"}
}

// escapePath writes a relative path as a URI reference (RFC 3986 section 4.2).
func escapePath(path string) string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		segments[i] = strings.ReplaceAll(url.PathEscape(s), ":", "%3A")
	}
	return strings.Join(segments, "/")
}

// invocation says whether every file was read.
func (r *Report) invocation() invocation {
	one := invocation{ExecutionSuccessful: len(r.Unread) == 0}
	for _, why := range r.Unread {
		one.Notifications = append(one.Notifications, notification{Level: "error", Message: text{Text: why}})
	}
	return one
}

// level is what the standard calls a severity (section 3.27.10).
func level(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "error"
	case diag.Warning:
		return "warning"
	}
	return "note"
}
