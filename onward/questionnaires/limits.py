"""How much is read before the engine says that it is too much. Each limit is far above any real form.

A form or an answer comes from anybody, so nothing here may run for long or fall over: what passes a limit is an
issue with its place (`too-costly`), never an error of the program.
"""

# Text of one file, in bytes. Answers of 5 MB with attachments are read.
TEXT = 64 * 1024 * 1024
# Lists and objects inside each other. Forty levels of items and answers need about 160.
JSON_DEPTH = 200
# Value sets that take their codes from each other.
VALUE_SETS = 40
# Items inside each other. Real forms stay below ten.
ITEM_DEPTH = 40
# Occurrences of one repeating group, as pages number them.
OCCURRENCES = 1_000
# Digits of one number: beyond this it is no amount of anything.
DIGITS = 100
# A string "SHALL NOT exceed 1MB (1024*1024 characters)" (FHIR R4, datatypes).
STRING = 1024 * 1024
# Issues in one outcome; the last one says how many more there are.
ISSUES = 1_000
# One FHIRPath expression: its letters, and its brackets inside each other.
EXPRESSION = 2_000
EXPRESSION_DEPTH = 50
# All expressions of a form: the letters of each, squared, together. Reading one takes time that grows so.
EXPRESSIONS = 12_000_000
# Values looked at by all the expressions of one check together: about three seconds.
STEPS = 2_000_000
# Rounds until expressions that switch items on and off have settled (SDC, Dependencies between expressions).
ROUNDS = 10
# Positions in one regular expression, and the letters it is tried on where it cannot be run in one pass.
PATTERN = 5_000
PATTERN_TEXT = 200
