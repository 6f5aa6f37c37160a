package wire_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/wire"
)

var samples = []string{
	"", "plain", `"\/`, "<script>&</script>", "\u2028\u2029", "\b\f\n\r\t\x00\x1f\x7f", "åäö 🙂 \uFFFD", "\xff\xc3(", "\xed\xa0\x80", "a\u2028b<",
}

func checkString(t *testing.T, s string) {
	t.Helper()
	got := string(wire.AppendString([]byte("x"), s))
	want, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	if got != "x"+string(want) {
		t.Fatalf("%q: got %s, want %s", s, got, want)
	}
	if strings.ContainsAny(got, "<>&\u2028\u2029") {
		t.Fatalf("%q is not safe in a script element: %s", s, got)
	}
	n, err := wire.Read([]byte(got[1:]), wire.Limits{})
	if back, ok := n.Str(); err != nil || !ok || back != string([]rune(s)) {
		t.Fatalf("%q is read back as %q, %v", s, back, err)
	}
}

func TestAppendStringAsEncodingJSON(t *testing.T) {
	for _, s := range samples {
		checkString(t, s)
	}
	for c := range 256 {
		checkString(t, string([]byte{'a', byte(c), 'b'}))
	}
}

func FuzzAppendString(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(checkString)
}

func TestWriterSetsTheCommas(t *testing.T) {
	w := wire.NewWriter([]byte("data: "))
	w.BeginObject()
	w.Key("empty").BeginObject().EndObject()
	w.Key("none").BeginArray().EndArray()
	w.Key("a:b{[").String("{[:")
	w.Key("list").BeginArray().Int(-1).Bool(true).Bool(false).Null().Raw("1.5").String("")
	w.BeginObject().Key("k").Int(1).EndObject()
	w.BeginArray().BeginArray().EndArray().EndArray()
	w.EndArray()
	w.EndObject()
	want := `data: {"empty":{},"none":[],"a:b{[":"{[:","list":[-1,true,false,null,1.5,"",{"k":1},[[]]]}`
	if d := cmp.Diff(want, string(w.Bytes())); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if !json.Valid(w.Bytes()[len("data: "):]) {
		t.Error("not JSON")
	}
}

func TestZeroWriterWritesAScalar(t *testing.T) {
	var w wire.Writer
	if got := string(w.String("a").Bytes()); got != `"a"` {
		t.Errorf("got %s", got)
	}
}

func TestWriterDoesNotAllocate(t *testing.T) {
	buf := make([]byte, 0, 256)
	if n := testing.AllocsPerRun(10, func() {
		w := wire.NewWriter(buf)
		w.BeginObject().Key("name").String("a<b").Key("n").Int(1 << 40).EndObject()
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

var prose = strings.Repeat("Uppgifterna sparas i två år efter kursens slut. \"Kontakt\"\n", 20)

func BenchmarkAppendString(b *testing.B) {
	dst := make([]byte, 0, 2*len(prose))
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		dst = wire.AppendString(dst[:0], prose)
	}
}

func BenchmarkMarshalString(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		if _, err := json.Marshal(prose); err != nil {
			b.Fatal(err)
		}
	}
}
