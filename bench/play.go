package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/jdkato/prose/v2"

	"readout/internal/annot"
	"readout/internal/assemble"
	"readout/internal/engine"
	"readout/internal/text"
	"readout/lexicon"
	"readout/model"
)

// A reader is made ready and then reads one report after another.
type reader struct {
	version string
	read    func(report string, res *Result) error
}

// warmUp is read before the clock starts.
const warmUp = "The dockers’ guild will meet harbour owners on Friday, its leader Tove Aasen said. Talks began in Halvik."

// play runs one of the programs that are written in Go, in this process.
func play(role, file string) error {
	debug.SetGCPercent(200) // as readout itself does; prose gains by it too
	begin := time.Now()
	var r reader
	var err error
	switch role {
	case "prose":
		r = proseReader()
	case "readout, whole record":
		r, err = wholeRecord()
	case "readout, language floor":
		r, err = languageFloor()
	default:
		err = fmt.Errorf("no such role %q", role)
	}
	if err != nil {
		return err
	}
	var res, warm Result
	if err := r.read(warmUp, &warm); err != nil {
		return err
	}
	res.Version, res.Load = r.version, ms(time.Since(begin))
	var reports []string
	if err := readJSON(file, &reports); err != nil {
		return err
	}
	cpu, wall := processorTime(), time.Now()
	for _, report := range reports {
		if err := r.read(report, &res); err != nil {
			return err
		}
	}
	res.Wall, res.CPU = ms(time.Since(wall)), ms(processorTime()-cpu)
	res.Peak = peak()
	return json.NewEncoder(os.Stdout).Encode(res)
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peak returns the most memory that the process had, in MB.
func peak() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil || runtime.GOOS != "linux" {
		return 0
	}
	return float64(u.Maxrss) / 1024
}

// wholeRecord reads as `readout read` does.
func wholeRecord() (reader, error) {
	e, err := engine.Load(lexicon.FS, model.FS)
	if err != nil {
		return reader{}, err
	}
	return reader{"this checkout", func(report string, res *Result) error {
		d := e.Annotate(annot.Source{}, text.New(report))
		rec := assemble.Record(d)
		res.Sentences += len(rec.Sentences)
		for _, a := range rec.Actors {
			if a.Named {
				res.Names++
			}
		}
		if d.Segmentation != nil {
			res.Tokens += len(d.Segmentation.Tokens)
		}
		return nil
	}}, nil
}

// languageFloor stops where the network ends: at trees, names and outermost
// attributions.
func languageFloor() (reader, error) {
	e, err := engine.Load(lexicon.FS, model.FS)
	if err != nil {
		return reader{}, err
	}
	return reader{"this checkout", func(report string, res *Result) error {
		seg, _ := e.Floor(text.New(report))
		res.Sentences += len(seg.Sentences)
		res.Tokens += len(seg.Tokens)
		return nil
	}}, nil
}

func proseReader() reader {
	first, err := prose.NewDocument(warmUp) // its model, which each document would decode anew
	if err != nil {
		return reader{read: func(string, *Result) error { return err }}
	}
	return reader{version("github.com/jdkato/prose/v2"), func(report string, res *Result) error {
		d, err := prose.NewDocument(report, prose.UsingModel(first.Model))
		if err != nil {
			return err
		}
		res.Sentences += len(d.Sentences())
		res.Tokens += len(d.Tokens())
		res.Names += len(d.Entities())
		return nil
	}}
}

// version returns the version of a module that this program was built with.
func version(module string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, d := range info.Deps {
		if d.Path == module {
			return d.Version
		}
	}
	return "unknown"
}
