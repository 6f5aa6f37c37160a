"""Asks python-stdnum, as Debian packages it, in the way of ask.cjs."""

import datetime
import sys

real = datetime.date


class Date(real):
    """A date whose today is the day that was given."""

    @classmethod
    def today(cls):
        return real.fromisoformat(sys.argv[1])


# Before stdnum is imported, which takes the class from the module.
datetime.date = Date

from stdnum.dk import cpr, cvr
from stdnum.fi import hetu, ytunnus
from stdnum.fo import vn
from stdnum.is_ import kennitala
from stdnum.no import fodselsnummer
from stdnum.no import orgnr as organisasjonsnummer
from stdnum.se import orgnr, personnummer, postnummer

libraries = {
    "se.personnummer": personnummer.is_valid,
    "se.organisationsnummer": orgnr.is_valid,
    "se.postnummer": postnummer.is_valid,
    "dk.cpr": cpr.is_valid,
    "dk.cvr": cvr.is_valid,
    "no.fodselsnummer": fodselsnummer.is_valid,
    "no.organisasjonsnummer": organisasjonsnummer.is_valid,
    "fi.hetu": lambda value: hetu.is_valid(value, allow_temporary=True),
    "fi.ytunnus": ytunnus.is_valid,
    "is.kennitala": lambda value: kennitala.is_valid(value) and kennitala.compact(value)[0] < "4",
    "is.kennitala/company": lambda value: kennitala.is_valid(value) and kennitala.compact(value)[0] >= "4",
    "fo.vtal": vn.is_valid,
}


def verdict(valid, value):
    # What it raises on a value that it did not foresee is a refusal too.
    try:
        return valid(value)
    except (IndexError, ValueError):
        return False


sys.stdin.reconfigure(encoding="utf-8", newline="\n")
for line in sys.stdin:
    kind, value = line.rstrip("\n").split("\t")
    if kind in libraries:
        print("python-stdnum=" + str(verdict(libraries[kind], value)).lower())
    else:
        print()
