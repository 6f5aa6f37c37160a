// The module that pins TinyGo and all that it is built of: go.sum has the hashes.
// It stands apart so that nobody who imports Lagrum gets it along.
//
// Its program to write to ESP32 boards is replaced by one that does nothing.
package tinygo
