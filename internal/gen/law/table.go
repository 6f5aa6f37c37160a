package main

// A table is one variable of package law: where its rows come from, and what
// each column becomes in Go and in the docs.
type table struct {
	file    string   // the generated file, without _gen.go
	data    []string // the files in sdk/law/data, in order
	name    string   // the variable
	row     string   // the type of a row
	title   string   // the heading in the docs
	about   string   // the text below it
	columns []column
	dated   bool // rows end with from, to, source and verified
	brief   bool // the docs leave the rows to the data file
}

// A column is one member of a row's JSON object.
type column struct {
	key   string // in the data
	field string // in Go
	kind  kind
}

// A kind tells how a value is written.
type kind int

const (
	text        kind = iota
	flag             // true or false
	number           // a whole number
	texts            // a list of strings
	categories       // a list of special categories
	precautions      // a list of precautions
	names            // an object, language to name
	words            // an object, language to list of words
	forms            // an object, form to word
	extent           // no, conditional, yes, absolute
	strength         // none, weak, medium, strong
)

// tables lists the tables in the order of the docs.
func tables() []table {
	return []table{
		acts(), regimeNames(), correspondences(), bases(), conditions(), categoryTable(), rights(), entitlements(),
		deadlines(), ages(), authorities(), adequacies(), provisions(), nationalIDs(), protections(), inferences(),
		terms(), concepts(),
	}
}

func acts() table {
	return table{file: "act", data: []string{"acts.json", "acts-cited.json"}, name: "acts", row: "Act", dated: true,
		title: "Acts",
		about: "Laws, regulations, directives and decisions. A *regime* is a general data protection law that a notice can be under.",
		columns: []column{{"id", "ID", text}, {"jurisdiction", "Jurisdiction", text}, {"title", "Title", text}, {"short", "Short", text},
			{"number", "Number", text}, {"regime", "Regime", flag}, {"proposal", "Proposal", flag},
			{"several", "Several", flag}, {"note", "Note", text}}}
}

func regimeNames() table {
	return table{file: "regimename", data: []string{"regime-names.json"}, name: "regimeNames", row: "RegimeName", dated: true,
		title:   "What the regimes are called",
		about:   "Regulation (EU) 2018/1725 goes by its number in every language: in Norwegian, *personvernforordningen* is the GDPR.",
		columns: []column{{"act", "Act", text}, {"lang", "Lang", text}, {"text", "Text", text}, {"short", "Short", text}}}
}

func correspondences() table {
	return table{file: "article", data: []string{"correspondence.json"}, name: "correspondences", row: "Correspondence", dated: true,
		title: "Articles in other regimes",
		about: "A row marked *deep* holds for the paragraphs and points below it too; the mark speaks of the article, the numbering below it is general knowledge. An empty number: no such provision.",
		columns: []column{{"regime", "Regime", text}, {"gdpr", "GDPR", text}, {"number", "Number", text},
			{"deep", "Deep", flag}, {"topic", "Topic", text}}}
}

func bases() table {
	return table{file: "basis", data: []string{"bases.json"}, name: "bases", row: "BasisRow", dated: true,
		title: "Legal bases",
		about: "GDPR Article 6(1). Explicit consent is a condition of Article 9(2), not a basis; it stands here because rights depend on it.",
		columns: []column{{"basis", "Basis", text}, {"gdpr", "GDPR", text}, {"dpv", "DPV", text}, {"term", "Term", text},
			{"law", "Law", flag}}}
}

func conditions() table {
	return table{file: "condition", data: []string{"conditions.json"}, name: "conditions", row: "Condition", dated: true,
		title: "Conditions for special categories",
		about: "GDPR Article 9(2). *Needs law*: Union or national law must allow the processing.",
		columns: []column{{"letter", "Letter", text}, {"text", "Text", text}, {"needsLaw", "NeedsLaw", flag}, {"dpv", "DPV", text},
			{"limits", "Limits", text}}}
}

func categoryTable() table {
	return table{file: "category", data: []string{"categories.json"}, name: "categories", row: "CategoryRow", dated: true,
		title:   "Special categories",
		about:   "GDPR Article 9(1), and criminal data of Article 10.",
		columns: []column{{"category", "Category", text}, {"gdpr", "GDPR", text}, {"dpv", "DPV", text}, {"term", "Term", text}}}
}

func rights() table {
	return table{file: "right", data: []string{"rights.json"}, name: "rights", row: "RightRow", dated: true,
		title:   "Rights",
		about:   "The rights of the data subject. Their articles under another regime follow from the articles above.",
		columns: []column{{"right", "Right", text}, {"gdpr", "GDPR", texts}, {"dpv", "DPV", text}, {"term", "Term", text}}}
}

func entitlements() table {
	return table{file: "matrix", data: []string{"matrix.json"}, name: "entitlements", row: "Entitlement", dated: true,
		title: "Which right applies to which basis",
		about: "All rows for the GDPR; for other regimes those that differ. A row without a basis holds for every basis.",
		columns: []column{{"regime", "Regime", text}, {"right", "Right", text}, {"basis", "Basis", text}, {"extent", "Extent", extent},
			{"reason", "Reason", text}, {"provision", "Provision", text}}}
}

func deadlines() table {
	return table{file: "deadline", data: []string{"deadlines.json"}, name: "deadlines", row: "Deadline", dated: true,
		title: "Time to answer a request",
		about: "In months from receipt.",
		columns: []column{{"regime", "Regime", text}, {"months", "Months", number}, {"extension", "Extension", number},
			{"provision", "Provision", text}, {"note", "Note", text}}}
}

func ages() table {
	return table{file: "age", data: []string{"ages.json"}, name: "ages", row: "Age", dated: true,
		title: "Consent ages",
		about: "The age from which a child can consent to an information society service (GDPR Article 8). A consent is judged by the row of its own day.",
		columns: []column{{"jurisdiction", "Jurisdiction", text}, {"years", "Years", number}, {"law", "Law", text},
			{"transition", "Transition", text}, {"note", "Note", text}}}
}

func authorities() table {
	return table{file: "authority", data: []string{"authorities.json"}, name: "authorities", row: "Authority", dated: true,
		title: "Supervisory authorities",
		about: "Addresses change; look at the site before you print one.",
		columns: []column{{"code", "Code", text}, {"name", "Name", text}, {"names", "Names", names}, {"url", "URL", text},
			{"email", "Email", text}, {"note", "Note", text}}}
}

func adequacies() table {
	return table{file: "adequacy", data: []string{"adequacy.json"}, name: "adequacies", row: "Adequacy", dated: true,
		title: "Adequacy decisions",
		about: "GDPR Article 45. Decisions that were annulled stay in the table with their last day.",
		columns: []column{{"country", "Country", text}, {"name", "Name", text}, {"decision", "Decision", text}, {"scope", "Scope", text},
			{"note", "Note", text}}}
}

func provisions() table {
	return table{file: "provision", data: []string{"provisions.json"}, name: "provisions", row: "Provision", dated: true,
		title: "Provisions",
		about: "Sections that a policy may rest on or must mind.",
		columns: []column{{"id", "ID", text}, {"act", "Act", text}, {"section", "Section", text}, {"jurisdiction", "Jurisdiction", text},
			{"matter", "Matter", text}, {"what", "What", text}, {"period", "Period", text}, {"start", "Start", text}, {"note", "Note", text}}}
}

func nationalIDs() table {
	return table{file: "nationalid", data: []string{"national-id.json"}, name: "nationalIDs", row: "NationalIDRule", dated: true,
		title: "National identification numbers",
		about: "GDPR Article 87 leaves these to national law.",
		columns: []column{{"jurisdiction", "Jurisdiction", text}, {"sector", "Sector", text}, {"number", "Number", text},
			{"provision", "Provision", text}, {"law", "Law", text}, {"conditions", "Conditions", text}, {"note", "Note", text}}}
}

func protections() table {
	return table{file: "protection", data: []string{"protected-identity.json"}, name: "protections", row: "Protection", dated: true,
		title: "Protected identity",
		about: "How countries hide the identity or address of a person under threat.",
		columns: []column{{"jurisdiction", "Jurisdiction", text}, {"kind", "Kind", text}, {"provision", "Provision", text},
			{"law", "Law", text}, {"effect", "Effect", text}, {"handling", "Handling", text}, {"precautions", "Precautions", precautions}}}
}

func inferences() table {
	return table{file: "inference", data: []string{"inferences.json"}, name: "inferences", row: "InferenceConcept", dated: true,
		title: "What can reveal a special category",
		about: "The mark speaks of the category; the word lists are general knowledge.",
		columns: []column{{"key", "Key", text}, {"categories", "Categories", categories}, {"strength", "Strength", strength},
			{"words", "Words", words}, {"handling", "Handling", text}}}
}

func terms() table {
	return table{file: "term", data: []string{"terms.json"}, name: "terms", row: "TermRow", dated: true,
		title: "Terms",
		about: "The field's own words in seven languages. The mark speaks of the preferred word; the inflected forms in the data are general knowledge.",
		columns: []column{{"key", "Key", text}, {"lang", "Lang", text}, {"preferred", "Preferred", text}, {"others", "Others", texts},
			{"forms", "Forms", forms}, {"note", "Note", text}}}
}

func concepts() table {
	return table{file: "concept", data: []string{"dpv.tsv"}, name: "concepts", row: "DPVConcept", brief: true,
		title:   "Concepts of the Data Privacy Vocabulary",
		about:   "Short forms and English labels of the W3C Data Privacy Vocabulary 2.3, in `sdk/law/data/dpv.tsv`.",
		columns: []column{{"curie", "Curie", text}, {"label", "Label", text}}}
}
