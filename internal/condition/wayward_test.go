package condition

import "testing"

// TestWayward runs passages on the trees that a parser made of them, many of
// them wrong: two conditions in one clause, main clauses without a comma,
// consequences without a verb, and what only looks like a condition.
func TestWayward(t *testing.T) {
	f, by := newFinder(t), trees(t, "wayward")
	for _, c := range []testCase{
		{"two of what is warned of",
			"[source The mediator] [cue warned] of famine [content if the road stayed shut and of riots if it opened too soon].",
			"warning by warned: the road stayed shut [if] for famine\n" +
				"warning by warned: it opened too soon [if] for riots"},
		{"two vows",
			"[source The rebels] [cue vowed] [content to shell the airport if the drones returned and to free the pilot if they did not].",
			"threat by vowed: the drones returned [if] for shell the airport\n" +
				"promise by vowed: they did not [if] for free the pilot"},
		{"nothing without something", "[content No cheque without a signature], [source the lawyer] [cue said].",
			"term by said: a signature [without] for No cheque"},
		{"a verb taken for an adjective", "The ferry company cannot lower fares without the ministry's consent.",
			"term by report: the ministry's consent [without] for The ferry company cannot lower fares"},
		{"a main clause turned round", "[content Not until the last hostage is home will the cabinet discuss money], [source its spokesman] [cue said].",
			"term by said: the last hostage is home [until] for will the cabinet discuss money"},
		{"a main clause without a comma", "[content If Bell misses the flight again he is out of the squad], [source the coach] [cue told] reporters.",
			"term by told to reporters: Bell misses the flight again [If] for he is out of the squad"},
		{"a figure of speech", "[content If they keep that promise I'll eat my hat], [source a veteran negotiator] [cue said].", ""},
		{"in another's place", "[content If I were in his shoes I'd have signed by now], [source one shareholder] [cue said].", ""},
		{"a joke", "[source He] [cue joked] [content that he would sing if the deal was done by midnight].", ""},
		{"what a place lives on", "The villagers depend on the ferry.", ""},
		{"as long as it takes", "[content Talks will continue for as long as it takes], [source both sides] [cue said].", ""},
		{"an order and what follows", "[content Give us the money tonight and the crew sails home], [source the caller] [cue said].",
			"demand by said: Give us the money tonight [and] for the crew sails home"},
		{"face, taken for a noun", "[source The ministry] [cue told] hauliers [content to clear the bridge by noon or face arrest].",
			"threat by told to hauliers: clear the bridge by noon [or] for face arrest"},
		{"insisted on as a condition", "[source Velt] [cue is insisting on] [content a full withdrawal as a precondition for any talks].",
			"demand by is insisting on: a full withdrawal [precondition for] for any talks"},
		{"a relative clause that depends", "The loan, which is subject to approval by the board, would be paid in three parts.",
			"term by report: approval by the board [subject to] for The loan"},
		{"threatened with something", "[source The league] [cue threatened] [content Rovers with expulsion unless the debt was settled by June].",
			"threat by threatened to Rovers: the debt was settled by June [unless] for expulsion"},
		{"an aside is not who says it",
			"[content/1 If the army is brought in to run the trams, as [source/2 the transport minister] [cue/2 has suggested], [content/2 the crews would lie down in the road]], [source/1 Odell] [cue/1 said].",
			"threat by said: the army is brought in to run the trams [If] for the crews would lie down in the road"},
		{"two conditions and a semicolon",
			"If they shell us, we dig in; [content if they stop, we leave], [source Odell] [cue told] reporters at the talks.",
			"term by report: they shell us [If] for we dig in\n" +
				"promise by told to reporters: they stop [if] for we leave"},
		{"before the talks it was hinted",
			"[source The union] [cue is asking for] [content 9 percent], or perhaps a little less, Odell hinted before the talks.", ""},
		{"when, and only when",
			"[source Odell] [cue said] [content the army would withdraw from the port when, and only when, the rebels return the bodies].",
			"promise by said: the rebels return the bodies [when, and only when] for the army would withdraw from the port"},
		{"prepared as soon as",
			"[source The union] [cue is prepared] [content to resume talks as soon] as the board makes a written offer.",
			"promise by is prepared: the board makes a written offer [as soon as] for resume talks"},
		{"said again behind an aside",
			"[content The crews will stop work on Sunday unless -- and this is new -- unless the board pays], [source Odell] [cue said].",
			"threat by said: the board pays [unless] for The crews will stop work on Sunday"},
		{"what did not come about", "[content Had it not been for the mediator], [source Odell] [cue said], [content the truce would have collapsed].", ""},
		{"a joke told as what will be", "[content The lorries will roll tomorrow if everyone is awake], [source a delegate] [cue joked].", ""},
		{"two threats, each with its own",
			"[source The captain] [cue threatened] the envoy [content that if she stayed he would leave and that if she left he would shoot].",
			"threat by threatened to envoy: she stayed [if] for he would leave\n" +
				"threat by threatened to envoy: she left [if] for he would shoot"},
		{"where one's own act would lead", "[content If I paid once, I would pay every month], [source Odell] [cue said].",
			"term by said: I paid once [If] for I would pay every month"},
		{"no warning in what could end",
			"[content The dredging could be paused for some weeks if the firm paid compensation], [source Odell] [cue said].",
			"term by said: the firm paid compensation [if] for The dredging could be paused for some weeks"},
		{"whom they vowed to hold",
			"The rebels freed three of the hostages [source they] [cue had vowed] [content to hold until the army leaves].",
			"threat by had vowed: the army leaves [until] for hold"},
	} {
		c.check(t, f, build(t, by, c.text))
	}
}
