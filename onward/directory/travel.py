"""How long a way takes on foot."""

STREETS = 1.3  # streets are about so much longer than the straight line
KM_AN_HOUR = 4.0  # slower than the usual 4.8: many who ask are older
STEP = 5  # minutes: it is no more exact than that
MOST = 45  # beyond this few people walk, and we do not say that they could


def minutes_on_foot(km: float) -> int | None:
    """Minutes in steps of five, five at least; None where it is too far to say that one walks."""
    minutes = max(STEP, round(km * STREETS / KM_AN_HOUR * 60 / STEP) * STEP)
    return minutes if minutes <= MOST else None
