"""Checks of the importer against suites of real files, which are kept outside of this repository.

`LATERAL_ACCEPTANCE=FOLDER pytest tests/external` runs them and prints what they measured; without the folder, or
where it lacks a suite, they are skipped. The floors only rise: raise one when a figure has risen for good.
"""
