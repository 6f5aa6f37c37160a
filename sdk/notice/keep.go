package notice

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// retention is the section that gathers all rules (Article 13(2)(a)).
func (b *builder) retention() Section {
	s := Section{ID: "retention", Title: b.t.Retain}
	rows := &Table{Caption: b.lang.Retention.FollowsRule, Head: []string{b.lang.Retention.DataColumn, b.lang.Retention.RuleColumn}}
	for i := range b.doc.Retention {
		r := &b.doc.Retention[i]
		if !b.concerns(b.reader.rules, r.ID) || len(r.Data) > 0 && !slices.ContainsFunc(r.Data, b.asksFor) {
			continue
		}
		rows.Rows = append(rows.Rows, []Cell{b.retained(r), b.ruleCell(r)})
	}
	s.Blocks = table(s.Blocks, rows)
	switch b.doc.RetentionCombination {
	case policy.LongestWins:
		s.Blocks = say(s.Blocks, b.lang.Retention.Longest)
	case policy.PerCopy:
		s.Blocks = say(s.Blocks, b.lang.Retention.PerCopy)
	}
	return s
}

// retained says what a rule is about: its title, else the activities under it.
func (b *builder) retained(r *policy.Retention) Cell {
	if title := b.in(r.Title); title != "" {
		return cell(locale.Capital(title))
	}
	var names []string
	for _, a := range b.reader.under[r.ID] {
		names = append(names, b.activityTitle(a))
	}
	for i := range b.doc.Technologies {
		if t := &b.doc.Technologies[i]; t.Retention == r.ID {
			names = append(names, b.in(t.Name))
		}
	}
	return cell(unique(names)...)
}

// activityRetention tells the rules of one activity in words. Who sees to it
// and why stands in the section on retention.
func (b *builder) activityRetention(a *policy.Activity) []Block {
	var blocks []Block
	several := len(a.Retention) > 1
	for _, id := range a.Retention {
		r := b.find.rules[id]
		if r == nil || len(r.Data) > 0 && !slices.ContainsFunc(r.Data, b.asksFor) {
			continue
		}
		if title := b.in(r.Title); several && title != "" {
			blocks = para(blocks, strong(sentence(locale.Capital(title)))...)
		}
		blocks = append(blocks, b.rule(r, a.Data)...)
	}
	return blocks
}

// rule is a retention rule as blocks: how long, then what, for whom, by which
// law. Data are named unless the rule reaches all of those given.
func (b *builder) rule(r *policy.Retention, all []string) []Block {
	t := &b.lang.Retention
	words := retention.Words(r, b.lang)
	blocks := say(nil, joined(words.Keep, words.Then))
	if len(words.Steps) > 0 {
		list := &List{Ordered: true}
		for _, step := range words.Steps {
			list.Items = append(list.Items, Item{Spans: plain(step.When + " " + step.What)})
		}
		blocks = append(blocks, list)
	}
	if only := b.in(r.Only); only != "" {
		blocks = say(blocks, fill(t.Only, "people", only))
	}
	if !reachesAll(r.Data, all) {
		blocks = say(blocks, b.onlyData(r.Data, all))
	}
	blocks = b.ruleLaw(blocks, r)
	if r.OnRequest {
		blocks = say(blocks, t.OnRequest)
	}
	return blocks
}

// onlyData names the data that a rule reaches among those given, or all of the
// rule's where none are given.
func (b *builder) onlyData(data, all []string) string {
	reached := data
	if len(all) > 0 {
		among := set(all)
		reached = slices.DeleteFunc(slices.Clone(data), func(id string) bool { return !among[id] })
	}
	words := b.data(reached)
	if words == "" {
		return ""
	}
	return fill(b.lang.Retention.OnlyData, "data", words)
}

// reachesAll reports whether a rule's data, if it names any, include all of those given.
func reachesAll(data, all []string) bool {
	if len(data) == 0 {
		return true
	}
	reached := set(data)
	return len(all) > 0 && !slices.ContainsFunc(all, func(id string) bool { return !reached[id] })
}

func set(ids []string) map[string]bool {
	in := make(map[string]bool, len(ids))
	note(in, ids, true)
	return in
}

// ruleLaw tells what sets the period.
func (b *builder) ruleLaw(blocks []Block, r *policy.Retention) []Block {
	t := &b.lang.Retention
	for i := range r.Law {
		s := b.cite(&r.Law[i])
		if s.Text == "" {
			continue
		}
		before, after := around(t.Law, "{provisions}")
		blocks = para(blocks, Span{Text: before}, s, Span{Text: after})
	}
	return blocks
}

// ruleCell is a rule as a table cell, with its reason, what it does not reach,
// its owner and its disposal decision.
func (b *builder) ruleCell(r *policy.Retention) Cell {
	var c Cell
	for _, block := range b.rule(r, nil) {
		switch block := block.(type) {
		case *Paragraph:
			c = append(c, block.Spans)
		case *List:
			for _, item := range block.Items {
				c = append(c, item.Spans)
			}
		}
	}
	t := &b.lang.Retention
	if ground := b.in(r.Ground); ground != "" {
		c = append(c, plain(t.Ground+": "+ground))
	}
	if excludes := b.in(r.Excludes); excludes != "" {
		c = append(c, plain(excludes))
	}
	if owner := b.party(r.Owner); owner != "" {
		c = append(c, plain(locale.Capital(fill(t.Owner, "party", owner))))
	}
	if r.DisposalDecision != "" {
		c = append(c, plain(fill(t.Disposal, "decision", r.DisposalDecision)))
	}
	return c
}
