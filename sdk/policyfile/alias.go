package policyfile

import (
	"strconv"

	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/diag"
)

// bring notes that an alias brings in a value or a key once more, and what text
// it holds. It stops the decoder where that is too much: a few letters can stand
// for a long text, and each of them is read, checked and printed as if it were
// written there.
func (d *decoder) bring(n *yaml.Node) bool {
	d.copied++
	d.brought += len(n.Value)
	switch {
	case d.copied > d.limits.Values:
		d.giveUp(n)
	case d.brought > d.limits.Size:
		if len(d.open) > 0 {
			n = d.open[0]
		}
		d.stopped, d.tooLarge = true, true
		d.report(n, "alias-too-many", "aliases of what is marked here bring in more than {limit} bytes of text; write fewer of them",
			diag.Arg{Name: "limit", Value: strconv.Itoa(d.limits.Size)})
	default:
		return true
	}
	return false
}
