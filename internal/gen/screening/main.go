// The command screening writes docs/screening.md: how often free-text screening
// is right, by class and language, on sentences that nobody who wrote a lexicon
// has seen.
//
//	go run ./internal/gen/screening
//	go run ./internal/gen/screening -wrong sv
//	go run ./internal/gen/screening -weigh sv
//
// With -wrong it writes no page but shows what the lexicon of the language gets
// wrong among the sentences that may be seen; with -weigh it shows of each pattern
// how many of those it finds rightly, wrongly, and in ordinary text. A pattern that
// finds a wrong one for fewer than six right ones is marked: it does more harm
// than good.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/screening"
	"github.com/lagrum/lagrum/internal/tree"
)

func main() {
	log.SetFlags(0)
	wrong := flag.String("wrong", "", "show what the lexicon of this `language` gets wrong among the sentences that may be seen")
	weigh := flag.String("weigh", "", "show what each pattern of this `language` finds among them")
	flag.Parse()
	root, err := tree.Root()
	if err != nil {
		log.Fatal(err)
	}
	if *wrong != "" {
		if err := showWrong(root, *wrong); err != nil {
			log.Fatal(err)
		}
		return
	}
	if *weigh != "" {
		if err := showWeights(root, *weigh); err != nil {
			log.Fatal(err)
		}
		return
	}
	written, err := page(root)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "docs", "screening.md"), written, 0o644); err != nil {
		log.Fatal(err)
	}
}

// showWrong prints those of the sentences that may be seen on which the
// lexicon is wrong.
func showWrong(root, language string) error {
	set, err := screening.ReadOpen(root, language)
	if err != nil {
		return err
	}
	s, err := screening.Screener(language)
	if err != nil {
		return err
	}
	for _, sentence := range set {
		told := screening.Told(s, sentence.Text)
		switch {
		case sentence.Class == screening.Ordinary && len(told) > 0:
			fmt.Printf("flagged\t%s\t%s\n", firstOf(told), sentence.Text)
		case sentence.Class == screening.Ordinary:
		case sentence.Tells && !told[sentence.Class]:
			fmt.Printf("missed\t%s\t%s\n", sentence.Class, sentence.Text)
		case !sentence.Tells && told[sentence.Class]:
			fmt.Printf("wrong\t%s\t%s\n", sentence.Class, sentence.Text)
		}
	}
	return nil
}
