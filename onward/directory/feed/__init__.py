"""Feeds of Open Referral: fetched politely, a page at a time, trusted in nothing."""
