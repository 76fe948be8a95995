//go:build arm64 || loong64 || ppc64 || ppc64le || riscv64 || s390x

package kernel

// fuses says that the compiler makes one fused instruction of a float32
// multiply and add.
const fuses = true
