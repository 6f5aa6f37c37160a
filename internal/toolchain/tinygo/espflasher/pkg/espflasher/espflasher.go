// Package espflasher stands in for the one that TinyGo writes programs to ESP32
// boards with. Nobody writes a web page to one.
package espflasher

import (
	"errors"
	"io"
)

var errNone = errors.New("espflasher: not built in")

// ResetMode says how a board is reset.
type ResetMode int

// ResetUSBJTAG resets over USB.
const ResetUSBJTAG ResetMode = 0

// StdoutLogger writes what happens.
type StdoutLogger struct {
	W io.Writer // where it writes
}

// Options say how to write.
type Options struct {
	Compress  bool      // whether to compress
	Logger    any       // what tells of it
	ResetMode ResetMode // how to reset the board
}

// DefaultOptions gives the usual ones.
func DefaultOptions() *Options { return &Options{} }

// A Flasher writes to a board.
type Flasher struct{}

// New fails.
func New(string, *Options) (*Flasher, error) { return nil, errNone }

// Close fails.
func (*Flasher) Close() error { return errNone }

// ChipName gives nothing.
func (*Flasher) ChipName() string { return "" }

// EraseFlash fails.
func (*Flasher) EraseFlash(func(int, int)) error { return errNone }

// FlashImage fails.
func (*Flasher) FlashImage([]byte, uint32, func(int, int)) error { return errNone }

// Reset does nothing.
func (*Flasher) Reset() {}
