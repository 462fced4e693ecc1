"""The amounts, words and questions in force: dated, cited data, and what reads it.

`england/` holds for everybody; `councils/<name>/` is a council's own.
"""
