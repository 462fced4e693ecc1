"""Removing what nobody needs any more: ended sessions, used keys, drafts that nobody touched."""
