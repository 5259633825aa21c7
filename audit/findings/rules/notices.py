"""Notices that change what a reader may take the text for. Each rule tells of one kind of notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from audit.findings.case import Case, absent
from audit.findings.notice_scope import bears_out, is_a_link, of_this_text
from audit.findings.rule import Draft, Rule
from audit.findings.specimen import notice, specimen
from audit.findings.words import finds
from audit.model import Disclaimer, DisclaimerKind

_JTI = "Journalism Trust Initiative (CWA 17493)"


def _telling(
    kind: DisclaimerKind, message: str, *, bears: str | None = None, unless: str | None = None
) -> Callable[[Case], Iterator[Draft]]:
    """A check that says `message` of each notice of this kind about this text; `{speaker}` is whoever speaks in it.

    The notice must have a word of the list `bears` and none of the list `unless`, where these are given.
    """

    def tell(case: Case) -> Iterator[Draft]:
        for one in case.disclaiming(kind):
            if not of_this_text(case, one, kind) or is_a_link(case, one):
                continue
            if (bears and not bears_out(case, one, bears)) or (
                unless and finds(unless, case.text[one.start : one.end])
            ):
                continue
            yield Draft(message.format(speaker=case.speaker(one)), (one.evidence,))

    return tell


_WORDED = frozenset(
    ["ar", "de", "en", "es", "fa", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "ur", "zh"]
)
"""Languages whose words for not editing and for newsrooms are listed."""


def disowns_editing(case: Case, notice: Disclaimer) -> bool:
    """True where a notice denies, in so many words, that a newsroom edited; where its words are not listed, always."""
    words = case.text[notice.start : notice.end]
    if (case.page.language or "")[:2] not in _WORDED:
        return True
    return finds("disowning", words) and finds("newsroom", words) and not finds("of-another", words)


def _not_edited(case: Case) -> Iterator[Draft]:
    for one in case.disclaiming("not-edited"):
        if disowns_editing(case, one):
            yield Draft(f"{case.speaker(one)} says that its staff did not edit or check this text.", (one.evidence,))


NOT_EDITED = Rule(
    code="DIS502",
    name="not-edited-notice",
    level="note",
    consumes="disclaimer",
    summary="The publisher says that its staff did not edit or check the text.",
    why="It stands in the publisher's layout and under its name, and nobody there has read it.",
    answer="Cite the newsroom that wrote the text, not the one that shows it.",
    standards=(f"{_JTI}: editorial responsibility is stated",),
    false_positives=("A notice about readers' comments.",),
    check=_not_edited,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: This story has not been edited by Harbour Post staff and is published from a syndicated feed.",
            kind="wire",
            notices=[notice(("not-edited",), "This story has not been edited by Harbour Post staff")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The new card saves money.",
            "disclaimer: Opinions are not those of any card issuer and have not been reviewed by our partners' team.",
            notices=[
                notice(
                    ("not-edited",),
                    "Opinions are not those of any card issuer and have not been reviewed by our partners' team.",
                )
            ],
        ),
        lambda: specimen(
            "body: La línea cerrará.",
            "disclaimer: Información basada en hechos y verificada de primera mano por el reportero.",
            language="es",
            notices=[
                notice(("not-edited",), "Información basada en hechos y verificada de primera mano por el reportero.")
            ],
        ),
        lambda: specimen(
            "body: The film has not been edited by anybody, Ivo Brandt said.",
            "disclaimer: The views expressed are the author's own.",
            notices=[notice(("views",), "The views expressed are the author's own.")],
        ),
    ),
)


def _machine(case: Case) -> Iterator[Draft]:
    for one in case.disclaiming("automated"):
        if not finds("human-review", case.text[one.start : one.end]):
            yield Draft(
                "A machine had a part in this text, and the notice does not say that a person checked it.",
                (one.evidence, absent("a word on human review", "the notice")),
                confidence=0.8,
            )


MACHINE_WITHOUT_REVIEW = Rule(
    code="DIS505",
    name="automated-without-review",
    level="note",
    consumes="disclaimer",
    summary="Text written, summarised, translated or voiced by a machine, and no word of anybody who looked at it.",
    why="Machines make up facts and quotations fluently. Whether somebody checked is what the reader needs to know.",
    answer="Say what the machine did and who checked it.",
    standards=(
        f"{_JTI}: use of algorithms and of generated content is disclosed",
        "Paris Charter on AI and Journalism (2023)",
    ),
    false_positives=("A review that is described on a linked page.", "A notice about an audio version only."),
    check=_machine,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: This summary was generated by AI.",
            notices=[notice(("automated",), "This summary was generated by AI.")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: This summary was generated by AI and reviewed by an editor.",
            notices=[notice(("automated",), "This summary was generated by AI and reviewed by an editor.")],
        ),
    ),
)

ADVICE = Rule(
    code="DIS507",
    name="advice-notice",
    level="info",
    consumes="disclaimer",
    summary="The page says that the text is no investment, medical or legal advice.",
    why="It tells what the publisher expects readers to do with the text, and that it will not answer for it.",
    answer="Do not rest advice on the text.",
    standards=(f"{_JTI}: editorial responsibility is stated",),
    false_positives=("A notice that stands on every page of the site.",),
    check=_telling("advice", "{speaker} says that this text is no advice."),
    fires=(
        lambda: specimen(
            "body: Shares of Ferry Lines rose.",
            "disclaimer: This is not investment advice.",
            notices=[notice(("advice",), "This is not investment advice.")],
        ),
    ),
    spares=(lambda: specimen("body: This is not investment advice, Ivo Brandt said, it is a plea."),),
)

READERS_TEXT = Rule(
    code="DIS513",
    name="user-content-notice",
    level="note",
    consumes="disclaimer",
    summary="The text was written by a user or contributor, not by the newsroom.",
    why="Contributors write under the publisher's name without its editing, its rules or its lawyers.",
    answer="Cite the contributor by name, and say on whose platform it stood.",
    standards=(f"{_JTI}: user-generated content is labelled",),
    false_positives=("A notice that belongs to a comment section.",),
    check=_telling("ugc", "This text comes from a user or contributor, not from the newsroom of {speaker}."),
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: This is user-generated content.",
            notices=[notice(("ugc",), "This is user-generated content.")],
        ),
    ),
    spares=(lambda: specimen("body: User-generated content fills the site, Ivo Brandt said."),),
)

UNVERIFIED = Rule(
    code="DIS514",
    name="unverified-notice",
    level="info",
    consumes="disclaimer",
    summary="The newsroom says what it could not verify.",
    why="It is the most honest sentence of a report and the first that copies leave out.",
    answer="Carry it along with the claim that it is about.",
    standards=("BBC, Editorial Guidelines, accuracy: say what has not been corroborated",),
    false_positives=("A statement about another newsroom's verification.",),
    check=_telling("unverified", "The text says that something in it could not be verified."),
    fires=(
        lambda: specimen(
            "body: The port burned. Harbour Post could not independently verify the video.",
            notices=[
                notice(("unverified",), "Harbour Post could not independently verify the video.", placement="inside")
            ],
        ),
    ),
    spares=(lambda: specimen("body: The port burned. Ivo Brandt verified the video."),),
)

INTEREST_DISCLOSED = Rule(
    code="DIS515",
    name="interest-disclosed",
    level="info",
    consumes="disclaimer",
    summary="The page discloses an interest: shares held, an owner written about, a trip paid for.",
    why="Readers can weigh what they are told; the text's independence is limited where it touches the interest.",
    answer="Carry the disclosure along when citing the text.",
    standards=("SPJ Code of Ethics: disclose unavoidable conflicts", f"{_JTI}: conflicts of interest are disclosed"),
    false_positives=("A standing line about the publisher's owner.",),
    check=_telling("conflict", "{speaker} discloses an interest in what the text is about."),
    fires=(
        lambda: specimen(
            "body: Ferry Lines gains.",
            "disclaimer: The writer owns shares of Ferry Lines.",
            notices=[notice(("conflict",), "The writer owns shares of Ferry Lines.")],
        ),
    ),
    spares=(lambda: specimen("body: The minister owns shares of Ferry Lines."),),
)

STATE_LABEL = Rule(
    code="DIS516",
    name="state-or-agent-label",
    level="note",
    consumes="disclaimer",
    summary="The page carries a legal label: state-funded, foreign agent, distributed on behalf of a government.",
    why="A government stands behind the text, or a government forces the label. Either way it bears on what may be said.",
    answer="Name the government when citing the text, and whether the label is its own or an opponent's.",
    standards=(
        "U.S. Foreign Agents Registration Act, section 4: labelling",
        f"{_JTI}: ownership and funding are stated",
    ),
    false_positives=("Labels forced on independent newsrooms, which say more of the state than of them.",),
    check=_telling("state-media", "A label on the page names a government's part in it."),
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: This material is distributed on behalf of the government of Sund.",
            notices=[notice(("state-media",), "This material is distributed on behalf of the government of Sund.")],
        ),
    ),
    spares=(lambda: specimen("body: The ferry is state-funded, Ivo Brandt said."),),
)

AFFILIATE = Rule(
    code="DIS517",
    name="affiliate-links",
    level="info",
    consumes="disclaimer",
    summary="The publisher earns a commission when readers buy through its links.",
    why="What is recommended is what pays. It bears on the choice of products, not on every fact.",
    answer="Treat recommendations as interested.",
    standards=("FTC, guides on endorsements (16 CFR 255)",),
    false_positives=("A standing line on pages without any link to a shop.",),
    check=_telling("affiliate", "{speaker} earns a commission through links in the text.", bears="commission"),
    fires=(
        lambda: specimen(
            "body: The best life jackets.",
            "disclaimer: We may earn a commission.",
            notices=[notice(("affiliate",), "We may earn a commission.")],
        ),
    ),
    spares=(
        lambda: specimen("body: The broker may earn a commission, Ivo Brandt said."),
        lambda: specimen(
            "body: The best life jackets.",
            "copyright: The display of trademarks does not indicate any affiliation.",
            notices=[notice(("affiliate",), "The display of trademarks does not indicate any affiliation.")],
        ),
    ),
)

VIEWS = Rule(
    code="DIS519",
    name="views-notice",
    level="info",
    consumes="disclaimer",
    summary="The page says that the views are the author's and not the publisher's.",
    why="The text is somebody's opinion; the publisher does not stand behind it.",
    answer="Cite it as the author's view.",
    standards=("BBC, Editorial Guidelines, impartiality: opinion is labelled",),
    false_positives=("A notice that stands under every text of the site.",),
    check=_telling("views", "A notice lays the views in this text to its author, not to {speaker}.", bears="opinion"),
    fires=(
        lambda: specimen(
            "body: The ferry must stay.",
            "disclaimer: The views expressed are the author's own.",
            notices=[notice(("views",), "The views expressed are the author's own.")],
        ),
    ),
    spares=(
        lambda: specimen("body: The views expressed are the author's own, the publisher said."),
        lambda: specimen(
            "body: Die Fähre endet.",
            "disclaimer: Die Kommentare geben nicht notwendigerweise die Meinung der Redaktion wieder.",
            language="de",
            notices=[
                notice(("views",), "Die Kommentare geben nicht notwendigerweise die Meinung der Redaktion wieder.")
            ],
        ),
    ),
)

CORRECTED = Rule(
    code="DIS520",
    name="correction-notice",
    level="info",
    consumes="disclaimer",
    summary="The page says that the text was corrected or updated.",
    why="Copies made before do not have it. It also shows a newsroom that corrects in the open.",
    answer="See that whatever cites an earlier version is corrected as well.",
    standards=(f"{_JTI}: corrections are made visibly", "The Trust Project: corrections policy"),
    false_positives=("A standing line on how to report errors.",),
    check=_telling(
        "correction",
        "The page says that this text was corrected or changed.",
        bears="corrected",
        unless="invites-corrections",
    ),
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "correction: Correction: an earlier version gave the wrong month.",
            notices=[notice(("correction",), "Correction: an earlier version gave the wrong month.")],
        ),
    ),
    spares=(
        lambda: specimen("body: The chart needs a correction, Ivo Brandt said."),
        lambda: specimen(
            "body: The ferry will stop.",
            "correction: Corrections: if you are aware of an inaccuracy, please tell us.",
            notices=[notice(("correction",), "Corrections: if you are aware of an inaccuracy, please tell us.")],
        ),
    ),
)

RULES = (
    NOT_EDITED,
    MACHINE_WITHOUT_REVIEW,
    ADVICE,
    READERS_TEXT,
    UNVERIFIED,
    INTEREST_DISCLOSED,
    STATE_LABEL,
    AFFILIATE,
    VIEWS,
    CORRECTED,
)
