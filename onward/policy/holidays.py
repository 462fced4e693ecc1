"""Bank holidays in England, from the data that the govuk-bank-holidays package carries: 2012 to 2028.

Nothing is fetched. A date beyond the data is a problem to be told, not a working day to be guessed.
"""

from datetime import date
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays

from onward.policy.files import PolicyProblem


@cache
def bank_holidays() -> frozenset[date]:
    """Every bank holiday that is known."""
    known = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    return frozenset(each["date"] for each in known)


def bank_holidays_near(day: date) -> list[date]:
    """Those of the month that follows `day`, which itself may be one; enough for any promise we make."""
    if day.year > max(each.year for each in bank_holidays()):
        raise PolicyProblem(
            f"Bank holidays of {day.year} are not known. Update the package govuk-bank-holidays in requirements."
        )
    return sorted(each for each in bank_holidays() if 0 <= (each - day).days <= 31)
