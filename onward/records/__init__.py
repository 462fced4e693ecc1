"""What we remember: staff and their roles, people, cases, answers, events, looks. And who may see each of them."""
