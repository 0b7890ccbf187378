"""What leads to one person: refused wherever somebody writes something for us. Pure.

What was written is folded before it is looked at, so that no other blank, bracket or width hides it. What is
refused is never shown, kept or drawn, not even in the words that refuse it.
"""

from kiosk.personal.names import is_full_name, may_name_a_person, names_a_person
from kiosk.personal.numbers import leads_to_a_person
from kiosk.personal.places import is_called_so

__all__ = [
    "is_called_so",
    "is_full_name",
    "leads_to_a_person",
    "may_name_a_person",
    "names_a_person",
    "sayable",
]


def sayable(written: str) -> str:
    """*written* as a refusal may quote it: "…" where it says who somebody is, or how to reach them."""
    return "…" if leads_to_a_person(written) or is_full_name(written) or names_a_person(written) else written
