package sketch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTreebank(t *testing.T) {
	path := filepath.Join(t.TempDir(), "two.conllu")
	src := "# text = Lind left. He slept.\n1\tLind\tLind\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n" +
		"1\tHe\the\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tslept\tsleep\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\tSpaceAfter=No\n\n"
	if err := os.WriteFile(path, []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	bank, err := ReadTreebank(path)
	if err != nil {
		t.Fatal(err)
	}
	seg, syn, err := bank.Lay("Lind left. He slept.")
	if err != nil || len(seg.Tokens) != 6 || len(syn.Words) != 6 {
		t.Fatalf("%v, %v", seg, err)
	}
	if _, _, err := bank.Lay("Lind slept."); err == nil || !strings.Contains(err.Error(), "no tree") {
		t.Errorf("a text that is not there: error %v", err)
	}
	if _, err := ReadTreebank(path + ".gone"); err == nil {
		t.Error("a file that is not there: no error")
	}
}
