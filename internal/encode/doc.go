// Package encode reads paragraphs with one small neural network that has many
// heads.
package encode
