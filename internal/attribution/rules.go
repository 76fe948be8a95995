package attribution

// A rule is one construction that attributes.
type rule struct {
	id       string
	doc      string
	examples []string
	counter  []string
	match    func(*reading, trigger) (candidate, bool)
}

var verbRules = []rule{
	{id: "attribution/quotation", match: (*reading).speech},
	{id: "attribution/object-with", match: (*reading).objectWith},
	{id: "attribution/object-is", match: (*reading).objectIs},
	{id: "attribution/parenthesis", match: (*reading).parenthesis},
	{id: "attribution/clause", match: (*reading).clause},
	{id: "attribution/inserted", match: (*reading).bracketed},
	{id: "attribution/addressed-infinitive", match: (*reading).addressed},
	{id: "attribution/object-infinitive", match: (*reading).objectTo},
	{id: "attribution/infinitive", match: (*reading).infinitive},
	{id: "attribution/gerund", match: (*reading).gerund},
	{id: "attribution/bare-clause", match: (*reading).bare},
	{id: "attribution/addressed-phrase", match: (*reading).addressedOf},
	{id: "attribution/phrase", match: (*reading).phrasal},
	{id: "attribution/passive-infinitive", match: (*reading).passiveTo},
	{id: "attribution/object", match: (*reading).nominal},
}

var nounRules = []rule{{id: "attribution/noun", match: (*reading).noun}}

var adjectiveRules = []rule{{id: "attribution/adjective", match: (*reading).adjective}}
