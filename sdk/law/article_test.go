package law

import "testing"

func TestNormaliseReadsHarmlessVariants(t *testing.T) {
	for in, want := range map[string]string{
		"6(1)(e)":                    "6(1)(e)",
		"6.1.e":                      "6(1)(e)",
		"6(1) e":                     "6(1)(e)",
		"Art. 6(1)(e)":               "6(1)(e)",
		"artikel 6.1 e":              "6(1)(e)",
		"Artikkel 5(1)(a)":           "5(1)(a)",
		" Article 6 (1) (e) ":        "6(1)(e)",
		"artikel 6, stk. 1, litra e": "6(1)(e)",
		"15":                         "15",
		"Artikel 15":                 "15",
		"12(3)":                      "12(3)",
		"4(11)":                      "4(11)",
		"6(1)(ea)":                   "6(1)(ea)",
		"10 § a":                     "10 § a",
		"§ 10 a":                     "10 § a",
		"10§ a)":                     "10 § a",
		"26 §":                       "26 §",
		"§ 26":                       "26 §",
		"3 kap.  10 §":               "3 kap. 10 §",
		"§ 11, stk. 2":               "§ 11, stk. 2",
		"13 and 14":                  "13 and 14",
		"6(1)(a) og 6(1)(b)":         "6(1)(a) og 6(1)(b)",
		"88a":                        "88a",
		"":                           "",
		"artikel":                    "artikel",
	} {
		if got := Normalise(in); got != want {
			t.Errorf("Normalise(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzNormalise(f *testing.F) {
	for _, s := range []string{"6(1)(e)", "Art. 6.1 e", "§ 10 a", "10 § a)", "3 kap. 10 §", "§§", "6(1)(e", "\x00§ 1", "é6", "6..1..e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Normalise(s)
		if twice := Normalise(once); twice != once {
			t.Errorf("Normalise(%q) = %q, but again gives %q", s, once, twice)
		}
		for _, regime := range []ActID{GDPR, EUDPR, PUL} {
			if number, ok := Article(regime, s); ok && number == "" {
				t.Errorf("Article(%s, %q) is found, but empty", regime, s)
			}
			if gdpr, ok := FromArticle(regime, s); ok && gdpr == "" {
				t.Errorf("FromArticle(%s, %q) is found, but empty", regime, s)
			}
		}
	})
}

func TestArticlesUnderRegulation2018Of1725(t *testing.T) {
	for _, tt := range []struct{ gdpr, want string }{
		{"6(1)(a)", "5(1)(d)"}, {"6(1)(b)", "5(1)(c)"}, {"6(1)(c)", "5(1)(b)"}, {"6(1)(d)", "5(1)(e)"}, {"6(1)(e)", "5(1)(a)"},
		{"6(4)", "6"}, {"6", "5"}, {"5(1)(c)", "4(1)(c)"}, {"4(11)", "3(15)"}, {"7(3)", "7(3)"},
		{"9(2)(g)", "10(2)(g)"}, {"9", "10"}, {"10", "11"}, {"12(3)", "14(3)"},
		{"13", "15"}, {"13(1)(e)", "15(1)(d)"}, {"13(1)(f)", "15(1)(e)"}, {"13(2)(c)", "15(2)(c)"}, {"13(2)(d)", "15(2)(d)"},
		{"14(2)(f)", "16(2)(e)"}, {"14(1)(d)", "16(1)(d)"}, {"15", "17"}, {"16", "18"}, {"17(3)(b)", "19(3)(b)"}, {"18", "20"},
		{"19", "21"}, {"20", "22"}, {"21", "23"}, {"21(1)", "23(1)"}, {"21(4)", "23(2)"}, {"22(2)(b)", "24(2)(b)"}, {"23", "25"},
		{"26(2)", "28(2)"}, {"28(3)", "29(3)"}, {"30(2)", "31(2)"}, {"33(1)", "34"}, {"35", "39"}, {"38", "44"}, {"46", "48"},
		{"49", "50"}, {"77", "63"}, {"79", "64"}, {"Art. 6.1 e", "5(1)(a)"},
	} {
		if got, ok := Article(EUDPR, tt.gdpr); !ok || got != tt.want {
			t.Errorf("Article(EUDPR, %q) = %q, %v; want %q", tt.gdpr, got, ok, tt.want)
		}
	}
	for _, none := range []string{"6(1)(f)", "13(1)(d)", "14(2)(b)", "21(2)", "21(3)", "27", "87", "", "nonsense", "200"} {
		if got, ok := Article(EUDPR, none); ok {
			t.Errorf("Article(EUDPR, %q) = %q; want none", none, got)
		}
	}
}

func TestArticlesBackToTheGDPR(t *testing.T) {
	for _, tt := range []struct{ number, want string }{
		{"5(1)(a)", "6(1)(e)"}, {"5(1)(d)", "6(1)(a)"}, {"23", "21"}, {"25", "23"}, {"17(3)", "15(3)"}, {"10(2)(a)", "9(2)(a)"},
		{"4(1)(a)", "5(1)(a)"}, {"15(1)(d)", "13(1)(e)"}, {"63", "77"}, {"6", "6(4)"}, {"64", "78"},
	} {
		if got, ok := FromArticle(EUDPR, tt.number); !ok || got != tt.want {
			t.Errorf("FromArticle(EUDPR, %q) = %q, %v; want %q", tt.number, got, ok, tt.want)
		}
	}
	for _, none := range []string{"9", "36", "37", "38"} {
		if got, ok := FromArticle(EUDPR, none); ok {
			t.Errorf("FromArticle(EUDPR, %q) = %q; the GDPR has none", none, got)
		}
	}
}

func TestEveryRowLeadsThereAndBack(t *testing.T) {
	for c := range Correspondences() {
		if c.GDPR == "" || c.Number == "" || c.GDPR == "3" || c.GDPR == "79" || c.Number == "10 § e" || c.GDPR == "6" && c.Regime == PUL {
			continue // one row of several that share a number
		}
		if got, ok := Article(c.Regime, c.GDPR); !ok || got != c.Number {
			t.Errorf("Article(%s, %q) = %q, %v; want %q", c.Regime, c.GDPR, got, ok, c.Number)
		}
		if got, ok := FromArticle(c.Regime, c.Number); !ok || got != c.GDPR {
			t.Errorf("FromArticle(%s, %q) = %q, %v; want %q", c.Regime, c.Number, got, ok, c.GDPR)
		}
	}
}

func TestTheGDPRKeepsItsNumbers(t *testing.T) {
	for _, regime := range []ActID{GDPR, UKGDPR} {
		if got, ok := Article(regime, "Art. 21.2"); !ok || got != "21(2)" {
			t.Errorf("Article(%s, Art. 21.2) = %q, %v", regime, got, ok)
		}
	}
	if _, ok := Article(GDPR, ""); ok {
		t.Error("an empty citation is an article")
	}
	if _, ok := Article("SE-SKOL", "15"); ok {
		t.Error("an act that is no regime has articles of the GDPR")
	}
}
