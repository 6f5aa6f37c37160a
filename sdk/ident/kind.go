package ident

// A Kind is one sort of number, of one register of one country. Numbers of
// different countries look alike, so a value is never read without its kind.
type Kind string

// The kinds. Each file of this package reads one group of them and names the
// register and the rule that it follows.
const (
	Personnummer         Kind = "se.personnummer"         // Swedish personal identity number
	Samordningsnummer    Kind = "se.samordningsnummer"    // Swedish coordination number, of people who are not registered
	Interimspersonnummer Kind = "se.interimspersonnummer" // Swedish interim number, with a letter, of Ladok and NyA
	Reservnummer         Kind = "se.reservnummer"         // Swedish regions' reserve numbers
	Organisationsnummer  Kind = "se.organisationsnummer"  // Swedish organisation number; of a sole trader, the personnummer
	HSAID                Kind = "se.hsaid"                // identifier in HSA, the Swedish health care directory
	NorEduPersonNIN      Kind = "norEduPersonNIN.swamid"  // the attribute of a SWAMID log-in: twelve characters
	Postnummer           Kind = "se.postnummer"           // Swedish postal code
	CPR                  Kind = "dk.cpr"                  // Danish personal identification number
	CVR                  Kind = "dk.cvr"                  // Danish organisation number
	Fodselsnummer        Kind = "no.fodselsnummer"        // Norwegian national identity number, and D number
	Organisasjonsnummer  Kind = "no.organisasjonsnummer"  // Norwegian organisation number
	HETU                 Kind = "fi.hetu"                 // Finnish personal identity code (henkilötunnus)
	YTunnus              Kind = "fi.ytunnus"              // Finnish business ID
	Kennitala            Kind = "is.kennitala"            // Icelandic identification number of a person
	KennitalaOfCompany   Kind = "is.kennitala/company"    // Icelandic identification number of a company or institution
	VTal                 Kind = "fo.vtal"                 // Faroese organisation number
	PIC                  Kind = "eu.pic"                  // Participant Identification Code of the European Commission
)

// A register is what the package knows of a kind.
type register struct {
	kind    Kind
	country string
	person  bool // a national identification number of natural persons (GDPR Art. 87)
	// By value, so that nothing escapes to the heap through the pointer.
	read func(symbols, Options) (number, Reason)
}

// registers lists every kind, by country.
var registers = [...]register{
	{Personnummer, "SE", true, readPersonnummer},
	{Samordningsnummer, "SE", true, readSamordningsnummer},
	{Interimspersonnummer, "SE", true, readInterimspersonnummer},
	{Reservnummer, "SE", true, readReservnummer},
	{NorEduPersonNIN, "SE", true, readNorEduPersonNIN},
	{HSAID, "SE", false, readHSAID},
	{Organisationsnummer, "SE", false, readOrganisationsnummer},
	{Postnummer, "SE", false, readPostnummer},
	{CPR, "DK", true, readCPR},
	{CVR, "DK", false, readCVR},
	{Fodselsnummer, "NO", true, readFodselsnummer},
	{Organisasjonsnummer, "NO", false, readOrganisasjonsnummer},
	{HETU, "FI", true, readHETU},
	{YTunnus, "FI", false, readYTunnus},
	{Kennitala, "IS", true, readKennitala},
	{KennitalaOfCompany, "IS", false, readKennitalaOfCompany},
	{VTal, "FO", false, readVTal},
	{PIC, "EU", false, readPIC},
}

// Kinds gives every kind, by country.
func Kinds() []Kind {
	kinds := make([]Kind, len(registers))
	for i := range registers {
		kinds[i] = registers[i].kind
	}
	return kinds
}

// find gives what is known of a kind, or nil.
func (k Kind) find() *register {
	for i := range registers {
		if registers[i].kind == k {
			return &registers[i]
		}
	}
	return nil
}

// Known reports whether the package can read the kind.
func (k Kind) Known() bool { return k.find() != nil }

// Country gives the country of the register as an ISO 3166-1 code, EU for the
// European Commission's, or nothing for a kind that is not known.
func (k Kind) Country() string {
	if r := k.find(); r != nil {
		return r.country
	}
	return ""
}

// OfPerson reports whether the kind is a national identification number of
// natural persons (GDPR Article 87), which each country guards by rules of its
// own. The HSA-ID is none: it belongs to a role in a directory.
func (k Kind) OfPerson() bool {
	r := k.find()
	return r != nil && r.person
}
