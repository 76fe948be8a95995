// Package kernel holds the float32 arithmetic of the neural models: products
// of packed matrices, and the few vector operations that training and reading
// spend their time in.
//
// For amd64 with AVX2 and FMA (and AVX-512 where the processor has it) there
// is assembly; everywhere else plain Go. Every sum of a matrix product runs
// over the inner dimension in order with one fused multiply-add a step, in all
// three versions, so that the answers agree bit for bit between AVX2 and
// AVX-512 and, but for the rare double rounding of an emulated multiply-add,
// with plain Go. Nothing is shared or spawned: a call uses the caller's core
// alone.
package kernel
