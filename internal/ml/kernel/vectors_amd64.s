//go:build !purego

#include "textflag.h"

DATA sigc<>+0(SB)/4, $0xc2200000 // -40
DATA sigc<>+4(SB)/4, $0x42200000 // 40
DATA sigc<>+8(SB)/4, $0x3fb8aa3b // log2(e)
DATA sigc<>+12(SB)/4, $0x4b400000 // 1.5*2^23
DATA sigc<>+16(SB)/4, $0x3f318000 // ln 2, high
DATA sigc<>+20(SB)/4, $0xb95e8083 // ln 2, low
DATA sigc<>+24(SB)/4, $0x39506967
DATA sigc<>+28(SB)/4, $0x3ab743ce
DATA sigc<>+32(SB)/4, $0x3c088908
DATA sigc<>+36(SB)/4, $0x3d2aa9c1
DATA sigc<>+40(SB)/4, $0x3e2aaaaa
DATA sigc<>+44(SB)/4, $0x3f000000
DATA sigc<>+48(SB)/4, $0x3f800000 // 1
DATA sigc<>+52(SB)/4, $127
DATA sigc<>+56(SB)/4, $0x80000000
GLOBL sigc<>(SB), RODATA, $60

// func sigmoidAVX(x *float32, n uintptr)
// n is a multiple of 8.
TEXT ·sigmoidAVX(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	VBROADCASTSS sigc<>+0(SB), Y15
	VBROADCASTSS sigc<>+4(SB), Y14
	VBROADCASTSS sigc<>+8(SB), Y13
	VBROADCASTSS sigc<>+12(SB), Y12
	VBROADCASTSS sigc<>+16(SB), Y11
	VBROADCASTSS sigc<>+20(SB), Y10
	VBROADCASTSS sigc<>+24(SB), Y9
	VBROADCASTSS sigc<>+48(SB), Y8
	VBROADCASTSS sigc<>+56(SB), Y7
sig8:
	VMOVUPS (DI), Y0
	VXORPS Y7, Y0, Y0
	VMINPS Y14, Y0, Y0
	VMAXPS Y15, Y0, Y0
	VMULPS Y13, Y0, Y1
	VADDPS Y12, Y1, Y1
	VSUBPS Y12, Y1, Y1
	VMULPS Y11, Y1, Y2
	VSUBPS Y2, Y0, Y0
	VMULPS Y10, Y1, Y2
	VSUBPS Y2, Y0, Y0
	VMULPS Y0, Y9, Y3
	VBROADCASTSS sigc<>+28(SB), Y4
	VADDPS Y4, Y3, Y3
	VMULPS Y0, Y3, Y3
	VBROADCASTSS sigc<>+32(SB), Y4
	VADDPS Y4, Y3, Y3
	VMULPS Y0, Y3, Y3
	VBROADCASTSS sigc<>+36(SB), Y4
	VADDPS Y4, Y3, Y3
	VMULPS Y0, Y3, Y3
	VBROADCASTSS sigc<>+40(SB), Y4
	VADDPS Y4, Y3, Y3
	VMULPS Y0, Y3, Y3
	VBROADCASTSS sigc<>+44(SB), Y4
	VADDPS Y4, Y3, Y3
	VMULPS Y0, Y3, Y3
	VMULPS Y0, Y3, Y3
	VADDPS Y0, Y3, Y3
	VADDPS Y8, Y3, Y3
	VCVTPS2DQ Y1, Y1
	VPBROADCASTD sigc<>+52(SB), Y4
	VPADDD Y4, Y1, Y1
	VPSLLD $23, Y1, Y1
	VMULPS Y1, Y3, Y3
	VADDPS Y8, Y3, Y3
	VDIVPS Y3, Y8, Y3
	VMOVUPS Y3, (DI)
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ sig8
	VZEROUPPER
	RET

#define SIGMOID_CONSTANTS \
	VBROADCASTSS sigc<>+0(SB), Z31 \
	VBROADCASTSS sigc<>+4(SB), Z30 \
	VBROADCASTSS sigc<>+8(SB), Z29 \
	VBROADCASTSS sigc<>+12(SB), Z28 \
	VBROADCASTSS sigc<>+16(SB), Z27 \
	VBROADCASTSS sigc<>+20(SB), Z26 \
	VBROADCASTSS sigc<>+24(SB), Z25 \
	VBROADCASTSS sigc<>+28(SB), Z24 \
	VBROADCASTSS sigc<>+32(SB), Z23 \
	VBROADCASTSS sigc<>+36(SB), Z22 \
	VBROADCASTSS sigc<>+40(SB), Z21 \
	VBROADCASTSS sigc<>+44(SB), Z20 \
	VBROADCASTSS sigc<>+48(SB), Z19 \
	VPBROADCASTD sigc<>+52(SB), Z18 \
	VBROADCASTSS sigc<>+56(SB), Z17

// SIGMOID replaces the sixteen floats of Z0, step for step as sigmoidAVX does.
#define SIGMOID \
	VXORPS Z17, Z0, Z0 \
	VMINPS Z30, Z0, Z0 \
	VMAXPS Z31, Z0, Z0 \
	VMULPS Z29, Z0, Z1 \
	VADDPS Z28, Z1, Z1 \
	VSUBPS Z28, Z1, Z1 \
	VMULPS Z27, Z1, Z2 \
	VSUBPS Z2, Z0, Z0 \
	VMULPS Z26, Z1, Z2 \
	VSUBPS Z2, Z0, Z0 \
	VMULPS Z0, Z25, Z3 \
	VADDPS Z24, Z3, Z3 \
	VMULPS Z0, Z3, Z3 \
	VADDPS Z23, Z3, Z3 \
	VMULPS Z0, Z3, Z3 \
	VADDPS Z22, Z3, Z3 \
	VMULPS Z0, Z3, Z3 \
	VADDPS Z21, Z3, Z3 \
	VMULPS Z0, Z3, Z3 \
	VADDPS Z20, Z3, Z3 \
	VMULPS Z0, Z3, Z3 \
	VMULPS Z0, Z3, Z3 \
	VADDPS Z0, Z3, Z3 \
	VADDPS Z19, Z3, Z3 \
	VCVTPS2DQ Z1, Z1 \
	VPADDD Z18, Z1, Z1 \
	VPSLLD $23, Z1, Z1 \
	VMULPS Z1, Z3, Z3 \
	VADDPS Z19, Z3, Z3 \
	VDIVPS Z3, Z19, Z0

// func sigmoidWide(x *float32, n uintptr)
// AVX-512. n is a multiple of 16.
TEXT ·sigmoidWide(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	SIGMOID_CONSTANTS
sig16:
	VMOVUPS (DI), Z0
	SIGMOID
	VMOVUPS Z0, (DI)
	ADDQ $64, DI
	SUBQ $16, CX
	JNZ sig16
	VZEROUPPER
	RET

// func gateWide(out, val, gate *float32, n uintptr)
// AVX-512. n is a multiple of 16.
TEXT ·gateWide(SB), NOSPLIT, $0-32
	MOVQ out+0(FP), DI
	MOVQ val+8(FP), SI
	MOVQ gate+16(FP), DX
	MOVQ n+24(FP), CX
	SIGMOID_CONSTANTS
gate16:
	VMOVUPS (DX), Z0
	SIGMOID
	VMOVUPS Z0, (DX)
	VMULPS (SI), Z0, Z0
	VMOVUPS Z0, (DI)
	ADDQ $64, DX
	ADDQ $64, SI
	ADDQ $64, DI
	SUBQ $16, CX
	JNZ gate16
	VZEROUPPER
	RET

// func productAVX(out, a, b *float32, n uintptr)
// n is a multiple of 8.
TEXT ·productAVX(SB), NOSPLIT, $0-32
	MOVQ out+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DX
	MOVQ n+24(FP), CX
product8:
	VMOVUPS (SI), Y0
	VMULPS (DX), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DX
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ product8
	VZEROUPPER
	RET

// func reluAVX(x *float32, n uintptr)
// n is a multiple of 8.
TEXT ·reluAVX(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	VXORPS Y1, Y1, Y1
relu8:
	VMAXPS (DI), Y1, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ relu8
	VZEROUPPER
	RET

// func reluSumAVX(out, a, b *float32, n uintptr)
// n is a multiple of 8.
TEXT ·reluSumAVX(SB), NOSPLIT, $0-32
	MOVQ out+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DX
	MOVQ n+24(FP), CX
	VXORPS Y1, Y1, Y1
relusum8:
	VMOVUPS (SI), Y0
	VADDPS (DX), Y0, Y0
	VMAXPS Y1, Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DX
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ relusum8
	VZEROUPPER
	RET

// func bytesAVX(out *float32, q *byte, n uintptr, scale float32)
// n is a multiple of 8.
TEXT ·bytesAVX(SB), NOSPLIT, $0-28
	MOVQ out+0(FP), DI
	MOVQ q+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS scale+24(FP), Y1
bytes8:
	VPMOVSXBD (SI), Y0
	VCVTDQ2PS Y0, Y0
	VMULPS Y1, Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $8, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ bytes8
	VZEROUPPER
	RET

// func addBytesAVX(out *float32, q *byte, n uintptr, scale float32)
// n is a multiple of 8.
TEXT ·addBytesAVX(SB), NOSPLIT, $0-28
	MOVQ out+0(FP), DI
	MOVQ q+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS scale+24(FP), Y1
addbytes8:
	VPMOVSXBD (SI), Y0
	VCVTDQ2PS Y0, Y0
	VMULPS Y1, Y0, Y0
	VADDPS (DI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $8, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ addbytes8
	VZEROUPPER
	RET

// func squaresAVX(x *float32, n uintptr) float32
// n is a multiple of 4 and not 0.
TEXT ·squaresAVX(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	VXORPS X0, X0, X0
squares4:
	VMOVUPS (SI), X1
	VMULPS X1, X1, X1
	VADDPS X1, X0, X0
	ADDQ $16, SI
	SUBQ $4, CX
	JNZ squares4
	VMOVSHDUP X0, X1
	VADDSS X1, X0, X2
	VUNPCKHPS X0, X0, X1
	VADDSS X1, X2, X2
	VPERMILPS $3, X0, X1
	VADDSS X1, X2, X2
	VMOVSS X2, ret+16(FP)
	VZEROUPPER
	RET

// func squares4AVX(out, x *float32, stride, n uintptr)
// Four rows, stride bytes apart, so that the sums of one need not wait for each
// other. n is a multiple of 4 and not 0.
TEXT ·squares4AVX(SB), NOSPLIT, $0-32
	MOVQ out+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ stride+16(FP), R8
	MOVQ n+24(FP), CX
	LEAQ (R8)(R8*2), R9
	VXORPS X0, X0, X0
	VXORPS X1, X1, X1
	VXORPS X2, X2, X2
	VXORPS X3, X3, X3
squares16:
	VMOVUPS (SI), X4
	VMOVUPS (SI)(R8*1), X5
	VMOVUPS (SI)(R8*2), X6
	VMOVUPS (SI)(R9*1), X7
	VMULPS X4, X4, X4
	VMULPS X5, X5, X5
	VMULPS X6, X6, X6
	VMULPS X7, X7, X7
	VADDPS X4, X0, X0
	VADDPS X5, X1, X1
	VADDPS X6, X2, X2
	VADDPS X7, X3, X3
	ADDQ $16, SI
	SUBQ $4, CX
	JNZ squares16
	VUNPCKLPS X1, X0, X4 // the first and second sums of rows 0 and 1
	VUNPCKLPS X3, X2, X5
	VUNPCKHPS X1, X0, X6
	VUNPCKHPS X3, X2, X7
	VMOVLHPS X5, X4, X0
	VMOVHLPS X4, X5, X1
	VMOVLHPS X7, X6, X2
	VMOVHLPS X6, X7, X3
	VADDPS X1, X0, X0
	VADDPS X2, X0, X0
	VADDPS X3, X0, X0
	VMOVUPS X0, (DI)
	VZEROUPPER
	RET

// func scaleAVX(out, x, by *float32, n uintptr, f float32)
// n is a multiple of 8.
TEXT ·scaleAVX(SB), NOSPLIT, $0-36
	MOVQ out+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ by+16(FP), DX
	MOVQ n+24(FP), CX
	VBROADCASTSS f+32(FP), Y1
scale8:
	VMULPS (SI), Y1, Y0
	VMULPS (DX), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DX
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ scale8
	VZEROUPPER
	RET

// func recurAVX(out, mem, u, prev *float32, n, size uintptr)
// n is a multiple of 8; u holds size floats of z, of f and of o.
TEXT ·recurAVX(SB), NOSPLIT, $0-48
	MOVQ out+0(FP), DI
	MOVQ mem+8(FP), DX
	MOVQ u+16(FP), SI
	MOVQ prev+24(FP), BX
	MOVQ n+32(FP), CX
	MOVQ size+40(FP), R10
	LEAQ (SI)(R10*4), R8
	LEAQ (R8)(R10*4), R9
recur8:
	VMOVUPS (SI), Y0
	VMOVUPS (BX), Y1
	VSUBPS Y0, Y1, Y1
	VMULPS (R8), Y1, Y1
	VADDPS Y1, Y0, Y0
	VMOVUPS Y0, (DX)
	VMULPS (R9), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, SI
	ADDQ $32, R8
	ADDQ $32, R9
	ADDQ $32, BX
	ADDQ $32, DX
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ recur8
	VZEROUPPER
	RET

// func argmaxAVX(x *float32, n uintptr) int
// n is a multiple of 8 and not 0. The first of equals.
TEXT ·argmaxAVX(SB), NOSPLIT, $0-24
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	MOVQ SI, DI
	VMOVUPS (SI), Y0
argmax8:
	VMAXPS (SI), Y0, Y0
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ argmax8
	VEXTRACTF128 $1, Y0, X1
	VMAXPS X1, X0, X0
	VPERMILPS $0x4e, X0, X1
	VMAXPS X1, X0, X0
	VPERMILPS $0xb1, X0, X1
	VMAXPS X1, X0, X0
	VBROADCASTSS X0, Y0
	MOVQ n+8(FP), CX
	XORQ AX, AX
find8:
	VCMPPS $0, (DI)(AX*4), Y0, Y1
	VMOVMSKPS Y1, DX
	TESTL DX, DX
	JNZ found
	ADDQ $8, AX
	CMPQ AX, CX
	JLT find8
	XORQ AX, AX // none is equal to itself: not numbers
	JMP done
found:
	BSFL DX, DX
	ADDQ DX, AX
done:
	MOVQ AX, ret+16(FP)
	VZEROUPPER
	RET
