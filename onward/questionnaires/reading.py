"""Reads a definition from its FHIR R4 JSON, and names every fault of it with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from onward.questionnaires import extensions, faults, limits, moments, parts, rule_parts, sources
from onward.questionnaires.definition import TYPES, Item, Questionnaire
from onward.questionnaires.issues import Issue, error, fatal, shown, warning
from onward.questionnaires.moments import Moment
from onward.questionnaires.shapes import RESOURCE, Notes
from onward.questionnaires.value_sets import ValueSets

_ELEMENTS = (
    f"{RESOURCE} url identifier version name title derivedFrom status experimental subjectType date publisher contact "
    "description useContext jurisdiction purpose copyright approvalDate lastReviewDate effectivePeriod code item"
)
_OF_ITEM = (
    "linkId definition code prefix text type enableWhen enableBehavior required repeats readOnly maxLength "
    "answerValueSet answerOption initial item"
)
STATUSES = frozenset({"draft", "active", "retired", "unknown"})
ROOT = "Questionnaire"
_CONTROLS = "http://hl7.org/fhir/questionnaire-item-control"
_OWN_CONTROLS = "https://onward.example/codes/item-control"
_ROLES = ("", "hint", "help", "reason")


class FaultyQuestionnaire(Exception):
    """The definition cannot be used; each fault says where it is and what is wrong."""

    def __init__(self, found: list[str]) -> None:
        super().__init__("; ".join(found))
        self.faults = tuple(found)


@dataclass(frozen=True)
class Read:
    """A definition, or None where there is nothing to go by, and what is wrong with it."""

    questionnaire: Questionnaire | None
    issues: list[Issue] = field(default_factory=list)


def read(resource: Any) -> Questionnaire:
    """The questionnaire in a FHIR R4 resource; raises FaultyQuestionnaire naming every fault with its place."""
    found = examine(resource)
    bad = [f"{each.place or ROOT}: {each.says}" for each in found.issues if each.bad]
    if bad or found.questionnaire is None:
        raise FaultyQuestionnaire(bad)
    return found.questionnaire


def examine(resource: Any) -> Read:
    """The questionnaire and everything wrong with it, faults and warnings, in the order of the form."""
    if not isinstance(resource, Mapping) or resource.get("resourceType") != ROOT:
        kind = resource.get("resourceType") if isinstance(resource, Mapping) else resource
        return Read(
            None, [fatal("structure", f"resourceType is {shown(kind)}; it has to be Questionnaire.", ROOT)]
        )
    notes = Notes()
    notes.known(resource, _ELEMENTS, ROOT)
    notes.issues.extend(_of_status(resource, notes))
    starts, ends = _period(resource, notes)
    questionnaire = Questionnaire(
        url=notes.text(resource, "url", ROOT),
        version=notes.text(resource, "version", ROOT),
        title=notes.text(resource, "title", ROOT),
        items=_Reader(notes, ValueSets(sources.gather(resource)[0])).items(resource, ROOT),
        id=notes.text(resource, "id", ROOT),
        status=notes.text(resource, "status", ROOT),
        starts=starts,
        ends=ends,
        variables=rule_parts.variables(resource, ROOT, notes),
        constraints=rule_parts.constraints(resource, ROOT, notes),
        contexts=rule_parts.contexts(resource),
        raw=resource,
    )
    return Read(questionnaire, [*notes.issues, *faults.of(questionnaire)])


def _of_status(resource: Mapping[str, Any], notes: Notes) -> list[Issue]:
    status, place = notes.text(resource, "status", ROOT), f"{ROOT}.status"
    if not status:
        return [
            warning("required", "The form has no status. Say whether it is draft, active or retired.", place)
        ]
    if status not in STATUSES:
        says = f"The status {shown(status)} is not one of {', '.join(sorted(STATUSES))}."
        return [error("code-invalid", says, place)]
    return []


def _period(resource: Mapping[str, Any], notes: Notes) -> tuple[Moment | None, Moment | None]:
    for key, kind in (("date", "dateTime"), ("approvalDate", "date"), ("lastReviewDate", "date")):
        _moment(resource, key, kind, ROOT, notes)
    period, place = resource.get("effectivePeriod"), f"{ROOT}.effectivePeriod"
    if not isinstance(period, Mapping):
        if period is not None:
            notes.wrong("structure", place, "effectivePeriod has to be an object with start and end.")
        return None, None
    starts, ends = (_moment(period, key, "dateTime", place, notes) for key in ("start", "end"))
    if starts and ends and moments.compare(starts, ends) == 1:
        notes.wrong("value", place, "effectivePeriod ends before it starts (per-1).")
    return starts, ends


def _moment(raw: Mapping[str, Any], key: str, kind: str, place: str, notes: Notes) -> Moment | None:
    said = notes.text(raw, key, place)
    found = moments.moment(kind, said) if said else None
    if said and found is None:
        notes.wrong("value", f"{place}.{key}", f"{key} is {shown(said)}, which is no real {kind}.")
    return found


@dataclass(frozen=True)
class _Reader:
    notes: Notes
    value_sets: ValueSets

    def items(self, raw: Mapping[str, Any], place: str, depth: int = 1) -> tuple[Item, ...]:
        listed = self.notes.objects(raw, "item", place)
        if depth > limits.ITEM_DEPTH and listed:
            says = f"There are more than {limits.ITEM_DEPTH} items inside each other; what is deeper is not looked at."
            self.notes.issues.append(error("too-costly", says, f"{place}.item"))
            return ()
        return tuple(self.item(each, f"{place}.item[{number}]", depth) for number, each in enumerate(listed))

    def item(self, raw: Mapping[str, Any], place: str, depth: int) -> Item:
        notes, link_id = self.notes, self.notes.text(raw, "linkId", place)
        notes.known(raw, _OF_ITEM, place, link_id)
        kind = self.kind(raw, place, link_id)
        below = self.items(raw, place, depth + 1)
        roles = [_role(each) for each in below]
        said = {
            role: tuple(each for each, own in zip(below, roles, strict=True) if own == role)
            for role in _ROLES
        }
        text = notes.text(raw, "text", place, link_id)
        least, most = parts.bounds(raw, place, notes, link_id)
        options = parts.options(raw, place, notes, link_id)
        value_set = notes.text(raw, "answerValueSet", place, link_id)
        return Item(
            link_id=link_id,
            type=kind,
            text=text,
            place=place,
            prefix=notes.text(raw, "prefix", place, link_id),
            easy=parts.in_easy_read(raw) or text,
            codes=parts.codes(raw, place, notes, link_id),
            example=_shown(raw, extensions.EXAMPLE),
            required=notes.boolean(raw, "required", place, link_id),
            repeats=notes.boolean(raw, "repeats", place, link_id),
            read_only=notes.boolean(raw, "readOnly", place, link_id),
            hidden=extensions.first(raw, extensions.HIDDEN) is True,
            min_length=parts.whole(raw, extensions.MIN_LENGTH, place, notes, link_id),
            max_length=notes.integer(raw, "maxLength", place, link_id),
            max_places=parts.whole(raw, extensions.MAX_PLACES, place, notes, link_id),
            min_occurs=parts.whole(raw, extensions.MIN_OCCURS, place, notes, link_id),
            max_occurs=parts.whole(raw, extensions.MAX_OCCURS, place, notes, link_id),
            regex=_shown(raw, extensions.REGEX),
            least=least,
            most=most,
            options=options,
            choices=options or parts.of_value_set(self.value_sets.codes(value_set)),
            value_set=value_set,
            units=parts.units(raw, place, notes, link_id),
            unit_value_set=_shown(raw, extensions.UNIT_VALUE_SET),
            media=tuple(str(each) for each in extensions.all_of(raw, extensions.MIME_TYPE)),
            max_size=parts.size(raw, place, notes, link_id),
            reference_to=tuple(str(each) for each in extensions.all_of(raw, extensions.REFERENCE_TO)),
            initial=parts.initial(raw, place, notes, link_id),
            conditions=parts.conditions(raw, place, notes, link_id),
            all_conditions=notes.text(raw, "enableBehavior", place, link_id) != "any",
            enable_expression=rule_parts.expression(raw, extensions.ENABLE_EXPRESSION, place, notes, link_id),
            initial_expression=rule_parts.expression(
                raw, extensions.INITIAL_EXPRESSION, place, notes, link_id
            ),
            calculated_expression=rule_parts.expression(
                raw, extensions.CALCULATED_EXPRESSION, place, notes, link_id
            ),
            variables=rule_parts.variables(raw, place, notes, link_id),
            constraints=rule_parts.constraints(raw, place, notes, link_id),
            items=said[""],
            hints=said["hint"],
            helps=said["help"],
            reasons=said["reason"],
            raw=raw,
        )

    def kind(self, raw: Mapping[str, Any], place: str, link_id: str) -> str:
        kind = self.notes.text(raw, "type", place, link_id)
        if not kind:
            self.notes.wrong("required", f"{place}.type", "it needs a type.", link_id)
        elif kind not in TYPES:
            says = f"the type {shown(kind)} is not one that a question of FHIR R4 can have."
            self.notes.wrong("value", f"{place}.type", says, link_id)
        return kind


def _role(item: Item) -> str:
    """What a display says about the question it is below: a hint, help or a reason; nothing for any other item."""
    if item.type != "display" or item.items:
        return ""
    controls = set(extensions.codings(extensions.first(item.raw, extensions.ITEM_CONTROL)))
    if (_OWN_CONTROLS, "why") in controls:
        return "reason"
    if controls & {(_CONTROLS, "help"), (_CONTROLS, "flyover")}:
        return "help"
    return "hint" if any(extensions.each(item.raw, extensions.CATEGORY)) else ""


def _shown(raw: Mapping[str, Any], url: str) -> str:
    found = extensions.first(raw, url)
    return found if isinstance(found, str) else ""
