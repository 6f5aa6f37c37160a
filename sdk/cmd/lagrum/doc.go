// Lagrum checks policies, prints their notices and shows them in a browser.
//
//	lagrum init policy.yaml                  # a policy to begin with
//	lagrum lint policy.yaml                  # what is missing, and what contradicts itself or the law
//	lagrum notice policy.yaml                # the notice, as a page
//	lagrum form policy.yaml                  # a form, as a page
//	lagrum check --values a.json policy.yaml # what must be mended in answers to a form
//	lagrum diff old.yaml policy.yaml         # what changed, and which consents must be asked again
//	lagrum serve policy.yaml                 # every notice, at http://127.0.0.1:8080/
//	lagrum ident --kind dk.cpr               # which identity numbers are valid, of those on standard input
//	lagrum screen --lang sv                  # where free text says too much
//	lagrum receipt verify --key k.jwk r.json # whether a receipt is as it was signed, and by whom
//
// It exits with 0 when all is well, with 1 when something is wrong with a policy,
// something material has changed in it, a number is not valid, a text may say too
// much, answers to a form have problems or a receipt is not right, and with 2 when
// it was called the wrong way or could not read or write a file.
package main
