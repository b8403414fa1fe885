"""Hostile texts, written for the tests: what a stranger may put into an article to break a terminal or a screen."""
