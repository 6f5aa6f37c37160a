package schema

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/invopop/jsonschema"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ident"
)

// What no answer holds, as in a class of characters: controls, and what turns the
// direction of what stands around it. They stand for themselves, since \x{2066}
// is Go's and \u2066 is not.
const (
	controls  = "\x00-\x08\x0B-\x1F\x7F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF"
	lineEnds  = "\n\r"
	spaces    = "\t \u00A0\u1680\u2000-\u200B\u202F\u205F\u3000"
	invisible = controls + lineEnds + spaces
)

// name is one line as it is typed, but for the spaces around it.
const name = `^[^` + invisible + `](?:[^` + controls + lineEnds + `]*[^` + invisible + `])?$`

// The parts of addresses: of ASCII what [form.Definition.Check] takes, and letters
// beyond it.
const (
	atom   = `[^` + invisible + `"(),.:;<>@[\\\]]+`
	edge   = `[^` + invisible + `!-/:-@\[-` + "`" + `{-~]`
	inner  = `[^` + invisible + `!-,./:-@\[-` + "`" + `{-~]`
	label  = edge + `(?:` + inner + `{0,61}` + edge + `)?`
	domain = `(?:` + label + `\.)+` + label
	last   = `\.(?:[0-9]+|[A-Za-z0-9])` // what a domain does not end in: figures, or one sign
)

// shapes are what answers look like that are not of the one field alone.
func shapes() jsonschema.Definitions {
	text := func(pattern string) *jsonschema.Schema { return &jsonschema.Schema{Type: "string", Pattern: pattern} }
	except := func(s *jsonschema.Schema, pattern string) *jsonschema.Schema {
		s.Not = &jsonschema.Schema{Pattern: pattern}
		return s
	}
	s := jsonschema.Definitions{
		"line":  text(`^[^` + invisible + `]+(?: [^` + invisible + `]+)*$`),
		"lines": text(`^[^` + invisible + `](?:[^` + controls + `\r]*[^` + invisible + `])?$`),
		"name":  text(name),
		"email": except(text(`^`+atom+`(?:\.`+atom+`)*@`+domain+`$`), `^[^@]{65}|@.*[A-Z]|`+last+`$`),
		"tel":   except(text(`^\+?`+between+`*(?:[0-9]`+between+`*){3,17}$`), `^[`+spaces+`]|[`+spaces+`]$`),
		"url": except(text(`^[Hh][Tt][Tt][Pp][Ss]?://`+domain+`(?::[0-9]{1,5})?(?:[/?#][^`+invisible+"\"<>\\\\^`{|}"+`]*)?$`),
			`^[^/]*//[^/?#:]*`+last+`(?:[:/?#]|$)|^[^/]*//[^/?#:]{254}`),
		"number": except(text(`^-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?$`), `^-[0.]+$`),
		"date":   day(),
		"answer": {AnyOf: []*jsonschema.Schema{
			{Extras: types("string", "number", "boolean", "null")},
			{Type: "array", Items: &jsonschema.Schema{Type: "string"}},
			anyFile(),
		}},
	}
	s["email"].MaxLength, s["tel"].MaxLength = length(254), length(40)
	s["line"].Description = "A line of text without spaces at its ends, and one at a time within."
	s["lines"].Description = "Text without spaces at its ends; a line ends in a line feed."
	s["name"].Description = "A line of text without spaces at its ends."
	s["answer"].Description = "Anything that is read as an answer."
	return s
}

// between is what may stand between the figures of a telephone number.
const between = `[./()` + "\u2010-\u2015" + spaces + `-]`

// largestFile is the size that [form.ReadValues] reads at most.
const largestFile = "2147483647"

func anyFile() *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), Required: []string{"name", "type", "size"}}
	s.Properties.Set("name", &jsonschema.Schema{Type: "string"})
	s.Properties.Set("type", &jsonschema.Schema{Type: "string"})
	s.Properties.Set("size", &jsonschema.Schema{Type: "integer", Minimum: "0", Maximum: largestFile})
	return s
}

// limited is a shape with the field's own limits of characters.
func (x *former) limited(shape string, f *form.Field) *jsonschema.Schema {
	s := x.shape(shape)
	if f.MinLength > 0 {
		s.MinLength = length(f.MinLength)
	}
	if most := shapes()[shape].MaxLength; f.MaxLength > 0 && (most == nil || uint64(f.MaxLength) < *most) {
		s.MaxLength = length(f.MaxLength)
	}
	return s
}

// letters are those that a pattern takes: of ASCII, Latin-1 and Latin Extended-A.
const letters = "A-Za-zÀ-ÖØ-öø-ſ"

// patterned adds what an answer looks like, where the field says so: 9 for a
// digit, A for a letter, * for either.
func patterned(s *jsonschema.Schema, pattern string) *jsonschema.Schema {
	if pattern == "" {
		return s
	}
	var b strings.Builder
	for _, sign := range pattern {
		switch sign {
		case '9':
			b.WriteString("[0-9]")
		case 'A':
			b.WriteString("[" + letters + "]")
		case '*':
			b.WriteString("[0-9" + letters + "]")
		default:
			b.WriteString(regexp.QuoteMeta(string(sign)))
		}
	}
	s.Pattern = "^" + b.String() + "$"
	if s.MaxLength != nil && *s.MaxLength >= uint64(utf8.RuneCountInString(pattern)) {
		s.MaxLength = nil // the pattern says it too
	}
	return s
}

// sendable is what an answer can be at all: the spaces around it are taken away.
var sendable = regexp.MustCompile(name)

// offered are the choices of the field. A choice that cannot be sent is none.
func offered(f *form.Field) *jsonschema.Schema {
	var values []string
	for _, o := range f.Options {
		if sendable.MatchString(o.Value) {
			values = append(values, o.Value)
		}
	}
	if len(values) == 0 {
		return nothing()
	}
	return &jsonschema.Schema{Enum: unique(values)}
}

// nothing accepts nothing. It is no plain false, so that a title can stand in it.
func nothing() *jsonschema.Schema { return &jsonschema.Schema{Not: &jsonschema.Schema{}} }

// The days in identity numbers.
const (
	monthDay = `(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])`
	dayMonth = `(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])`
	century  = `(?:18|19|20)[0-9]{2}`
	anyDay   = `(?:[04][1-9]|[1256][0-9]|[37][01])` // of a Norwegian: that of a D number has 40 added
)

// numbers are the shapes of identity numbers in canonical form, of the series
// that are read without being asked for. Package ident says where they are from.
var numbers = map[ident.Kind]string{
	ident.Personnummer:         century + monthDay + `[0-9]{4}`,
	ident.Samordningsnummer:    century + `(?:0[0-9]|1[0-2])(?:[6-8][0-9]|9[01])[0-9]{4}`,
	ident.Interimspersonnummer: century + monthDay + `[TRSUWXJKLMN][0-9]{3}`,
	ident.Reservnummer:         `(?:[0-9]{12}|[0-9]{4}` + monthDay + `(?:[KMX][0-9]{3}|S[FUXPL][0-9][A-UW-Z]))`,
	ident.NorEduPersonNIN:      `(?:` + century + `(?:0[0-9]|1[0-2])[0-9]{2}[0-9TRSUWXJKLMN][0-9]{3})`,
	ident.HSAID:                `SE[0-9]{10}-[0-9A-Za-z]{1,18}`,
	ident.Organisationsnummer:  `[0-9]{10}`,
	ident.Postnummer:           `[1-9][0-9]{4}`,
	ident.CPR:                  dayMonth + `[0-9]{6}`,
	ident.CVR:                  `[1-9][0-9]{7}`,
	ident.Fodselsnummer:        anyDay + `(?:0[1-9]|1[0-2])[0-9]{7}`,
	ident.Organisasjonsnummer:  `[14-9][0-9]{8}`,
	ident.HETU:                 dayMonth + `[0-9]{2}[-+A-FU-Y][0-8][0-9]{2}[0-9A-FHJ-NPR-Y]`,
	ident.YTunnus:              `[0-9]{7}-[0-9]`,
	ident.Kennitala:            `(?:` + dayMonth + `|[89][0-9]{3})[0-9]{6}`,
	ident.KennitalaOfCompany:   `(?:4[1-9]|[56][0-9]|7[01])(?:0[1-9]|1[0-2])[0-9]{6}`,
	ident.VTal:                 `[0-9]{6}`,
	ident.PIC:                  `[0-9]{9}`,
}

// A variant is the shape of a series that is read only when asked for.
type variant struct {
	series  ident.Series
	pattern string
}

// onRequest are the series with a shape of their own.
var onRequest = map[ident.Kind][]variant{
	ident.CPR: {
		{ident.Replacement, `(?:6[1-9]|[78][0-9]|9[01])(?:0[1-9]|1[0-2])[0-9]{6}`},
		{ident.Electronic, dayMonth + `[0-9]{2}[01567A-Z][A-Z]{2}[0-9]`},
	},
	ident.Fodselsnummer: {
		{ident.HNumber | ident.NAV, anyDay + `(?:4[1-9]|5[0-2])[0-9]{7}`},
		{ident.NHN, anyDay + `(?:6[6-9]|7[0-7])[0-9]{7}`},
		{ident.Tenor, anyDay + `(?:8[1-9]|9[0-2])[0-9]{7}`},
		{ident.FHNumber, `[89][0-9]{10}`},
	},
	ident.Organisasjonsnummer: {{ident.Tenor, `[23][0-9]{8}`}},
	ident.HETU:                {{ident.Temporary, dayMonth + `[0-9]{2}[-+A-FU-Y]9[0-9]{2}[0-9A-FHJ-NPR-Y]`}},
}

// number is a number of one of the field's kinds.
func number(f *form.Field) *jsonschema.Schema {
	var patterns []string
	add := func(pattern string) {
		if !slices.Contains(patterns, pattern) {
			patterns = append(patterns, pattern)
		}
	}
	for _, kind := range f.Numbers {
		if pattern, ok := numbers[kind]; ok {
			add(pattern)
		}
		for _, v := range onRequest[kind] {
			if v.series&f.Series != 0 {
				add(v.pattern)
			}
		}
	}
	switch len(patterns) {
	case 0:
		return nothing()
	case 1:
		return &jsonschema.Schema{Type: "string", Pattern: "^" + patterns[0] + "$"}
	}
	return &jsonschema.Schema{Type: "string", Pattern: "^(?:" + strings.Join(patterns, "|") + ")$"}
}

// unique gives the words as an enum, each once.
func unique(words []string) []any {
	var l []any
	for _, w := range words {
		if !slices.Contains(l, any(w)) {
			l = append(l, w)
		}
	}
	return l
}

func length(n int) *uint64 {
	u := uint64(n)
	return &u
}
