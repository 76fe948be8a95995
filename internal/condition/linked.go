package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// matchDepends takes the subject as the consequence of what it depends on.
func matchDepends(s *search, sent annot.Sentence, c run) (link, bool) {
	pred := c.first
	head := s.phraseAfter(sent, c)
	if head == annot.None {
		return link{}, false
	}
	trigger := s.subtree(head)
	trigger.first = c.end
	if trigger.end <= c.end {
		trigger = run{c.end, sent.End}
	}
	if trigger.end < sent.End && s.syn.Words[trigger.end].Feats.Has(ud.VerbFormGer) && s.syn.Words[trigger.end].UPOS == ud.VERB {
		trigger.end = s.subtree(trigger.end).end // "on parliament passing the bill"
	}
	if h := s.lower(trigger.first); h == "whether" {
		trigger.first++
	}
	if !s.clausal(head) && s.lower(pred) == "subject" && !s.words.approval[s.syn.Words[head].Lemma] {
		return link{}, false // "subject to attack"
	}
	l := link{connective: c, trigger: s.cut(trigger, head), head: head, governor: pred, kind: hintTerm}
	subj := s.syn.Child(pred, ud.Nsubj, ud.NsubjPass, ud.Csubj)
	if subj != annot.None && !s.subtree(subj).overlaps(l.trigger) {
		l.consequence = []run{s.subtree(subj)}
		return l, !l.trigger.empty()
	}
	if w := s.syn.Words[pred]; w.Head != annot.None && (w.Rel.Universal() == ud.Acl || w.Rel == ud.Amod) {
		l.consequence = s.subtree(w.Head).minus(run{c.first, max(c.end, l.trigger.end)})
		return l, !l.trigger.empty()
	}
	if w := s.syn.Words[pred]; w.Rel == ud.Xcomp && w.Head != annot.None {
		if obj := s.syn.Child(w.Head, ud.Obj); obj != annot.None && obj < pred { // "made aid conditional on"
			l.consequence = s.subtree(obj).minus(run{c.first, max(c.end, l.trigger.end)})
			return l, !l.trigger.empty()
		}
	}
	if before := s.trim(run{s.clauseStart(sent, pred), s.groupStart(pred)}); s.hasWord(before) && s.syn.Words[pred].UPOS == ud.VERB {
		l.consequence = []run{before}
		return l, !l.trigger.empty()
	}
	return link{}, false
}

