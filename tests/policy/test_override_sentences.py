"""Every sentence about what a council's changes break, and on which side of the line they are."""

from typing import Any

import pytest
import yaml

from tests.policy.overriding import FOLDER, checked

CASES = [
    pytest.param(case, id=case["says"])
    for case in yaml.safe_load((FOLDER / "overrides.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_what_is_found(case: dict[str, Any]) -> None:
    made = checked(case["changes"], only_staff=case.get("only_staff", False))
    found = {
        True: [each.says for each in made.findings if each.breaks],
        False: [each.says for each in made.findings if not each.breaks],
    }
    for breaks, key in ((True, "breaks"), (False, "thinks")):
        wanted = case.get(key, [])
        assert [each for each in wanted if not any(each in says for says in found[breaks])] == [], found
        assert [says for says in found[breaks] if not any(each in says for each in wanted)] == [], found
    assert made.broken is bool(case.get("breaks"))
