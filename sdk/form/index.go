package form

// An index tells the place of a text in a list, as a map would that weighs ten times
// as much in a page.
type index struct {
	list  []string
	slots []int32 // by hash: the place in the list plus one, or 0. At least half are 0
}

func newIndex(size int) index {
	room := 2
	for room < 2*size {
		room *= 2
	}
	return index{make([]string, 0, size), make([]int32, room)}
}

// add puts a text at the end of the list, of as many as there is room for. If it is
// there already, that place stays the one that is found.
func (x *index) add(text string) {
	x.list = append(x.list, text)
	if slot := x.slot(text); *slot == 0 {
		*slot = int32(len(x.list))
	}
}

// find gives the place of a text, and false if it is not in the list.
func (x *index) find(text string) (int, bool) {
	if len(x.list) > 0 {
		if at := *x.slot(text); at > 0 {
			return int(at) - 1, true
		}
	}
	return 0, false
}

// slot gives the slot that the text has or would have.
func (x *index) slot(text string) *int32 {
	hash := uint32(2166136261) // FNV-1a
	for i := range len(text) {
		hash = (hash ^ uint32(text[i])) * 16777619
	}
	for ; ; hash++ {
		slot := &x.slots[hash&uint32(len(x.slots)-1)]
		if *slot == 0 || x.list[*slot-1] == text {
			return slot
		}
	}
}
