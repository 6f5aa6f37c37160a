// Package cite writes provisions of data protection law in words, for notices
// and forms.
//
//	w := cite.In(law.GDPR, text.In(locale.EN))
//	w.Article("6(1)(e)") // "Article 6(1)(e) of the GDPR"
package cite
