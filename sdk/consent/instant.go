package consent

import "github.com/lagrum/lagrum/sdk/date"

// dayOf reads the day of an instant, where the person is. It is false if the
// instant is not written as RFC 3339 has it, with seconds and offset.
func dayOf(at string) (date.Date, bool) {
	const shape = "0000-00-00T00:00:00"
	if len(at) < len(shape)+1 {
		return date.Date{}, false
	}
	for i := range len(shape) {
		if digit := '0' <= at[i] && at[i] <= '9'; digit != (shape[i] == '0') || !digit && at[i] != shape[i] {
			return date.Date{}, false
		}
	}
	if at[11:13] > "23" || at[14:16] > "59" || at[17:19] > "60" || !isZone(fraction(at[len(shape):])) { // 60: a leap second
		return date.Date{}, false
	}
	return date.Parse(at[:10])
}

// fraction takes the parts of a second off.
func fraction(s string) string {
	i := 1
	for i < len(s) && s[0] == '.' && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i == 1 { // no parts, or a point without any
		return s
	}
	return s[i:]
}

func isZone(s string) bool {
	if s == "Z" {
		return true
	}
	digit := func(i int) bool { return '0' <= s[i] && s[i] <= '9' }
	return len(s) == 6 && (s[0] == '+' || s[0] == '-') && digit(1) && digit(2) && s[3] == ':' && digit(4) && digit(5) &&
		s[1:3] <= "23" && s[4:6] <= "59"
}

// isBefore reports whether one instant comes before another, to the second. Both
// are such as [dayOf] reads. Their days cannot tell: they are those of two places.
func isBefore(at, other string) bool { return seconds(at) < seconds(other) }

// seconds counts from an arbitrary instant.
func seconds(at string) int64 {
	day, _ := dayOf(at)
	n := int64(date.Date{Year: 2000, Month: 1, Day: 1}.DaysUntil(day))*24*60*60 + minutes(at[11:16])*60 + int64(two(at[17:]))
	switch zone := fraction(at[19:]); zone[0] {
	case '+':
		n -= minutes(zone[1:]) * 60
	case '-':
		n += minutes(zone[1:]) * 60
	}
	return n
}

// minutes reads hours and minutes: "07:30".
func minutes(s string) int64 { return int64(two(s))*60 + int64(two(s[3:])) }

func two(s string) int { return int(s[0]-'0')*10 + int(s[1]-'0') }
