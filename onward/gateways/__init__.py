"""Other organisations' services, each behind a protocol of ours, each with a fake that passes the same tests."""
