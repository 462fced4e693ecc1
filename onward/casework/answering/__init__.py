"""What people are asked and answer, in any channel: saved, come back to, reused, sent."""
