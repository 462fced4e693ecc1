"""Pages for anyone: ask for help, find help near, see where a request stands. No account, no JavaScript needed."""
