// Package train makes the program's models, one trainer a model. Each calls
// the features of the room that the model is for, so that training and
// reading cannot come to differ.
package train
