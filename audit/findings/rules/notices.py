"""Notices that change what a reader may take the text for: advice, interests, a state's part, views, corrections."""

from __future__ import annotations

from audit.findings.notice_scope import telling
from audit.findings.rule import Rule
from audit.findings.sketches import notice
from audit.findings.specimen import specimen

_JTI = "Journalism Trust Initiative (CWA 17493)"


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
    check=telling("advice", "{speaker} says that this text is no advice."),
    fires=(
        lambda: specimen(
            "body: Shares of Ferry Lines rose.",
            "disclaimer: This is not investment advice.",
            notices=[notice(("advice",), "This is not investment advice.")],
        ),
    ),
    spares=(lambda: specimen("body: This is not investment advice, Ivo Brandt said, it is a plea."),),
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
    check=telling("conflict", "{speaker} discloses an interest in what the text is about."),
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
    check=telling("state-media", "A label on the page names a government's part in it."),
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
    check=telling("affiliate", "{speaker} earns a commission through links in the text.", bears="commission"),
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
    check=telling("views", "A notice lays the views in this text to its author, not to {speaker}.", bears="opinion"),
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
    check=telling(
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

RULES = (ADVICE, INTEREST_DISCLOSED, STATE_LABEL, AFFILIATE, VIEWS, CORRECTED)
