"""Meetings in which a team looks at cases together: who was there, and who saw it otherwise."""
