"""Staff pages that belong to no single stage: signing in, a person, who looked."""
