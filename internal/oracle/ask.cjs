// Asks the npm packages. Each line of standard input is "kind<TAB>value"; each
// line of output is one verdict a library, "name=true name=false". The first
// argument is the day that they shall take for today.
"use strict";

const RealDate = Date;
const today = RealDate.parse(process.argv[2] + "T12:00:00Z");
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(today);
    else super(...parts);
  }
  static now() {
    return today;
  }
};

const { FinnishSSN } = require("finnish-ssn");
const { validateNorwegianIdNumber } = require("norwegian-national-id-validator");
const fnrvalidator = require("@navikt/fnrvalidator");
const isKennitala = require("is-kennitala");
const kennitala = require("kennitala");
const organisationsnummer = require("organisationsnummer");
const personnummer = require("personnummer");
const stdnum = require("stdnum").stdnum;
const validator = require("validator");

const swedish = (value, allow, is) => {
  try {
    return is(personnummer.parse(value, allow));
  } catch {
    return false;
  }
};

const libraries = {
  "se.personnummer": {
    personnummer: (v) => swedish(v, { allowCoordinationNumber: false }, () => true),
    "stdnum-js": (v) => stdnum.SE.personnummer.validate(v).isValid,
  },
  "se.samordningsnummer": {
    personnummer: (v) => swedish(v, {}, (p) => p.isCoordinationNumber()),
  },
  "se.interimspersonnummer": {
    personnummer: (v) => swedish(v, { allowInterimNumber: true }, (p) => p.isInterimNumber()),
  },
  "se.organisationsnummer": {
    organisationsnummer: (v) => organisationsnummer.valid(v),
    "stdnum-js": (v) => stdnum.SE.orgnr.validate(v).isValid,
  },
  "se.postnummer": {
    "validator.js": (v) => validator.isPostalCode(v, "SE"),
  },
  "dk.cpr": {
    "stdnum-js": (v) => stdnum.DK.cpr.validate(v).isValid,
    "validator.js": (v) => validator.isTaxID(v, "dk-DK"),
  },
  "dk.cvr": {
    "stdnum-js": (v) => stdnum.DK.cvr.validate(v).isValid,
  },
  "no.fodselsnummer": {
    fnrvalidator: (v) => fnrvalidator.idnr(v).status === "valid",
    "norwegian-national-id-validator": (v) => validateNorwegianIdNumber(v),
    "stdnum-js": (v) => stdnum.NO.fodselsnummer.validate(v).isValid,
    "validator.js": (v) => validator.isIdentityCard(v, "NO"),
  },
  "no.organisasjonsnummer": {
    "stdnum-js": (v) => stdnum.NO.orgnr.validate(v).isValid,
  },
  "fi.hetu": {
    "finnish-ssn": (v) => FinnishSSN.validate(v),
    "stdnum-js": (v) => stdnum.FI.hetu.validate(v).isValid,
    "validator.js": (v) => validator.isIdentityCard(v, "FI"),
  },
  "fi.ytunnus": {
    "stdnum-js": (v) => stdnum.FI.ytunnus.validate(v).isValid,
  },
  "is.kennitala": {
    "is-kennitala": (v) => isKennitala.isValidKennitala(v, { type: "person", robot: true, strictDate: true }),
    kennitala: (v) => kennitala.isPerson(v) || kennitala.isTemporary(v),
    "stdnum-js": (v) => Boolean(stdnum.IS.kennitala.validate(v).isIndividual),
  },
  "is.kennitala/company": {
    "is-kennitala": (v) => isKennitala.isValidKennitala(v, { type: "company", strictDate: true }),
    kennitala: (v) => kennitala.isCompany(v),
    "stdnum-js": (v) => Boolean(stdnum.IS.kennitala.validate(v).isCompany),
  },
  "fo.vtal": {
    "stdnum-js": (v) => stdnum.FO.vn.validate(v).isValid,
  },
};

const lines = require("node:fs").readFileSync(0, "utf8").split("\n").slice(0, -1);
const answers = lines.map((line) => {
  const [kind, value] = line.split("\t");
  const verdicts = Object.entries(libraries[kind]).map(([name, valid]) => `${name}=${valid(value)}`);
  return verdicts.join(" ") + "\n";
});
process.stdout.write(answers.join(""));
