"""Messages to people: what waits, what was sent, what failed and what is held, and the jobs that hand them over."""
