"""Tests of lateral; packages below this one hold the evaluation and the benchmarks, which run as commands."""
