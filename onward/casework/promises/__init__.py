"""Every date that was told to a person: kept, moved with their agreement, broken, or let go."""
