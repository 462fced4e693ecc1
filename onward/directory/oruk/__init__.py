"""Open Referral UK 3: its documents read into rows, and rows written as its documents."""
