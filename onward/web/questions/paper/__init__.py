"""A questionnaire on paper: to be filled in by hand, or with its answers, as a tagged PDF."""
