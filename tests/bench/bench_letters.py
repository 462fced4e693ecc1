"""A letter is made in under a tenth of a second once the first was made: a ratio to a form printed alike.

The baseline is the questionnaire of a first contact on paper, and each letter differs from the one before it.
"""

import sys
from itertools import count

import django

from tests.bench.measuring import milliseconds, told

ROUNDS, MOST = 20, 0.5


def main() -> int:
    django.setup()
    from onward.casework.messages.letter import printed as letter
    from onward.policy.councils import council
    from onward.policy.letters import window
    from onward.policy.questionnaires import in_force
    from onward.web.questions.paper.printing import printed as form
    from onward.web.questions.paper.styles import STANDARD
    from tests import world
    from tests.casework.messages.letters import Made

    larkmoor, place, number = council("larkmoor"), window("larkmoor"), count()
    asked = in_force("first-contact", council="larkmoor", on=world.TODAY)
    ours, baseline = milliseconds(
        lambda: letter(
            Made(body=f"Letter {next(number)}.\n\n" + "It says much. " * 200), council=larkmoor, window=place
        ),
        lambda: form(asked, STANDARD, council=larkmoor, on=world.TODAY, reference=str(next(number))),
        rounds=ROUNDS,
    )
    print(f"{'a form of a first contact is printed':<44} {baseline:7.2f} ms")
    return int(not told("a letter is made", ours, baseline, MOST))


if __name__ == "__main__":
    sys.exit(main())
