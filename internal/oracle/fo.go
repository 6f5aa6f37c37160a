package oracle

import (
	"math/rand/v2"

	"github.com/lagrum/lagrum/sdk/ident"
)

func faroese() []*subject {
	return []*subject{{ident.VTal, makeVTal, plainWithout("FO"), "FO", nil}}
}

func makeVTal(r *rand.Rand) string {
	six := digits(r, 6)
	return []string{six, six[:3] + "." + six[3:], six[:3] + " " + six[3:], "FO" + six}[r.IntN(4)]
}
