"""A map of the area with the places found: outlines, names, numbers, a scale. No tiles, nothing from elsewhere."""
