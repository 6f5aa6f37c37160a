package lint

// Where national law was read.
const (
	dslText      = "nab-collab/legalize-se md/SFS_2018_218.md (Rättsbaser text, copy of 2026-04-27), 3 kap. 10 §"
	oslText      = "nab-collab/legalize-se md/SFS_2009_400.md (Rättsbaser text, copy of 2026-04-27), 12 kap. 2 §"
	dblText      = "Ansvar-Systems/Danish-law-mcp data/seed/2024_289.json (Retsinformation text, copy of 2026-03-08), § 11"
	tslText      = "legalize-dev/legalize-fi fi/2018-1050.md (Finlex ajantasa, updated 2026-01-01), 29 §"
	eprivacyText = "Ansvar-Systems/EU_compliance_MCP data/seed/eprivacy.json (CELEX 02002L0058-20091219)"
)
