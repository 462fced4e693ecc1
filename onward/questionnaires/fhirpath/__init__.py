"""FHIRPath (N1, with the supplements of SDC) as forms use it: every value looked at is counted, so nothing runs away.

The grammar is fhirpathpy's. What the expressions mean is worked out here, because that library lets broken
expressions pass, cannot add up answers (`sum()` fails on them), reads the clock, and has no limits. Its results are
compared with these in the tests, where the two should agree.
"""
