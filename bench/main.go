// Bench runs Readout and what one could take in its place over the same
// reports on the same machine, and prints a table. README.md has the commands,
// the versions and what each of them does.
//
//	go run . --data ../../shared/data
//
// Each runs in a process of its own, on one core. The text stays in a file of
// its own that is removed at the end; nothing of it is printed.
package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// A runner is one program to be measured.
type runner struct {
	name, does string
	command    []string // without the file of reports; empty: this program itself
}

// runners, ours first.
func runners() []runner {
	node := []string{"node", "--single-threaded", "peers.mjs"}
	return []runner{
		{"readout, whole record", "everything: record with attributions, firmness, meetings, conditions, ...", nil},
		{"readout, language floor", "sentences, tokens, tags, features, lemmas, trees, names, outermost attributions", nil},
		{"prose", "sentences, tokens, tags, names", nil},
		{"wink-nlp", "sentences, tokens, tags, lemmas, dates and figures", append(node, "wink-nlp")},
		{"compromise", "sentences, tokens, tags, names by list", append(node, "compromise")},
		{"link-parser", "trees of sentences already cut, with link types", []string{"link-parser"}},
	}
}

// A Result is what a runner says of itself after a run. Times are those of
// reading alone, after one short text has been read to warm up.
type Result struct {
	Version                  string
	Load                     float64 // ms, from the start of the process
	Wall, CPU                float64 // ms
	Peak                     float64 // MB
	Sentences, Tokens, Names int
	Words                    int // where not all reports were read
}

func main() {
	data := flag.String("data", "../../shared/data", "folder of the data")
	times := flag.Int("times", 3, "runs of each; the table has the median")
	only := flag.String("only", "", "only the runners whose name holds this")
	role := flag.String("role", "", "for the program's own use")
	file := flag.String("reports", "", "a file of reports as a list of strings in JSON, in place of the data")
	flag.Parse()
	err := func() error {
		if *role != "" {
			return play(*role, *file)
		}
		return compare(*data, *file, *only, *times)
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// compare runs all and prints the table.
func compare(data, file, only string, times int) error {
	dir, err := os.MkdirTemp("", "readout-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var reports []string
	if file == "" {
		if reports, err = polnear(filepath.Join(data, "polnear", "dev.jsonl.gz")); err != nil {
			return err
		}
		file = filepath.Join(dir, "reports.json")
		if err := writeJSON(file, reports); err != nil {
			return err
		}
	} else if err := readJSON(file, &reports); err != nil {
		return err
	}
	words := 0
	for _, r := range reports {
		words += len(strings.Fields(r))
	}
	fmt.Printf("%d reports, %d words; %s %s/%s, one core each, median of %d\n\n", len(reports), words, processor(), runtime.GOOS, runtime.GOARCH, times)
	fmt.Printf("| program | version | words/s (CPU) | words/s (wall) | ready after | peak memory | sentences | tokens | names |\n|---|---|---|---|---|---|---|---|---|\n")
	all := runners()
	results := make([][]Result, len(all))
	for range times { // by turns, so that a busy moment does not hit one alone
		for i, r := range all {
			if !strings.Contains(r.name, only) {
				continue
			}
			res, err := run(r, file)
			if err != nil {
				fmt.Fprintf(os.Stderr, "bench: %s does not run: %v\n", r.name, err)
				continue
			}
			results[i] = append(results[i], res)
		}
	}
	for i, r := range all {
		if len(results[i]) == 0 {
			continue
		}
		slices.SortFunc(results[i], func(a, b Result) int { return cmp.Compare(a.CPU, b.CPU) })
		m := results[i][len(results[i])/2]
		n := cmp.Or(m.Words, words)
		fmt.Printf("| %s | %s | %s | %s | %.0f ms | %s | %s | %s | %s |\n", r.name, m.Version, rate(n, m.CPU), rate(n, m.Wall), m.Load, count(int(m.Peak))+" MB", count(m.Sentences), count(m.Tokens), count(m.Names))
	}
	return nil
}

func rate(words int, ms float64) string {
	if ms == 0 {
		return "-"
	}
	return fmt.Sprintf("%d", int(float64(words)/ms*1000)/10*10)
}

func count(n int) string {
	if n == 0 {
		return "-"
	}
	return fmt.Sprint(n)
}

// run starts one program and reads what it says.
func run(r runner, file string) (Result, error) {
	args := append(r.command, file)
	switch {
	case len(r.command) == 0:
		self, err := os.Executable()
		if err != nil {
			return Result{}, err
		}
		args = []string{self, "--role", r.name, "--reports", file}
	case r.name == "link-parser":
		return linkParser(file)
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1", "NO_COLOR=1")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return Result{}, fmt.Errorf("%w: %s", err, firstLine(stderr.String()))
	}
	var res Result
	return res, json.Unmarshal(out, &res)
}

func firstLine(s string) string {
	for line := range strings.Lines(s) {
		if strings.Contains(line, "Error") {
			return strings.TrimSpace(line)
		}
	}
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// polnear reads the text of the articles.
func polnear(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(z)
	var reports []string
	for {
		var line struct{ Text string }
		switch err := dec.Decode(&line); {
		case errors.Is(err, io.EOF):
			return reports, nil
		case err != nil:
			return nil, err
		}
		reports = append(reports, line.Text)
	}
}

func readJSON(path string, into *[]string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, into)
}

func writeJSON(path string, v []string) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o600)
}

// processor names the processor, where the system tells.
func processor() string {
	b, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "unknown processor,"
	}
	name, flags := "unknown processor", ""
	for line := range strings.Lines(string(b)) {
		key, value, _ := strings.Cut(line, ":")
		switch strings.TrimSpace(key) {
		case "model name":
			name = strings.TrimSpace(value)
		case "flags":
			for _, f := range []string{"avx2", "avx512f"} {
				if strings.Contains(value, " "+f+" ") {
					flags += " " + f
				}
			}
			return name + flags + ","
		}
	}
	return name + ","
}
