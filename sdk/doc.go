// Package sdk is the map of Lagrum's Go packages; it holds no code.
//
// An organiser writes down once who processes what about whom, why, on which
// legal basis, who receives it and when it goes. That policy file then is the
// notice that people read and the form that they fill in, and Lagrum says, with
// line and law, where it contradicts itself.
//
// Most programs need four packages:
//
//   - policyfile reads a policy from a YAML or JSON file
//   - lint finds what is missing, contradictory or out of date in it
//   - notice makes the notice, in seven languages and three layers
//   - form makes the forms, and checks what people send
//
// and perhaps serve, an http.Handler that answers with notices and forms, or
// bind, which ties the fields of a Go struct to the policy. Two packages stand
// for themselves: ident reads identity numbers of the Nordic countries, and
// screen looks at free text for what should not stand there.
//
// Below them lies the portable core, which builds for servers, browsers and
// Workers alike: policy (the model), law (dated facts with sources), text and
// locale (what is said, and in which grammar), cite (provisions in words), date,
// diag, visibility (who sees what, in words), retention, rights, change (what
// differs between two policies, and whom it concerns), choices (what visitors may
// choose to have stored on their device) and accountability (the record of
// processing activities and what belongs to it).
//
// At the rim lie schema (JSON Schema of policies and forms), accept (language
// negotiation), export (what other programs read: findings, policies, consents,
// spreadsheets) and cmd/lagrum (the command).
package sdk
