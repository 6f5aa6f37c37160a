package export

import (
	"fmt"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
)

// Annotations gives the findings as workflow commands of GitHub Actions, one a
// line; GitHub shows them beside the lines of a change:
//
//	::error file=policy.yaml,line=4,col=5,title=activity-basis-missing::activity "enrol" has no legal basis
//
// Columns are in characters. What comments silence is left out. What could not be
// read is an error without a place.
func (r *Report) Annotations() []byte {
	var b strings.Builder
	for i := range r.Files {
		f := &r.Files[i]
		for _, finding := range f.Findings {
			fmt.Fprintf(&b, "::%s file=%s", command(finding.Severity), property.Replace(r.relative(f.Name)))
			if finding.Position.IsValid() {
				fmt.Fprintf(&b, ",line=%d,col=%d", finding.Position.Line, f.column(finding.Position))
			}
			fmt.Fprintf(&b, ",title=%s::%s\n", property.Replace(finding.Code), message.Replace(finding.Message))
		}
	}
	for _, why := range r.Unread {
		fmt.Fprintf(&b, "::error::%s\n", message.Replace(why))
	}
	return []byte(b.String())
}

// command is the workflow command for a severity.
func command(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "error"
	case diag.Warning:
		return "warning"
	}
	return "notice"
}

// What ends a command or a property is written as GitHub's own tools write it.
var (
	message  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// column gives a column in characters.
func (f *File) column(p diag.Position) int {
	if f.Characters == nil {
		return p.Column
	}
	return f.Characters(p)
}
