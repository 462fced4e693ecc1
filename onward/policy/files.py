"""Reading a policy file, and the version that a stored answer keeps: since when, and of exactly which text."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


class PolicyProblem(Exception):
    """A policy file is missing or faulty; the message says which, where, and what to do."""


@cache
def read_yaml(relative: str) -> dict[str, Any]:
    """The mapping in a YAML file below the policy folder."""
    path = FOLDER / relative
    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PolicyProblem(f"The policy file {relative} is missing. See onward/policy/README.md.") from None
    except yaml.YAMLError as problem:
        raise PolicyProblem(f"The policy file {relative} is not valid YAML: {problem}") from None
    if not isinstance(read, dict):
        raise PolicyProblem(f"The policy file {relative} must be a mapping of names to values.")
    return read


@cache
def version(relative: str) -> str:
    """Since when the file is in force, and the start of its SHA-256: `2026-11-21.3f9a2c41b7d0`."""
    digest = hashlib.sha256((FOLDER / relative).read_bytes()).hexdigest()[:12]
    since = str(read_yaml(relative).get("since", "")) if relative.endswith(".yaml") else ""
    return f"{since}.{digest}".lstrip(".")
