package change

import "slices"

// reach gives the owners of all that a consent is about. Each step is taken
// along a fact of something reached, so that whoever knows which facts of
// reached things differ knows which consents are concerned.
func (c *collection) reach(consent string) map[owner]bool {
	self := owner{"consent", consent}
	reached := map[owner]bool{self: true, combination: true}
	of := c.byOwner()
	purposes, data := of.values(self, "purpose"), of.values(self, "datum")
	recipients := of.values(self, "audience")
	var fromActivities, dataOfActivities []string
	for _, a := range c.restingOn(consent, of, of.withParts(purposes)) {
		reached[a] = true
		fromActivities = append(fromActivities, of.values(a, "purpose")...)
		dataOfActivities = append(dataOfActivities, of.values(a, "datum")...)
		recipients = append(recipients, of.values(a, "recipient")...)
		for _, aspect := range []string{"controller", "subject"} {
			mark(reached, aspect, of.values(a, aspect))
		}
		if per := of.values(a, "controller-per"); len(per) > 0 {
			for i := range c.doc.Scopes {
				if s := &c.doc.Scopes[i]; string(s.Kind) == per[0] {
					reached[owner{"scope", s.ID}] = true
				}
			}
		}
	}
	if len(purposes) == 0 {
		purposes = fromActivities
	}
	if len(data) == 0 {
		data = dataOfActivities
	}
	mark(reached, "purpose", of.withParts(purposes))
	mark(reached, "datum", data)
	mark(reached, "recipient", recipients)
	for o := range of {
		shows := o.kind == "visibility" && slices.ContainsFunc(of.values(o, "datum"), func(id string) bool {
			return id == everything || slices.Contains(data, id)
		})
		if shows || o.kind == "technology" && slices.Contains(of.values(o, "consent"), consent) {
			reached[o] = true
		}
	}
	return reached
}

func mark(reached map[owner]bool, kind string, ids []string) {
	for _, id := range ids {
		reached[owner{kind, id}] = true
	}
}

// restingOn gives the activities that name the consent, and those that rest on
// consent, name none, and serve one of its purposes.
func (c *collection) restingOn(consent string, of owned, purposes []string) []owner {
	var list []owner
	for o := range of {
		if o.kind != "activity" {
			continue
		}
		named := of.values(o, "consent")
		implied := len(named) == 0 && slices.Contains(of.values(o, "basis"), consentBasis) &&
			slices.ContainsFunc(of.values(o, "purpose"), func(id string) bool { return slices.Contains(purposes, id) })
		if implied || slices.Contains(named, consent) {
			list = append(list, o)
		}
	}
	slices.SortFunc(list, compareOwners)
	return list
}

// consentBasis is the basis of consent, in the numbers of the GDPR.
const consentBasis = "6(1)(a)"

// owned holds the material facts of each owner.
type owned map[owner][]fact

func (c *collection) byOwner() owned {
	if c.owned == nil {
		c.owned = owned{}
		for start := 0; start < len(c.facts); {
			end := start
			for end < len(c.facts) && c.facts[end].owner == c.facts[start].owner {
				end++
			}
			c.owned[c.facts[start].owner] = c.facts[start:end:end]
			start = end
		}
	}
	return c.owned
}

// values gives what an owner has under an aspect.
func (of owned) values(o owner, aspect string) []string {
	var list []string
	for i := range of[o] {
		if of[o][i].aspect == aspect {
			list = append(list, of[o][i].value)
		}
	}
	return list
}

// withParts adds to purposes the parts of each, and their parts.
func (of owned) withParts(purposes []string) []string {
	list := slices.Clone(purposes)
	for i := 0; i < len(list); i++ {
		for _, part := range of.values(owner{"purpose", list[i]}, "purpose") {
			if !slices.Contains(list, part) {
				list = append(list, part)
			}
		}
	}
	return list
}
