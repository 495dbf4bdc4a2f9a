"""The newest issues as messages in files, ready to be sent by any program."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.mail.compose import compose, message
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.plan.site_plan import SitePlan
from generator.render.environment import make_environment


def emit_mails(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield HTML and text of the newest issues and, where a sender is known, whole messages.

    Links in a message are absolute, so there is none without a public address.
    """
    issues = corpus.issues[: config.mail.issues]
    if not (config.site.base_url and issues):
        return
    environment = make_environment(config)
    for issue in issues:
        letter = compose(corpus, plan, config, environment, issue)
        yield _file(f"{issue.id}.html", letter.html.encode(), "text/html")
        yield _file(f"{issue.id}.txt", letter.text.encode(), "text/plain")
        if config.mail.sender:
            body = message(letter, config.mail, to=config.mail.sender).as_bytes()
            yield _file(f"{issue.id}.eml", body, "message/rfc822")


def _file(name: str, body: bytes, media_type: str) -> Artifact:
    return Artifact(path=urls.EMAILS + name, body=body, media_type=media_type, origin="letter")
