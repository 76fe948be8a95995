package main

import (
	"errors"
	"io"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"readout/internal/engine"
	"readout/internal/text"
	"readout/lexicon"
	"readout/model"
)

// linkSentences is how many sentences link-parser gets: it takes a long while
// over each.
const linkSentences = 200

// linkParser gives link-parser, a program of its own, sentences that are cut
// already. Its time to start is measured on one short sentence and taken off.
func linkParser(file string) (Result, error) {
	if _, err := exec.LookPath("link-parser"); err != nil {
		return Result{}, errors.New("not installed")
	}
	e, err := engine.Load(lexicon.FS, model.FS)
	if err != nil {
		return Result{}, err
	}
	var reports []string
	if err := readJSON(file, &reports); err != nil {
		return Result{}, err
	}
	var b strings.Builder
	var res Result
	for _, r := range reports {
		seg, _ := e.Floor(text.New(r))
		for _, s := range seg.Sentences {
			words := strings.Fields(seg.Text.Slice(s.Span))
			if len(words) < 4 || res.Sentences == linkSentences {
				continue
			}
			b.WriteString(strings.Join(words, " ") + "\n")
			res.Sentences++
			res.Words += len(words)
		}
	}
	start, err := link("Talks began in Halvik.\n")
	if err != nil {
		return Result{}, err
	}
	all, err := link(b.String())
	if err != nil {
		return Result{}, err
	}
	out, err := exec.Command("link-parser", "--version").CombinedOutput()
	if err != nil {
		return Result{}, err
	}
	_, v, _ := strings.Cut(string(out), "link-grammar-")

	res.Version = strings.TrimSpace(strings.Split(v, "\n")[0])
	res.Load, res.Wall, res.CPU, res.Peak = start.Wall, all.Wall-start.Wall, all.CPU-start.CPU, all.Peak
	return res, nil
}

// link runs link-parser over lines, one sentence each.
func link(lines string) (Result, error) {
	cmd := exec.Command("link-parser", "en", "-verbosity=0", "-graphics=0", "-links=1", "-limit=100", "-timeout=2")
	cmd.Stdin = strings.NewReader(lines)
	cmd.Stdout = io.Discard
	begin := time.Now()
	if err := cmd.Run(); err != nil {
		return Result{}, err
	}
	res := Result{Wall: ms(time.Since(begin)), CPU: ms(cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime())}
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		res.Peak = float64(u.Maxrss) / 1024
	}
	return res, nil
}
