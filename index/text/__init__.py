"""One text at a time: sentences, words, quantities, dates, names, quotations."""
