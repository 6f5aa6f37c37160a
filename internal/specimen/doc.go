// Package specimen makes policies for tests and benchmarks: ordinary ones of
// any size, and hostile ones.
//
//	file := policyfile.Parse("specimen.yaml", specimen.Policy(100))
package specimen
