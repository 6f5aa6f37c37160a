package screen_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/screen"
)

// bare finds codes and numbers only.
func bare(t testing.TB, opts screen.Options) *screen.Screener {
	t.Helper()
	s, err := screen.New(screen.Lexicon{}, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// marked gives the text with brackets around what was found, "!" before what blocks.
func marked(text string, hits []screen.Hit) string {
	var b strings.Builder
	end := 0
	for _, h := range hits {
		b.WriteString(text[end:h.Start])
		if h.Blocks {
			b.WriteString("!")
		}
		b.WriteString("[" + text[h.Start:h.End] + "]")
		end = h.End
	}
	return b.String() + text[end:]
}

func TestCodes(t *testing.T) {
	s := bare(t, screen.Options{})
	for _, want := range []string{
		"Elin ![####]", "![!!!!]", "Ring hemma ![!!!!]", "[##] Elin", "![??!!] Elin", "Elin [||]", "Se §§ 3–5 i stadgarna.", "och/eller", "a // b", "(![***])", "[§§] se pärm", "[$$], igen", "![§§§]",
		"Vad bra!!!", "Tack!!", "Va?!", "C#", "#1 i kön", "…", "...", "---", "===", "5 * 3 = 15", "a & b", "50 %", "a@b.example", ":-)", "Vad bra !!",
	} {
		text := strings.NewReplacer("![", "", "[", "", "]", "").Replace(want)
		if got := marked(text, s.Find(nil, text)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestCodeInBrackets(t *testing.T) {
	const text = "Noah [!!] ringer"
	if got := marked(text, bare(t, screen.Options{}).Find(nil, text)); got != "Noah [[!!]] ringer" {
		t.Errorf("got %s", got)
	}
}

// The numbers are published test numbers; see sdk/ident/testdata.
func TestNumbers(t *testing.T) {
	s := bare(t, screen.Options{})
	for _, want := range []string{
		"pnr ![19090527+1474]", "![190905271474]", "Född ![460823-9986].", "[4608239986]", "född ![1912 02 11 9150].", "802400-1234", "mit cpr? Det er [0108629996].", "order 0108629996", "8844120057", "(![730288-9931])",
		"cpr ![070761-4285]", "cpr [010190-9996]", "[0707614285]", "fnr [29020075838]", "hetu ![131052-308T]", "kt. [020980-4299]",
		"070-123 45 67", "08-123 45 678", "order 1234567890", "556016-0680", "OCR 9876543210987", "2026-11-21", "ISBN 978-91-7000-123-4", "a460823-9986", "460823-9986a", "1-460823-9986",
	} {
		text := strings.NewReplacer("![", "", "[", "", "]", "").Replace(want)
		if got := marked(text, s.Find(nil, text)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestOptions(t *testing.T) {
	const text = "#### 070761-4285"
	for _, test := range []struct {
		opts screen.Options
		want string
	}{
		{screen.Options{}, "![####] ![070761-4285]"},
		{screen.Options{Classes: []screen.Class{screen.NationalNumber}}, "#### ![070761-4285]"},
		{screen.Options{Classes: []screen.Class{screen.Health}}, text},
		{screen.Options{Numbers: []ident.Kind{ident.Personnummer}}, "![####] 070761-4285"},
	} {
		if got := marked(text, bare(t, test.opts).Find(nil, text)); got != test.want {
			t.Errorf("%v: got %s, want %s", test.opts, got, test.want)
		}
	}
}

func TestSpecialCategories(t *testing.T) {
	special := 0
	for _, class := range screen.Classes() {
		if category := class.Special(); category != "" {
			special++
			if _, known := category.Row(); !known {
				t.Errorf("%s: package law knows no category %s", class, category)
			}
		}
	}
	if special != 8 || screen.Offensive.Special() != law.SpecialCategory("") {
		t.Errorf("%d classes are special categories, want the eight of Article 9(1)", special)
	}
}

// A lexicon goes through JSON to the browser, and finds the same there.
func TestLexiconThroughJSON(t *testing.T) {
	for _, language := range []string{"sv", "da", "nb", "en"} {
		want, ok := screen.Words(language)
		if !ok {
			t.Fatalf("no lexicon for %s", language)
		}
		data := want.AppendJSON(nil)
		if !json.Valid(data) {
			t.Errorf("%s: not JSON", language)
		}
		got, err := screen.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", language, diff)
		}
		if _, err := screen.New(got, screen.Options{}); err != nil {
			t.Errorf("%s: %v", language, err)
		}
	}
}

func TestReadRefusesWhatIsNoJSON(t *testing.T) {
	if _, err := screen.Read([]byte(`{"classes":`)); err == nil {
		t.Error("no error")
	}
}

// Neither a Hit nor an error shows what was typed.
func TestHitsSayNothingOfTheText(t *testing.T) {
	words, _ := screen.Parse("en", "[health]\n*allergi*\n")
	s, err := screen.New(words, screen.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const text = "allergic zebra 070761-4285 ####"
	hits := s.Find(nil, text)
	if len(hits) != 3 {
		t.Fatalf("%d hits, want 3", len(hits))
	}
	shown := fmt.Sprintf("%v %+v %#v", hits, hits, hits)
	for _, secret := range []string{"allergic", "zebra", "070761", "4285", "####"} {
		if strings.Contains(shown, secret) {
			t.Errorf("%s shows %q", shown, secret)
		}
	}
}

func TestFindAllocatesNothing(t *testing.T) {
	words, _ := screen.Words("sv")
	s, err := screen.New(words, screen.Options{})
	if err != nil {
		t.Fatal(err)
	}
	room := make([]screen.Hit, 0, 64)
	text := strings.Repeat("Diagrammet saknar rubrik, men det andra stycket är tydligt. Tåget går 08.15. ", 5)
	if n := testing.AllocsPerRun(100, func() { room = s.Find(room[:0], text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// What is found in a text is found in it twice as often when it stands twice.
// Work grows with the length; a text of one endless word is no trap.
func TestFindIsBounded(t *testing.T) {
	words, _ := screen.Words("sv")
	s, err := screen.New(words, screen.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		strings.Repeat("allergi", 200_000), strings.Repeat("# ", 200_000), strings.Repeat("1", 500_000),
		strings.Repeat("allergi ", 100_000), strings.Repeat("460823-9986 ", 50_000), strings.Repeat("\xff", 500_000), strings.Repeat("!!!! ", 100_000),
	} {
		s.Find(nil, text) // the test's own limit of time is the judge
	}
}

func FuzzFind(f *testing.F) {
	var screeners []*screen.Screener
	for _, language := range []string{"sv", "da", "nb", "en"} {
		words, _ := screen.Words(language)
		s, err := screen.New(words, screen.Options{Asks: screen.AbsenceSick})
		if err != nil {
			f.Fatal(err)
		}
		screeners = append(screeners, s)
	}
	for _, seed := range []string{"", "Elin är sjuk!!!! 460823-9986", "no allergies", "\xff\xc3", "Ä’Ä #### §§", "070761-4285070761-4285"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range screeners {
			hits := s.Find(nil, text)
			last := map[screen.Class]int{}
			for i, h := range hits {
				if h.Start < 0 || h.End > len(text) || h.Start >= h.End || h.Rule == "" || !h.Class.Known() {
					t.Fatalf("hit %d of class %q spans %d to %d of %d bytes", i, h.Class, h.Start, h.End, len(text))
				}
				if i > 0 && hits[i-1].Start > h.Start {
					t.Fatal("hits are out of order")
				}
				if h.Start < last[h.Class] {
					t.Fatalf("two hits of class %s overlap", h.Class)
				}
				last[h.Class] = h.End
			}
			if again := s.Find(hits, text); len(again) != 2*len(hits) {
				t.Fatal("a second look found something else")
			}
		}
	})
}

func FuzzLexicon(f *testing.F) {
	f.Add("[health]\nallergi*|*allergy\n!no _\n~ill\n", "no allergy")
	f.Add("@a b|c\n[offensive]\nx @a .. y\n", "x b y")
	f.Fuzz(func(t *testing.T, lexicon, text string) {
		l, err := screen.Parse("xx", lexicon)
		if err != nil {
			return
		}
		s, err := screen.New(l, screen.Options{})
		if err != nil {
			return
		}
		for _, h := range s.Find(nil, text) {
			if h.End > len(text) {
				t.Fatal("a hit ends after the text")
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Diagrammet saknar rubrik, men det andra stycket är tydligt och källorna finns med. Tåget går 08.15 från spår 4. ", 40)
	for _, language := range []string{"sv", "da", "nb", "en"} {
		words, _ := screen.Words(language)
		s, err := screen.New(words, screen.Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(language, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			room := make([]screen.Hit, 0, 256)
			for b.Loop() {
				room = s.Find(room[:0], text)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	words, _ := screen.Words("sv")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := screen.New(words, screen.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
