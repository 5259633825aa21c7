"""Notices by which a publisher takes no responsibility for what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.notice_scope import of_this_text
from audit.findings.phrasing import listed
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import notice
from audit.findings.specimen import specimen
from audit.model import Disclaimer

_POINTING = frozenset({"it", "same", "the same", "them", "this", "these", "such"})
"""Words in the place of what is disowned that only point back at it."""


def _objects(one: Disclaimer, *kinds: str) -> list[str]:
    named = [o for c in one.clauses if not kinds or c.kind in kinds for o in c.objects]
    return [o for o in dict.fromkeys(named) if o.casefold() not in _POINTING]


def _as_is(case: Case) -> Iterator[Draft]:
    for one in case.disclaiming("as-is"):
        disowned = listed(_objects(one), 6)
        tail = f", and disowns {disowned}" if disowned else ""
        yield Draft(
            f"{case.speaker(one)} gives this text “as is”, without warranty{tail}."
            if "as is" in case.words(one.start, one.end, 2000).casefold()
            else f"{case.speaker(one)} gives this text without warranty{tail}.",
            (one.evidence,),
        )


AS_IS = Rule(
    code="DIS501",
    name="as-is-notice",
    level="note",
    consumes="disclaimer",
    summary="The publisher gives the text as is and warrants nothing, accuracy included.",
    why="A news layout promises that somebody checked. This notice says that the publisher did not, or will not answer for it.",
    answer="Find the newsroom that does answer for the text and cite that one.",
    standards=("Journalism Trust Initiative (CWA 17493): editorial responsibility is stated",),
    false_positives=("Site-wide terms that concern prices or services and not the article.",),
    check=_as_is,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: Harbour Post provides the information “as is” without warranty of any kind.",
            notices=[
                notice(
                    ("as-is",),
                    "Harbour Post provides the information “as is” without warranty of any kind.",
                    "Harbour Post",
                )
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The car is sold as is, without warranty, the dealer said.",
            "disclaimer: The views expressed are the author's own.",
            notices=[notice(("views",), "The views expressed are the author's own.")],
        ),
    ),
)


def _no_liability(case: Case) -> Iterator[Draft]:
    for one in case.disclaiming("no-liability"):
        if "as-is" in one.kinds or not of_this_text(case, one, "no-liability"):
            continue  # DIS501 says it of the same notice; or it is about outside links alone
        disowned = listed(_objects(one, "no-liability"), 6)
        yield Draft(
            f"{case.speaker(one)} takes no responsibility for {disowned or 'this content'}.",
            (one.evidence,),
        )


NO_LIABILITY = Rule(
    code="DIS512",
    name="no-liability-notice",
    level="info",
    consumes="disclaimer",
    summary="The publisher takes no liability for the text or for what follows from using it.",
    why="It says who will not answer for the text; often it is the only sign that the text came from elsewhere.",
    answer="See who does answer for it, and whether the notice is meant for this article or for the whole site.",
    standards=("Journalism Trust Initiative (CWA 17493): editorial responsibility is stated",),
    false_positives=("A notice about outside links or market data on a page of the publisher's own reporting.",),
    check=_no_liability,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: We accept no liability for the content of this article.",
            notices=[notice(("no-liability",), "We accept no liability for the content of this article.")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry line accepts no liability, its lawyer said.",
            "disclaimer: Comments are moderated.",
            notices=[notice(("comments-policy",), "Comments are moderated.")],
        ),
    ),
)

RULES = (AS_IS, NO_LIABILITY)
