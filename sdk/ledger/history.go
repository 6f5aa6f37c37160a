package ledger

import (
	"context"
	"iter"
	"slices"
)

// A History is what became of one question for one person: the versions of a
// record, where they stand in the log. The zero History is that of nothing.
type History struct {
	Entries []Entry // the records, the first version first
	// The restriction that is in force; nil if there is none. What is restricted may be stored, and nothing
	// else, without the person's consent (GDPR Article 18(2)).
	Restricted *Act
}

// Last gives the last version, which tells what holds. It is false for a
// history of nothing.
func (h History) Last() (Entry, bool) {
	if len(h.Entries) == 0 {
		return Entry{}, false
	}
	return h.Entries[len(h.Entries)-1], true
}

// History gives the history with the id; that of nothing if there is none, or
// it was erased. The error is a *DamageError if it is not what was written.
func (l *Log) History(ctx context.Context, id string) (History, error) {
	list, err := l.histories(ctx, ByID, id)
	if len(list) == 0 {
		return History{}, err
	}
	return list[0], err
}

// ByToken gives the history whose records have the hash of a token; that of
// nothing if there is none.
func (l *Log) ByToken(ctx context.Context, hash string) (History, error) {
	list, err := l.histories(ctx, ByToken, hash)
	if len(list) == 0 {
		return History{}, err
	}
	return list[len(list)-1], err
}

// Subject gives all histories of the person with the pseudonym, in the order in
// which they began.
func (l *Log) Subject(ctx context.Context, subject string) ([]History, error) {
	return l.histories(ctx, BySubject, subject)
}

// Current gives, of the histories of the person in which the consent with the
// id was asked for, the one that was last added to: it tells what holds. It is
// that of nothing if the person was never asked.
func (l *Log) Current(ctx context.Context, subject, consent string) (History, error) {
	list, err := l.Subject(ctx, subject)
	var current History
	var at int64 = -1
	for _, h := range list {
		last, _ := h.Last()
		if last.Record.Question.Consent.ID == consent && last.Index > at {
			current, at = h, last.Index
		}
	}
	return current, err
}

// histories gives the histories of which a record has the value in the column.
func (l *Log) histories(ctx context.Context, by By, value string) ([]History, error) {
	values := []string{value}
	if by != ByID {
		// Restrictions, and versions from before a token, are found by the id only.
		rows, err := l.find(ctx, by, values)
		if err != nil {
			return nil, err
		}
		values = nil
		for _, r := range rows {
			values = append(values, r.row.ID)
		}
	}
	files, err := l.files(ctx, values)
	var list []History
	for _, f := range files {
		list = append(list, f.history)
	}
	return list, err
}

// A file is all that stands in a log about one history.
type file struct {
	id      string
	history History
	entries []int64 // the indexes of all of it, restrictions too, ascending
}

// files gives what is filed under the ids, in the order in which it began.
func (l *Log) files(ctx context.Context, ids []string) ([]file, error) {
	rows, err := l.find(ctx, ByID, ids)
	if err != nil {
		return nil, err
	}
	var list []file
	place := map[string]int{}
	for _, r := range rows {
		i, ok := place[r.row.ID]
		if !ok {
			i = len(list)
			place[r.row.ID], list = i, append(list, file{id: r.row.ID})
		}
		list[i].history.add(r.entry)
		list[i].entries = append(list[i].entries, r.row.Index)
	}
	return list, nil
}

func (h *History) add(e Entry) {
	switch {
	case e.Act == nil:
		h.Entries = append(h.Entries, e)
	case e.Act.Kind == Restriction:
		h.Restricted = e.Act
	case e.Act.Kind == Release:
		h.Restricted = nil
	}
}

// A filed is a row with what it says.
type filed struct {
	row   Row
	entry Entry
}

// maxValues is how many values are looked up at once: some databases take 100
// parameters in a statement.
const maxValues = 90

// find gives the rows that have one of the values, each checked. Empty values
// are those of nothing.
func (l *Log) find(ctx context.Context, by By, values []string) ([]filed, error) {
	values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	slices.Sort(values)
	var list []filed
	for some := range slices.Chunk(slices.Compact(values), maxValues) {
		rows, err := l.store.Find(ctx, l.name, by, some...)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			e, err := r.read()
			if err != nil {
				return nil, err
			}
			list = append(list, filed{r, e})
		}
	}
	slices.SortFunc(list, func(a, b filed) int { return int(a.row.Index - b.row.Index) })
	return list, nil
}

// page is how many rows are read at once when a log is gone through.
const page = 500

// Entries goes through the log from the index on, as far as it reaches when the
// going begins. It ends with the first error; that is a *DamageError if an entry
// is not what was written. A missing entry is not noticed: see [Log.Verify].
func (l *Log) Entries(ctx context.Context, from int64) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		v, err := l.look(ctx)
		if err != nil {
			yield(Entry{}, err)
			return
		}
		for r, err := range l.rows(ctx, from, v.Size) {
			var e Entry
			if err == nil {
				e, err = r.read()
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// rows goes through the rows with indexes from and up to, but not including, to.
func (l *Log) rows(ctx context.Context, from, to int64) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for from < to {
			rows, err := l.store.Range(ctx, l.name, from, page)
			if err != nil {
				yield(Row{}, err)
				return
			}
			for _, r := range rows {
				if r.Index >= to {
					return
				}
				if !yield(r, nil) {
					return
				}
				from = r.Index + 1
			}
			if len(rows) < page {
				return
			}
		}
	}
}
