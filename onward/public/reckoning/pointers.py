"""What help with costs somebody may be missing: names and where to ask, never an amount."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onward.public.reckoning import form as asked
from onward.questionnaires.answers import Answers

Pointer = tuple[Promise | str, Promise | str]
ATTENDANCE: Pointer = (
    _("Attendance Allowance"),
    _("For people old enough for a State Pension who need help with daily life. Savings do not count."),
)
PIP: Pointer = (
    _("Personal Independence Payment (PIP)"),
    _(
        "For people not yet old enough for a State Pension who need help with daily life. Savings do not count."
    ),
)
PENSION_CREDIT: Pointer = (
    _("Pension Credit"),
    _("It tops up a low income once you can draw a State Pension. It can bring other help with it."),
)
COUNCIL_TAX: Pointer = (
    _("Help with Council Tax"),
    _("You may pay less if your income is low, or if you live alone."),
)
CARERS: Pointer = (
    _("Carer’s Allowance"),
    _("For someone who looks after you for many hours a week. Ask first if it would change what you get."),
)
NHS: Pointer = (
    _("NHS continuing healthcare"),
    _(
        "If you need care mostly due to your health, the NHS may pay all of it. Ask a nurse or a doctor to check."
    ),
)
NURSING: Pointer = (
    _("NHS-funded nursing care"),
    _("In a nursing home, the NHS may pay the home for the nursing."),
)
DEFERRED: Pointer = (
    _("Pay later"),
    _("If your home counts, you may not have to sell it now. Ask us about a deferred payment."),
)
OLDER = 66  # nobody of this age or less is told that they have pension age: both are named
DISABILITY_BENEFITS = frozenset({"attendance_allowance", "pip_daily_living"})


def pointers(answers: Answers, *, home_counts: bool) -> list[Pointer]:
    """What fits this person, in an order in which it is often worth asking."""
    has, age = set(answers.get(asked.INCOME, ())), int(answers[asked.AGE][0])
    found = []
    if has.isdisjoint(DISABILITY_BENEFITS):
        found += [ATTENDANCE] if age >= OLDER else []
        found += [PIP] if age <= OLDER else []
    if age >= OLDER and not has & {"pension_credit_guarantee", "pension_credit_savings"}:
        found.append(PENSION_CREDIT)
    found += [CARERS, COUNCIL_TAX, NHS, NURSING]
    return [*found, DEFERRED] if home_counts else found
