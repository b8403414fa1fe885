"""lateral's library of articles, without a screen: everything a command or a program needs."""
