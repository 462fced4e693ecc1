"""The demonstration: a database of its own, a council (made up, or a real place's data), and people made up."""
