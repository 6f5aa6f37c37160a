-- What this host keeps beside the ledger.

-- What people answered, by the reference of what they sent and the datum that it is.
CREATE TABLE answer (
	reference TEXT NOT NULL,
	datum     TEXT NOT NULL,
	value     TEXT NOT NULL,
	PRIMARY KEY (reference, datum)
);

-- Which consents were asked with what was sent.
CREATE TABLE asked (
	consent   TEXT NOT NULL PRIMARY KEY,
	reference TEXT NOT NULL
);

-- How many proofs of consent were due soon, by the day on which that was looked up.
CREATE TABLE warning (
	policy TEXT   NOT NULL,
	day    TEXT   NOT NULL,
	due    BIGINT NOT NULL,
	PRIMARY KEY (policy, day)
);
