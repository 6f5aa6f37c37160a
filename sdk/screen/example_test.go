package screen_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/screen"
)

func ExampleScreener_Find() {
	words, err := screen.Parse("en", `
[health]
allergi*|allergy
!no allergies
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	screener, err := screen.New(words, screen.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, text := range []string{"Allergic to nuts.", "No allergies.", "Ring home ####", "CPR 070761-4285"} {
		fmt.Println(screener.Find(nil, text))
	}
	// Output:
	// [{health 0 8 en/health/1 false}]
	// []
	// [{internal-code 10 14 code true}]
	// [{national-number 4 15 number true}]
}

func ExampleWords() {
	words, ok := screen.Words("sv")
	fmt.Println(words.Language, ok)
	_, ok = screen.Words("fi")
	fmt.Println(ok)
	// Output:
	// sv true
	// false
}

// A form carries only the classes that its policy forbids.
func ExampleLexicon_Only() {
	words, _ := screen.Parse("en", "[health]\nallergy\n[religion]\nkosher\n")
	fmt.Println(string(words.Only(screen.Religion).AppendJSON(nil)))
	// Output: {"language":"en","groups":{},"classes":[{"class":"religion","patterns":["kosher"]}]}
}

// A field that asks why somebody was absent asks for illness in one word.
func ExampleOptions() {
	words, _ := screen.Parse("en", "[absence-sick]\n~ill\noff sick\n")
	remark, _ := screen.New(words, screen.Options{})
	reason, _ := screen.New(words, screen.Options{Asks: screen.AbsenceSick})
	fmt.Println(len(remark.Find(nil, "ill")), len(reason.Find(nil, "ill")))
	// Output: 0 1
}
