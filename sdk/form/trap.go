package form

// TrapName is the name of a field that the printed form has and people do not
// see. Programs fill in everything.
const TrapName = "lagrum-website"

// IsTrapped reports whether the trap was filled in: what sent it is a program.
func IsTrapped(values []Value) bool {
	for i := range values {
		if values[i].Name == TrapName && values[i].Text != "" {
			return true
		}
	}
	return false
}
