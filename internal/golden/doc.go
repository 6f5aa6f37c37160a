// Package golden runs test cases that are kept as txtar archives: what goes in,
// and what must come out, in one file that reads as documentation.
//
//	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) []golden.File {
//		doc := parse(c.Input("policy.yaml"))
//		return []golden.File{{Name: "text", Data: print(doc)}}
//	})
//
// With the flag -update the outputs are written into the archives instead; read
// the difference before you commit it.
package golden
