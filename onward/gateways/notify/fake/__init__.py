"""A local service that speaks GOV.UK Notify's interface, for the demonstration and the tests. Nothing leaves it.

It is asked by the same client and passes the same tests as the real one (`tests/gateways`): tokens are checked,
addresses judged, errors have Notify's shape, and the addresses by which Notify lets one try failures fail here too.
"""
