"""Pages for people at a desk, by Jinja2: the ward's report, its status page, the book of screens.

Whatever is filled in is escaped; a value that a page asks for and nobody gave is a `jinja2.UndefinedError`.
"""

from jinja2 import Environment, PackageLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

_PAGES = Environment(
    loader=PackageLoader("kiosk.base", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def filled(page: str, /, **values: object) -> str:
    """The page *page*, such as ``report.html``, with these values; it needs nothing from elsewhere."""
    return _PAGES.get_template(page).render(values)


TemplateBroken = TemplateError
"""What filling in a template of somebody else's may raise."""


def pages_of_others() -> SandboxedEnvironment:
    """For a form that a ward may change: it is filled in, and can do nothing else."""
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
