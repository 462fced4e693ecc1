"""Learning from use: what was shown to somebody and at which place, what became of it, and what that teaches.

Nothing here is about a person: of whom a list was for it keeps the needs and the decade of age.
"""
