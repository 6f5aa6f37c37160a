// Package comments reads the comments of types, fields and constants from
// their source, for what is written from the model: its reference and its schema.
//
//	c, err := comments.Read(root, "sdk/policy", "sdk/law")
//	if err != nil {
//		return err
//	}
//	c.Of(reflect.TypeFor[policy.Party](), "")         // "A Party is somebody who has a part in the processing. …"
//	c.Of(reflect.TypeFor[policy.Party](), "Country")  // "Where it is established: a country code (ISO 3166-1)."
//	c.Values(reflect.TypeFor[policy.PartyKind]())     // legal-entity, a person in law; unit, …
//
// [Comments.Of] has the form that the Reflector of package jsonschema wants as
// its LookupComment.
package comments
