"""Sending lists of services, and introducing people to services with their consent."""
