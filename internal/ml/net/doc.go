// Package net holds the layers of the reading network, forwards and, for
// training, backwards: linear maps, gated convolutions, simple recurrent
// units, norms, embeddings, and the Adam optimiser.
//
// Layers work on all tokens of a batch of sequences at once: a matrix with a
// row for each token, and the list of sequences that no layer mixes. Layers
// are immutable while reading; the memory of a pass comes from an [Arena],
// and what a backward pass needs is returned by the forward pass. Widths are
// multiples of kernel.Panel.
package net
