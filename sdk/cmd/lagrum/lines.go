package main

import (
	"bufio"
	"bytes"
	"io"
)

// nextLine gives a line without what ends it and without a byte order mark, or
// passes over one that is too long. The line holds until the next is read.
func nextLine(lines *bufio.Reader) (line []byte, fits bool, err error) {
	line, err = lines.ReadSlice('\n')
	fits = err != bufio.ErrBufferFull
	for err == bufio.ErrBufferFull {
		_, err = lines.ReadSlice('\n')
	}
	if err == io.EOF && len(line) > 0 { // a last line that nothing ends
		err = nil
	}
	line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
	return bytes.TrimPrefix(line, []byte("\uFEFF")), fits, err
}
