"""The ready reckoner: what care might cost somebody. No name is asked, and nothing that is told is kept."""
