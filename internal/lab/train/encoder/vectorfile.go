package encoder

import (
	"encoding/gob"
	"fmt"
	"os"
)

// Save writes the vectors to a working file.
func (v *Vectors) Save(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := gob.NewEncoder(f).Encode(v); err != nil {
		return fmt.Errorf("vectors: %w", err)
	}
	return f.Close()
}

// LoadVectors reads what [Vectors.Save] wrote.
func LoadVectors(path string) (*Vectors, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	v := new(Vectors)
	if err := gob.NewDecoder(f).Decode(v); err != nil {
		return nil, fmt.Errorf("vectors: %w", err)
	}
	return v, nil
}
