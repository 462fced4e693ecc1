"""With forty requests waiting, the huddle's page costs less than twice the bare list of them.

Both are asked for by Django's test client with a database; the list has only its rows, the huddle one request to decide
with everything that is said, proposed and found of it, and the same rows.
"""

import sys

import django

from tests.bench.bench_pages import furnished
from tests.bench.measuring import milliseconds, told

WAITING, ROUNDS, MOST = 40, 15, 2.0


def main() -> int:
    django.setup()
    with furnished():
        return measured()


def measured() -> int:
    from django.test import Client

    from onward.records.models import Staff
    from onward.records.staffing import number_of
    from tests import world

    for _ in range(WAITING):
        world.ask_for_help()
    client = Client()
    client.force_login(Staff.objects.get(username="ada"))
    client.post("/staff/requests/huddle/", {"present": [number_of("ada")]})
    listed, huddle = milliseconds(
        lambda: client.get("/staff/requests/"), lambda: client.get("/staff/requests/huddle/"), rounds=ROUNDS
    )
    print(f"{WAITING} requests wait, {ROUNDS} rounds, medians")
    print(f"{'the list of what waits':<44} {listed:7.2f} ms")
    return int(not told("the huddle with one of them", huddle, listed, MOST))


if __name__ == "__main__":
    sys.exit(main())
