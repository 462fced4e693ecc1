"""Pages for organisations outside: those who were told of somebody, and those who keep their own entry."""
