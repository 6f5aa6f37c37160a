package wire_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/wire"
)

func TestReadGivesTheTree(t *testing.T) {
	got, err := wire.Read([]byte(" {\"a\" : [1, -2.50e+3, \"x\\u00e5\\ud83d\\ude42\\/\", true, false, null, {}, []] ,\t\"b\":\"\"}\r\n"), wire.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := wire.Node{Kind: wire.Object, Children: []wire.Node{
		{Name: "a", Kind: wire.Array, Children: []wire.Node{
			{Kind: wire.Number, Text: "1"},
			{Kind: wire.Number, Text: "-2.50e+3"},
			{Kind: wire.String, Text: "xå🙂/"},
			{Kind: wire.Bool, Text: "true"},
			{Kind: wire.Bool, Text: "false"},
			{Kind: wire.Null, Text: "null"},
			{Kind: wire.Object},
			{Kind: wire.Array},
		}},
		{Name: "b", Kind: wire.String},
	}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestReadRefuses(t *testing.T) {
	small := wire.Limits{Bytes: 40, Depth: 2, Nodes: 5, Members: 2}
	for name, c := range map[string]struct {
		in     string
		limits wire.Limits
		want   wire.Error
	}{
		"nothing":               {"", small, wire.Error{wire.Syntax, 0}},
		"white space alone":     {" \n", small, wire.Error{wire.Syntax, 2}},
		"two values":            {"1 2", small, wire.Error{wire.Syntax, 2}},
		"cut array":             {"[1,", small, wire.Error{wire.Syntax, 3}},
		"cut object":            {`{"a":1`, small, wire.Error{wire.Syntax, 6}},
		"cut string":            {`"ab`, small, wire.Error{wire.Syntax, 3}},
		"cut escape":            {`"\`, small, wire.Error{wire.Syntax, 2}},
		"cut hex":               {`"\u12`, small, wire.Error{wire.Syntax, 5}},
		"comma at the end":      {"[1,]", small, wire.Error{wire.Syntax, 3}},
		"comma after member":    {`{"a":1,}`, small, wire.Error{wire.Syntax, 7}},
		"no comma":              {"[1 1]", small, wire.Error{wire.Syntax, 3}},
		"no colon":              {`{"a" 1}`, small, wire.Error{wire.Syntax, 5}},
		"name not a string":     {"{a:1}", small, wire.Error{wire.Syntax, 1}},
		"single quotes":         {"'a'", small, wire.Error{wire.Syntax, 0}},
		"comment":               {"/**/1", small, wire.Error{wire.Syntax, 0}},
		"byte order mark":       {"\ufeff1", small, wire.Error{wire.Syntax, 0}},
		"leading zero":          {"01", small, wire.Error{wire.Syntax, 1}},
		"plus":                  {"+1", small, wire.Error{wire.Syntax, 0}},
		"no digit":              {"-", small, wire.Error{wire.Syntax, 1}},
		"no fraction":           {"1.", small, wire.Error{wire.Syntax, 2}},
		"no exponent":           {"1e+", small, wire.Error{wire.Syntax, 3}},
		"not a number":          {"NaN", small, wire.Error{wire.Syntax, 0}},
		"word cut":              {"tru", small, wire.Error{wire.Syntax, 0}},
		"line break in string":  {"\"a\n\"", small, wire.Error{wire.Syntax, 2}},
		"unknown escape":        {`"\x"`, small, wire.Error{wire.Syntax, 2}},
		"NUL after a value":     {"1\x00", small, wire.Error{wire.Syntax, 1}},
		"escaped NUL byte":      {"\"\\\x00\"", small, wire.Error{wire.Syntax, 2}},
		"invalid UTF-8":         {"\"a\xff\"", small, wire.Error{wire.NotUTF8, 2}},
		"surrogate as UTF-8":    {"\"\xed\xa0\x80\"", small, wire.Error{wire.NotUTF8, 1}},
		"high surrogate alone":  {`"a\ud800"`, small, wire.Error{wire.NotUTF8, 2}},
		"low surrogate alone":   {`"\udc00"`, small, wire.Error{wire.NotUTF8, 1}},
		"surrogates turned":     {`"\udc00\ud800"`, small, wire.Error{wire.NotUTF8, 1}},
		"high, then a letter":   {`"\ud800\u0041"`, small, wire.Error{wire.NotUTF8, 1}},
		"high, then a newline":  {`"\ud800\n"`, small, wire.Error{wire.NotUTF8, 1}},
		"high, then cut hex":    {`"\ud800\u00"`, small, wire.Error{wire.Syntax, 11}},
		"name twice":            {`{"a":1,"a":2}`, small, wire.Error{wire.RepeatName, 7}},
		"name twice, escaped":   {`{"a":1,"\u0061":2}`, small, wire.Error{wire.RepeatName, 7}},
		"invalid UTF-8 in name": {"{\"\xff\":1}", small, wire.Error{wire.NotUTF8, 2}},
		"too long":              {strings.Repeat(" ", 40) + "1", small, wire.Error{wire.TooLarge, 40}},
		"too deep":              {"[[[]]]", small, wire.Error{wire.TooDeep, 2}},
		"too deep in objects":   {`{"a":{"b":{}}}`, small, wire.Error{wire.TooDeep, 10}},
		"too many values":       {"[1,1,1,1,1]", small, wire.Error{wire.TooMany, 9}},
		"too many members":      {`{"a":1,"b":1,"c":1}`, small, wire.Error{wire.TooMany, 13}},
		"defaults, depth":       {strings.Repeat("[", 33), wire.Limits{}, wire.Error{wire.TooDeep, 32}},
		"defaults, negative":    {strings.Repeat("[", 33), wire.Limits{-1, -1, -1, -1}, wire.Error{wire.TooDeep, 32}},
		"defaults, values":      {"[" + strings.Repeat("1,", 1<<16), wire.Limits{}, wire.Error{wire.TooMany, 1<<17 - 1}},
		"defaults, bytes":       {strings.Repeat(" ", 1<<20+1), wire.Limits{}, wire.Error{wire.TooLarge, 1 << 20}},
	} {
		n, err := wire.Read([]byte(c.in), c.limits)
		var got *wire.Error
		if !errors.As(err, &got) {
			t.Errorf("%s: got %v, %v", name, n, err)
			continue
		}
		if d := cmp.Diff(c.want, *got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		if d := cmp.Diff(wire.Node{}, n); d != "" {
			t.Errorf("%s: a node beside the error:\n%s", name, d)
		}
	}
}

func TestReadAtTheLimits(t *testing.T) {
	for _, s := range []string{"[[1,1,1]]", `{"a":1,"b":{}}`, strings.Repeat(" ", 39) + "1"} {
		if _, err := wire.Read([]byte(s), wire.Limits{Bytes: 40, Depth: 2, Nodes: 5, Members: 2}); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestErrorsHoldNothingOfTheText(t *testing.T) {
	for p := wire.TooLarge; p <= wire.RepeatName+1; p++ {
		got := (&wire.Error{Problem: p, Offset: 7}).Error()
		if want := "wire: " + p.String() + " at byte 7"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := wire.Problem(9).String(); got != "problem(9)" {
		t.Errorf("got %q", got)
	}
	_, err := wire.Read([]byte(`{"19870654":1,"19870654":"secret"}`), wire.Limits{})
	if err == nil || strings.Contains(err.Error(), "1987") {
		t.Errorf("got %v", err)
	}
}

func TestNodeAccess(t *testing.T) {
	doc, err := wire.Read([]byte(`{"s":"x","n":-12,"f":1.0,"e":1e2,"big":9223372036854775808,"t":true,"u":false,"z":null,"o":{"p":{"q":"r"}}}`), wire.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	type access struct {
		Name                 string
		Kind                 wire.Kind
		Str                  string
		Int                  int64
		Bool                 bool
		IsStr, IsInt, IsBool bool
	}
	var got []access
	for _, c := range append(doc.Children, doc.Get("o").Get("p").Get("q"), doc.Get("s").Get("x"), doc.Get("none").Get("x")) {
		a := access{Name: c.Name, Kind: c.Kind}
		a.Str, a.IsStr = c.Str()
		a.Int, a.IsInt = c.Int()
		a.Bool, a.IsBool = c.Bool()
		got = append(got, a)
	}
	want := []access{
		{Name: "s", Kind: wire.String, Str: "x", IsStr: true},
		{Name: "n", Kind: wire.Number, Int: -12, IsInt: true},
		{Name: "f", Kind: wire.Number},
		{Name: "e", Kind: wire.Number},
		{Name: "big", Kind: wire.Number},
		{Name: "t", Kind: wire.Bool, Bool: true, IsBool: true},
		{Name: "u", Kind: wire.Bool, IsBool: true},
		{Name: "z", Kind: wire.Null},
		{Name: "o", Kind: wire.Object},
		{Name: "q", Kind: wire.String, Str: "r", IsStr: true},
		{}, {},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// tree gives a node as encoding/json decodes it with UseNumber.
func tree(n wire.Node) any {
	switch n.Kind {
	case wire.Bool:
		return n.Text == "true"
	case wire.Number:
		return json.Number(n.Text)
	case wire.String:
		return n.Text
	case wire.Array:
		list := []any{}
		for _, c := range n.Children {
			list = append(list, tree(c))
		}
		return list
	case wire.Object:
		object := map[string]any{}
		for _, c := range n.Children {
			object[c.Name] = tree(c)
		}
		return object
	}
	return nil
}

// write puts a tree into JSON again.
func write(w *wire.Writer, n wire.Node) {
	switch n.Kind {
	case wire.String:
		w.String(n.Text)
	case wire.Array:
		w.BeginArray()
		for _, c := range n.Children {
			write(w, c)
		}
		w.EndArray()
	case wire.Object:
		w.BeginObject()
		for _, c := range n.Children {
			write(w.Key(c.Name), c)
		}
		w.EndObject()
	default:
		w.Raw(n.Text)
	}
}

// repeatsName walks the tokens of a valid text and tells whether an object has a name twice.
func repeatsName(data []byte) bool {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var names []map[string]bool // of the open objects; nil for an array
	wantName := false
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return false
		}
		switch token {
		case json.Delim('{'):
			names, wantName = append(names, map[string]bool{}), true
			continue
		case json.Delim('['):
			names, wantName = append(names, nil), false
			continue
		case json.Delim('}'), json.Delim(']'):
			names = names[:len(names)-1]
		default:
			if wantName {
				name := token.(string)
				if names[len(names)-1][name] {
					return true
				}
				names[len(names)-1][name], wantName = true, false
				continue
			}
		}
		wantName = len(names) > 0 && names[len(names)-1] != nil
	}
}

var surrogate = regexp.MustCompile(`(?i)\\ud[89a-f]`)

// encoding/json is the oracle: it takes more, and where it does, our reason is true.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		`{"a":[1,-2.5e+3,"x\ud83d\ude42",true,false,null,{},[]],"b":""}`, `{"a":1,"a":2}`, `"\ud800"`, "\"\xff\"", "[[[[[[]]]]]]",
		"-0", "1E400", "01", `"\u00e5\b\f\n\r\t\/\\\""`, " [ ] ", `{"a":{"a":{"a":1}}}`, "nul", "\x00", `{"":0}`,
	} {
		f.Add([]byte(s))
	}
	limits := wire.Limits{Bytes: 4096, Depth: 8, Nodes: 64, Members: 8}
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := wire.Read(data, limits)
		valid := json.Valid(data)
		if err == nil {
			if !valid {
				t.Fatalf("%q is read, but is not JSON", data)
			}
			checkTree(t, data, n, limits)
			return
		}
		problem := err.(*wire.Error)
		if problem.Offset < 0 || problem.Offset > len(data) {
			t.Fatalf("%q: %v", data, err)
		}
		if !valid {
			return
		}
		switch problem.Problem {
		case wire.Syntax:
			t.Fatalf("%q is JSON, but is refused: %v", data, err)
		case wire.NotUTF8:
			if utf8.Valid(data) && !surrogate.Match(data) {
				t.Fatalf("%q: %v", data, err)
			}
		case wire.RepeatName:
			if !repeatsName(data) {
				t.Fatalf("%q: %v", data, err)
			}
		case wire.TooLarge:
			if len(data) <= limits.Bytes {
				t.Fatalf("%q: %v", data, err)
			}
		case wire.TooDeep, wire.TooMany:
			if bytes.Count(data, []byte("{"))+bytes.Count(data, []byte("[")) <= limits.Depth && bytes.Count(data, []byte(",")) < limits.Members {
				t.Fatalf("%q: %v", data, err)
			}
		default:
			t.Fatalf("%q: unknown problem: %v", data, err)
		}
	})
}

func checkTree(t *testing.T, data []byte, n wire.Node, limits wire.Limits) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var want any
	if err := decoder.Decode(&want); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, tree(n)); d != "" {
		t.Fatalf("%q (-want +got):\n%s", data, d)
	}
	if repeatsName(data) || !utf8.Valid(data) {
		t.Fatalf("%q is read", data)
	}
	var w wire.Writer
	write(&w, n)
	limits.Bytes = 0 // escapes make it longer
	again, err := wire.Read(w.Bytes(), limits)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(n, again); d != "" {
		t.Fatalf("%q, written again (-want +got):\n%s", data, d)
	}
}

var submission = []byte(`{"form":"course-7","language":"sv","fields":{"name":"Elev","school":"Skola","diet":["vegan","nuts"],"year":7},"consents":[{"id":"photo","given":false},{"id":"news","given":true}]}`)

func BenchmarkRead(b *testing.B) {
	b.SetBytes(int64(len(submission)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := wire.Read(submission, wire.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnmarshalAny(b *testing.B) {
	b.SetBytes(int64(len(submission)))
	b.ReportAllocs()
	for b.Loop() {
		var v any
		if err := json.Unmarshal(submission, &v); err != nil {
			b.Fatal(err)
		}
	}
}
