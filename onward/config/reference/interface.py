"""The operations of the product's own interface, from its OpenAPI description."""

from typing import Any

from onward.api.api import api
from onward.config.reference.addresses import operations
from onward.config.reference.tables import table


def page() -> str:
    """The page `interface.md`."""
    described = api.get_openapi_schema()["paths"]
    permissions = {(each.method.lower(), each.path): each.permission for each in operations()}
    rows = [
        [
            f"`{method.upper()} {path}`",
            operation.get("description", ""),
            ", ".join(_parameters(operation)),
            str(permissions.get((method, path), "") or "open to anybody"),
            ", ".join(map(str, operation["responses"])),
        ]
        for path, methods in described.items()
        for method, operation in methods.items()
    ]
    return f"""# The interface for other programs

Described in full at `/api/v1/openapi.json` (OpenAPI 3.1). Shapes are strict: an unknown field is refused. Somebody
signed in on the site is signed in here; a change also needs the `X-CSRFToken` header. A decision takes an
`Idempotency-Key`: the same key again does nothing more and gives the same answer.

{table(["operation", "does", "takes", "permission", "answers"], rows)}
## Forms and answers as FHIR R4

Described in full at `/api/fhir/r4/metadata` (a CapabilityStatement). All is `application/fhir+json`, and whatever
goes wrong is an OperationOutcome. A search parameter that is not known is refused. Why it is so:
[decision 15](../decisions/0015-forms-are-kept-and-exchanged.md).

{table(["operation", "does", "permission"], _fhir())}"""


def _fhir() -> list[list[str]]:
    return [
        [f"`{each.method} {each.path}`", each.says, str(each.permission or "open to anybody")]
        for each in operations()
        if each.name.startswith("fhir:")
    ]


def _parameters(operation: dict[str, Any]) -> list[str]:
    named = [
        f"`{each['name']}`" + ("" if each.get("required") else "?")
        for each in operation.get("parameters", ())
    ]
    return named + (["a body"] if "requestBody" in operation else [])
