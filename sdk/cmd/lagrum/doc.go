// Lagrum checks policies, prints their notices and shows them in a browser.
//
//	lagrum init policy.yaml          # a policy to begin with
//	lagrum lint policy.yaml          # what is missing, and what contradicts itself or the law
//	lagrum notice policy.yaml        # the notice, as a page
//	lagrum diff old.yaml policy.yaml # what changed, and which consents must be asked again
//	lagrum serve policy.yaml         # every notice, at http://127.0.0.1:8080/
//	lagrum ident --kind dk.cpr       # which identity numbers are valid, of those on standard input
//
// It exits with 0 when all is well, with 1 when something is wrong with a policy,
// something material has changed in it or a number is not valid, and with 2 when
// it was called the wrong way or could not read or write a file.
package main
