"""One module a task; each offers `run(run: Run) -> Iterator[Figure]` (see tests.evaluation.task)."""
