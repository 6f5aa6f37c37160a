package markup

// AppendScriptData appends JSON as the content of a script element that holds
// data: every "<" is written as \u003c, which JSON reads as the same, so that
// nothing in it can end the element or begin a comment (HTML Standard 4.12.1.3).
func AppendScriptData(dst []byte, json string) []byte {
	for i := range len(json) {
		if json[i] == '<' {
			dst = append(dst, `\u003c`...)
		} else {
			dst = append(dst, json[i])
		}
	}
	return dst
}
