"""Links that are emailed to organisations and open one page without an account."""
