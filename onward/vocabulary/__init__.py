"""The words that every part shares. Imports nothing of the product; everything may import it."""
