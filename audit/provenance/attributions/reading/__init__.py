"""Sentences, words, quotations and noun phrases: the form in which rules read a text."""
