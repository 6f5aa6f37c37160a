package oracle

// The check digits are reckoned here anew, in another way than in sdk/ident:
// each is tried until the sum fits.

// endLuhn adds the digit that Luhn's method asks for.
func endLuhn(s string) string {
	return endWith(s, func(t string) bool {
		sum := 0
		for i := range len(t) {
			v := int(t[len(t)-1-i] - '0')
			if i%2 == 1 {
				v *= 2
			}
			if v > 9 {
				v -= 9
			}
			sum += v
		}
		return sum%10 == 0
	})
}

// endModulus11 adds the digit that makes the sum, each digit times its weight,
// divisible by 11 but for the remainder; where none does, the digit 0, which is
// then wrong.
func endModulus11(s string, remainder int, weights ...int) string {
	return endWith(s, func(t string) bool {
		sum := 0
		for i := range len(t) {
			sum += int(t[i]-'0') * weights[i]
		}
		return sum%11 == remainder
	})
}

func endWith(s string, fits func(string) bool) string {
	for c := '0'; c <= '9'; c++ {
		if t := s + string(c); fits(t) {
			return t
		}
	}
	return s + "0"
}
