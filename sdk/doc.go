// Package sdk is the map of Lagrum's Go packages; it holds no code.
//
// An organiser writes down once who processes what about whom, why, on which
// legal basis, who receives it and when it goes. That policy file then is the
// notice that people read, and Lagrum says, with line and law, where it
// contradicts itself.
//
// Most programs need three packages:
//
//   - policyfile reads a policy from a YAML or JSON file
//   - lint finds what is missing, contradictory or out of date in it
//   - notice makes the notice, in seven languages and three layers
//
// and perhaps serve, an http.Handler that answers with notices.
//
// Below them lies the portable core, which builds for servers, browsers and
// Workers alike: policy (the model), law (dated facts with sources), text and
// locale (what is said, and in which grammar), date, diag, retention, rights and
// change (what differs between two policies, and whom it concerns).
//
// At the rim lie schema (the JSON Schema of policy files, for editors), accept
// (language negotiation), export (findings as SARIF and JSON) and cmd/lagrum (the
// command).
package sdk
