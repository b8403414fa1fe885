"""Tools to drive terminal programs in tests and benchmarks: a pty, an emulator, an sshd, a small app."""
