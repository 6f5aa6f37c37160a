//go:build !tinygo

package host

// wipe leaves what was used to the collector.
func wipe() {}

// Keep keeps what was made up to now.
func Keep() {}

// Forget gives back what was kept.
func Forget() {}
