package screen

// An index leads from a word of a text to the choices that stand in it, and
// from each of them to a number that tells whose it is.
type index struct {
	seen  []uint64 // a bit for each key, so that most looks end here
	heads []int32  // for keys of one hash, one more than the place of the first line
	lines []line
	shift uint8 // what a hash is shifted by to be a place among the heads
}

type line struct {
	choice string
	key    uint32
	of     int32
	next   int32 // one more than the place of the next line of the hash
}

// seenBits tells how many more bits than heads there are, as a power of two.
const seenBits = 3

// makeRoom makes the index ready for so many lines.
func (x *index) makeRoom(lines int) {
	bits := 6
	for 1<<bits < lines {
		bits++
	}
	x.shift = uint8(32 - bits)
	x.seen = make([]uint64, 1<<(bits+seenBits-6))
	x.heads = make([]int32, 1<<bits)
	x.lines = make([]line, 0, lines)
}

func (x *index) add(choice string, of int32) {
	key := keyOf(choice)
	h := hash(key) >> (x.shift - seenBits)
	x.seen[h>>6] |= 1 << (h & 63)
	head := &x.heads[h>>seenBits]
	x.lines = append(x.lines, line{choice, key, of, *head})
	*head = int32(len(x.lines))
}

// keyLetters is how many letters make a key, in bytes: as many as it has room for.
const keyLetters = 4

// wholeKey is what the key of a whole word begins with.
const wholeKey = 1

// keyOf gives the key of a choice: its first letters as they are, or its last
// if it ends a word; or a hash of all letters if it is a whole word.
func keyOf(choice string) uint32 {
	letters, before, after := cutStars(choice)
	from := 0
	switch {
	case !before && !after:
		key := uint32(wholeKey)
		for i := range len(letters) {
			key = withLetter(key, foldAt(letters, i))
		}
		return key
	case !after:
		from = max(0, len(letters)-keyLetters)
	}
	key := uint32(0)
	for i := from; i < min(from+keyLetters, len(letters)); i++ {
		key = key<<8 | uint32(foldAt(letters, i))
	}
	return key
}

func withLetter(key uint32, letter byte) uint32 { return (key ^ uint32(letter)) * 0x01000193 }

// hash spreads keys over 32 bits, of which the first are the best.
func hash(key uint32) uint32 { return key * 0x9E3779B1 }

// each calls do for the choices that stand in the word, at times twice.
func (x *index) each(text string, w span, do func(of int32)) {
	whole, latest := uint32(wholeKey), uint32(0)
	for i := w.start; i < w.end; i++ {
		letter := foldAt(text, i)
		whole, latest = withLetter(whole, letter), latest<<8|uint32(letter)
		if i >= w.start+longestWord+keyLetters && i < w.end-1 {
			continue
		}
		for mask := uint32(0xFF); latest&^(mask>>8) != 0; mask = mask<<8 | 0xFF {
			if x.has(latest & mask) {
				x.under(latest&mask, text, w, do)
			}
			if mask == 0xFFFFFFFF {
				break
			}
		}
	}
	if x.has(whole) {
		x.under(whole, text, w, do)
	}
}

// has reports whether there may be something under the key.
func (x *index) has(key uint32) bool {
	h := hash(key) >> (x.shift - seenBits)
	return x.seen[h>>6]>>(h&63)&1 == 1
}

// under calls do for the choices under the key that stand in the word.
func (x *index) under(key uint32, text string, w span, do func(of int32)) {
	for i := x.heads[hash(key)>>x.shift]; i > 0; {
		l := &x.lines[i-1]
		if l.key == key && placeIn(l.choice, text, w) >= 0 {
			do(l.of)
		}
		i = l.next
	}
}
