"""How people speak of looking after somebody: `england/caring.yaml`, as the phrases that `rules/caring` looks for."""

from functools import cache

from onward.policy.files import PolicyProblem, read_yaml

FILE = "england/caring.yaml"


@cache
def phrases() -> tuple[str, ...]:
    """Every phrase, plain: lower case, letters and spaces. PolicyProblem where the file is not as expected."""
    content = read_yaml(FILE)
    try:
        said = [f"{verb} {whom}" for verb in content["verbs"] for whom in content["whom"]]
        found = (*content["whole"], *said)
    except (KeyError, TypeError) as problem:
        raise PolicyProblem(f"The policy file {FILE} lacks {problem}. See its first lines.") from None
    for each in found:
        if not all(word.isalpha() and word.islower() for word in each.split(" ")):
            raise PolicyProblem(
                f"The policy file {FILE} has “{each}”. Use lower-case letters and spaces only."
            )
    return tuple(dict.fromkeys(found))
