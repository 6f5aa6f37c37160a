package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/lagrum/lagrum/sdk/ident"
)

func TestEveryKindIsDescribed(t *testing.T) {
	for _, kind := range ident.Kinds() {
		if descriptions[kind] == "" {
			t.Errorf("%s has no description", kind)
		}
	}
	if len(descriptions) != len(ident.Kinds()) {
		t.Error("a kind is described that there is not")
	}
}

// identOf runs the command on standard input and gives what it wrote.
func identOf(t *testing.T, stdin io.Reader, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, said bytes.Buffer
	code = run(context.Background(), append([]string{"ident", "--kind", "se.personnummer"}, args...), stdin, &out, &said)
	return code, out.String(), said.String()
}

// However lines end and however long they are, each has a verdict of its own.
func TestIdentReadsLines(t *testing.T) {
	const valid, wrong = "190905271474", "190905271475"
	padded := func(n int) string { return strings.Repeat(" ", n-len(valid)) + valid }
	for name, c := range map[string]struct{ stdin, want string }{
		"nothing":               {"", ""},
		"line feed":             {valid + "\n" + wrong + "\n", "ok checksum"},
		"carriage return":       {valid + "\r\n" + wrong + "\r\n", "ok checksum"},
		"no end":                {wrong + "\n" + valid, "checksum ok"},
		"carriage return alone": {wrong + "\r\n" + valid + "\r", "checksum ok"},
		"empty lines":           {"\n\r\n" + valid, "empty empty ok"},
		"byte order mark":       {"\uFEFF" + valid + "\n" + wrong, "ok checksum"},
		"long":                  {padded(longestNumber-1) + "\n" + valid, "ok ok"},
		"too long":              {padded(longestNumber+1) + "\n" + valid, "length ok"},
		"much too long":         {valid + strings.Repeat(" ", 5*longestNumber) + "1\n" + valid, "length ok"},
		"too long, no end":      {valid + "\n" + strings.Repeat(" ", longestNumber), "ok length"},
		"very long, no end":     {valid + "\n" + strings.Repeat("1", 3*longestNumber), "ok length"},
		"not UTF-8":             {"\xFF\xFE1\x009\x00\n" + valid, "characters ok"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, stdin := range []io.Reader{strings.NewReader(c.stdin), iotest.OneByteReader(strings.NewReader(c.stdin))} {
				_, stdout, stderr := identOf(t, stdin)
				var got []string
				for line := range strings.Lines(stdout) {
					_, reason, found := strings.Cut(strings.TrimSuffix(line, "\"}\n"), `"reason":"`)
					if !found {
						reason = "ok"
					}
					got = append(got, reason)
				}
				if strings.Join(got, " ") != c.want || stderr != "" {
					t.Errorf("got %s, want %s; %s", got, c.want, stderr)
				}
			}
		})
	}
}

// What was read before is told, and a half line is not judged.
func TestIdentTellsThatReadingFailed(t *testing.T) {
	stdin := io.MultiReader(strings.NewReader("190905271474\n1909"), iotest.ErrReader(errors.New("the line is cut")))
	code, stdout, stderr := identOf(t, stdin)
	if code != exitMisuse || strings.Count(stdout, "\n") != 1 || stderr != "lagrum: the numbers cannot be read: the line is cut\n" {
		t.Errorf("got %d\n%s%s", code, stdout, stderr)
	}
}

// A program that asks number by number gets each answer at once.
func TestIdentAnswersAtOnce(t *testing.T) {
	stdin, ask := io.Pipe()
	answers, stdout := io.Pipe()
	ended := make(chan int)
	go func() {
		ended <- run(context.Background(), []string{"ident", "--kind", "se.personnummer"}, stdin, stdout, io.Discard)
	}()
	for range 2 {
		if _, err := io.WriteString(ask, "190905271474\n"); err != nil {
			t.Fatal(err)
		}
		answer := make([]byte, 200)
		if n, err := answers.Read(answer); err != nil || !bytes.HasPrefix(answer[:n], []byte(`{"valid":true,`)) {
			t.Fatalf("got %s, %v", answer[:n], err)
		}
	}
	ask.Close()
	if code := <-ended; code != exitWell {
		t.Errorf("exit code %d", code)
	}
}
