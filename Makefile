# Short names for the commands of README; everything works without make.
.PHONY: all test check golden scores bench

all:
	go build -o bin/ ./cmd/...

test:
	go test ./...

check:
	go run ./cmd/readoutlab check

# Rewrites the recorded behaviour; read the diff and say why in the commit.
golden:
	READOUT_GOLDEN=write go test ./internal/golden/...

# Needs the data: make scores DATA=DIR
scores:
	go run ./cmd/readoutlab eval --write --data $(DATA)

bench:
	go test -run='^$$' -bench=. ./...
