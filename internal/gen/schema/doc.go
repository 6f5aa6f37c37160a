// Command schema writes sdk/schema/comments_gen.go: the doc comments of the
// model, which the JSON Schema of policies shows as descriptions. A program
// cannot read its own comments, so they are taken up beforehand.
//
//	go generate ./sdk/schema
package main
