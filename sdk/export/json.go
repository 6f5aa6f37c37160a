package export

import "github.com/lagrum/lagrum/sdk/diag"

// The shape of the JSON. Fields are added over time and never change their meaning.
type (
	jsonReport struct {
		Version  string         `json:"version"`
		Files    []string       `json:"files"`
		Unread   []string       `json:"unread,omitempty"`
		Findings []jsonFinding  `json:"findings"`
		Ignored  []jsonFinding  `json:"ignored"`
		Counts   map[string]int `json:"counts"`
	}
	jsonFinding struct {
		File     string   `json:"file"`
		Line     int      `json:"line,omitempty"`
		Column   int      `json:"column,omitempty"`
		Severity string   `json:"severity"`
		Code     string   `json:"code"`
		Message  string   `json:"message"`
		Path     string   `json:"path"`
		Cites    []string `json:"cites"`
		Page     string   `json:"page"`
		Reason   string   `json:"reason,omitempty"`
	}
)

// JSON gives the report as one JSON object:
//
//	version   of Lagrum
//	files     the names of the files that were read
//	unread    why others could not be read, if there are any
//	findings  file, line, column (in bytes, from 1), severity (error, warning,
//	          info), code, message, path (a JSON Pointer into the policy), cites
//	          (the provisions), page (the address of an explanation)
//	ignored   what comments in the files silence: the same, and the reason
//	counts    how many there are: error, warning, info, ignored
func (r *Report) JSON() []byte {
	out := jsonReport{
		Version: r.Version, Files: []string{}, Unread: r.Unread, Findings: []jsonFinding{}, Ignored: []jsonFinding{},
		Counts: map[string]int{"error": 0, "warning": 0, "info": 0, "ignored": 0},
	}
	for i := range r.Files {
		f := &r.Files[i]
		out.Files = append(out.Files, f.Name)
		for _, finding := range f.Findings {
			out.Findings = append(out.Findings, flat(f.Name, finding))
			out.Counts[finding.Severity.String()]++
		}
		for _, ignored := range f.Ignored {
			one := flat(f.Name, ignored.Finding)
			one.Reason = ignored.Reason
			out.Ignored = append(out.Ignored, one)
			out.Counts["ignored"]++
		}
	}
	return encode(out)
}

func flat(file string, f diag.Finding) jsonFinding {
	cites := f.Cites
	if cites == nil {
		cites = []string{}
	}
	return jsonFinding{
		File: file, Line: f.Position.Line, Column: f.Position.Column, Severity: f.Severity.String(),
		Code: f.Code, Message: f.Message, Path: string(f.Path), Cites: cites, Page: Page(f.Code),
	}
}
