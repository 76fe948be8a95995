package model

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// The manifest must tell the truth: each file once, with its sha256.
func TestManifest(t *testing.T) {
	data, err := fs.ReadFile(FS, "MANIFEST.tsv")
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]string{}
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 5 {
			t.Fatalf("line %d has %d fields, want 5", i+1, len(f))
		}
		if _, twice := sums[f[0]]; twice {
			t.Errorf("line %d: %s stands twice", i+1, f[0])
		}
		if i > 0 {
			sums[f[0]] = f[4]
		}
	}
	files, err := fs.Glob(FS, "*.*")
	if err != nil {
		t.Fatal(err)
	}
	files = slices.DeleteFunc(files, func(name string) bool { return name == "MANIFEST.tsv" })
	if len(files) != len(sums) {
		t.Errorf("%d files, %d in the manifest", len(files), len(sums))
	}
	for _, name := range files {
		data, err := fs.ReadFile(FS, name)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		if got := hex.EncodeToString(sum[:]); got != sums[name] {
			t.Errorf("%s: sha256 %s, the manifest says %q", name, got, sums[name])
		}
	}
}
