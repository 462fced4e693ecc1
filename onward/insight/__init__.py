"""What managers see: figures, each with the list behind it."""
