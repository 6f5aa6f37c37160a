// Package specimen makes policies for tests and benchmarks: ordinary ones of
// any size, hostile ones, and copies in which one field has another value.
//
//	file := policyfile.Parse("specimen.yaml", specimen.Policy(100))
package specimen
