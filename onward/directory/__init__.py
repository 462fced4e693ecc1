"""Community services: load them, find those that suit."""
