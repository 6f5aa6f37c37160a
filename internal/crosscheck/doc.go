// Package crosscheck is what the commands share that compare Lagrum with other
// implementations of the same: their settings, how they end, and how they ask a
// program that runs on Node.
//
//	func main() { crosscheck.Main("jose", compare) }
package crosscheck
