// The command screening writes docs/screening.md: how often free-text screening
// is right, by class and language, on sentences that nobody who wrote a lexicon
// has seen.
//
//	go run ./internal/gen/screening
//	go run ./internal/gen/screening -wrong sv
//
// With -wrong it writes no page but shows what the lexicon of the language gets
// wrong among the sentences that may be seen.
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
	set, err := screening.Read(root, language, "seen")
	if err != nil {
		return err
	}
	more, err := screening.Read(root, language, "more")
	if err != nil {
		return err
	}
	set = append(set, more...)
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
