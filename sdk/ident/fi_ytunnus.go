package ident

// yTunnusWeights are the weights of the seven digits before the check digit.
var yTunnusWeights = [7]int{7, 9, 10, 5, 8, 4, 2}

// A Y-tunnus has seven digits, a hyphen and a check digit, by modulus 11 with
// the weights 7 9 10 5 8 4 2; numbers that would need 10 are not given out
// (Patentti- ja rekisterihallitus and Verohallinto; the method is general
// knowledge, found again in Algorithm::CheckDigits M11_007). The VAT number
// has FI and the eight digits without the hyphen, so they are read too.
func readYTunnus(s *symbols, o *Options, n *number) (why Reason) {
	text, why := s.withoutCountry("FI", o).compact(8, 7)
	switch {
	case why != OK:
		return why
	case !allDigits(text):
		return Characters
	}
	sum := int(text[7] - '0')
	for i, weight := range yTunnusWeights {
		sum += weight * int(text[i]-'0')
	}
	// A check digit makes the sum divisible by 11.
	if sum%11 != 0 {
		return Checksum
	}
	n.keep(text[:7])
	n.canonical[7], n.canonical[8] = '-', text[7]
	n.size = 9
	return OK
}
