package form

import (
	"strconv"
	"testing"
)

func TestIndexFindsTheFirstOfEachText(t *testing.T) {
	for _, size := range []int{0, 1, 2, 3, 17, 249, 1000} {
		x := newIndex(size)
		for i := range size {
			x.add(strconv.Itoa(i / 2)) // each twice
		}
		for i := range size {
			if at, ok := x.find(strconv.Itoa(i / 2)); !ok || at != i/2*2 {
				t.Errorf("of %d: %d is found at %d, %v", size, i/2, at, ok)
			}
		}
		if at, ok := x.find("none"); ok || at != 0 {
			t.Errorf("of %d: what is not there is found at %d, %v", size, at, ok)
		}
	}
	var none index
	if at, ok := none.find(""); ok || at != 0 {
		t.Errorf("an index of nothing finds at %d, %v", at, ok)
	}
}
