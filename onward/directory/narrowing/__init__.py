"""Finding help and making the list shorter: what is asked, what is known of each service, what is left."""
