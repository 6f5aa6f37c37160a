// Again reads a file of vectors from standard input and writes it anew, with what
// the host that it was built for makes of it.
//
//	go run ./internal/vectors/again <sdk/form/testdata/vectors/sign-up.json
package main

import (
	"io"
	"os"

	"github.com/lagrum/lagrum/internal/vectors"
)

func main() {
	in, err := io.ReadAll(os.Stdin)
	var out []byte
	if err == nil {
		out, err = vectors.Again(in)
	}
	if err == nil {
		_, err = os.Stdout.Write(out)
	}
	if err != nil {
		os.Stderr.WriteString("again: " + err.Error() + "\n")
		os.Exit(1)
	}
}
