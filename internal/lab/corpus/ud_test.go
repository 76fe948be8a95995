package corpus

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// treebank writes a split of a treebank into a new data folder.
func treebank(t *testing.T, bank, conllu, index string) string {
	t.Helper()
	dir := t.TempDir()
	folder := filepath.Join(dir, "ud", bank)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(conllu)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"train.conllu.gz": b.Bytes(), "index.tsv": []byte(index)} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const oneWord = "1\tSilence\tsilence\tNOUN\tNN\t_\t0\troot\t_\t_\n\n"

func TestReadUDTellsGenresAndLicences(t *testing.T) {
	dir := treebank(t, "gum",
		"# newdoc id = GUM_news_quay\n"+oneWord+oneWord+"# newdoc id = GUM_vlog_quay\n"+oneWord+"# newdoc id = GUM_letter_quay\n"+oneWord,
		"doc\ttext_licence\nGUM_news_quay\tCC BY 2.5\nGUM_vlog_quay\tsee LICENSE (not listed there)\nGUM_letter_quay\tCC BY-NC-SA 4.0\n")
	docs, err := ReadUD(dir, "gum", "train")
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 3 || docs[0].Genre != "news" || len(docs[0].Sentences) != 2 || docs[1].Genre != "vlog" {
		t.Fatalf("read %+v", docs)
	}
	if free := Free(docs); len(free) != 1 || free[0].ID != "GUM_news_quay" {
		t.Errorf("free are %+v: a licence must be named and allow commercial use", free)
	}
}

func TestReadUDWithoutIndex(t *testing.T) {
	dir := treebank(t, "ewt", "# newdoc id = weblog-quay.example_1\n"+oneWord, "")
	docs, err := ReadUD(dir, "ewt", "train")
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 1 || docs[0].Genre != "weblog" || !docs[0].Free() {
		t.Errorf("read %+v", docs)
	}
}

func TestReadUDSaysWhatIsMissing(t *testing.T) {
	if _, err := ReadUD(t.TempDir(), "ewt", "train"); err == nil || !strings.HasPrefix(err.Error(), "treebank: ") {
		t.Errorf("no file: error %v", err)
	}
	dir := treebank(t, "gum", "# newdoc id = GUM_news_quay\n"+oneWord, "doc\ttext_licence\n")
	if _, err := ReadUD(dir, "gum", "train"); err == nil || !strings.Contains(err.Error(), "no licence for GUM_news_quay") {
		t.Errorf("a document the index lacks: error %v", err)
	}
}
