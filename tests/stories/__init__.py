"""Stories: the real product, started as a newcomer would start it, walked in a real browser."""
