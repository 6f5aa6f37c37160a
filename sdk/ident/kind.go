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
}

// registers lists every kind, by country.
var registers = [...]register{
	{Personnummer, "SE", true},
	{Samordningsnummer, "SE", true},
	{Interimspersonnummer, "SE", true},
	{Reservnummer, "SE", true},
	{NorEduPersonNIN, "SE", true},
	{HSAID, "SE", false},
	{Organisationsnummer, "SE", false},
	{Postnummer, "SE", false},
	{CPR, "DK", true},
	{CVR, "DK", false},
	{Fodselsnummer, "NO", true},
	{Organisasjonsnummer, "NO", false},
	{HETU, "FI", true},
	{YTunnus, "FI", false},
	{Kennitala, "IS", true},
	{KennitalaOfCompany, "IS", false},
	{VTal, "FO", false},
	{PIC, "EU", false},
}

// read reads the symbols as a number of the kind. It calls each reader by its name,
// so that nothing escapes to the heap through the pointers.
func (k Kind) read(s *symbols, o *Options, n *number) Reason {
	switch k {
	case Personnummer:
		return readPersonnummer(s, o, n)
	case Samordningsnummer:
		return readSamordningsnummer(s, o, n)
	case Interimspersonnummer:
		return readInterimspersonnummer(s, o, n)
	case Reservnummer:
		return readReservnummer(s, o, n)
	case NorEduPersonNIN:
		return readNorEduPersonNIN(s, o, n)
	case HSAID:
		return readHSAID(s, o, n)
	case Organisationsnummer:
		return readOrganisationsnummer(s, o, n)
	case Postnummer:
		return readPostnummer(s, o, n)
	case CPR:
		return readCPR(s, o, n)
	case CVR:
		return readCVR(s, o, n)
	case Fodselsnummer:
		return readFodselsnummer(s, o, n)
	case Organisasjonsnummer:
		return readOrganisasjonsnummer(s, o, n)
	case HETU:
		return readHETU(s, o, n)
	case YTunnus:
		return readYTunnus(s, o, n)
	case Kennitala:
		return readKennitala(s, o, n)
	case KennitalaOfCompany:
		return readKennitalaOfCompany(s, o, n)
	case VTal:
		return readVTal(s, o, n)
	case PIC:
		return readPIC(s, o, n)
	}
	return UnknownKind
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
