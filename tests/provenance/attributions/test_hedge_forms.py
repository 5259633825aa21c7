"""Words that weigh a claim, kept with it."""

from __future__ import annotations

import pytest

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions


def read(text: str) -> tuple[Attribution, ...]:
    blocks = [Block("body", 0, len(text), 1.0, "test")]
    return find_attributions(text, blocks, "en", "network")[0]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The dam may have burst, the mayor said.", "may"),
        ("“Could be worse,” the mayor said.", "Could"),
        ("The dam could conceivably burst, the mayor said.", "could conceivably"),
        ("It is possible that the dam burst, the mayor said.", "It is possible"),
        ("The dam had apparently burst, the mayor said.", "apparently"),
        ("The mayor said the dam had probably burst.", "probably"),
        ("The mayor said it was possible the dam had burst.", "possible"),
        ("The mayor said the dam appeared to have burst.", "appeared"),
        ("The mayor said it seemed the dam had burst.", "seemed"),
        ("The dam is said to have burst, according to the mayor.", "is said"),
        ("The mayor said the dam was likely to burst.", "likely"),
        ("The mayor said there was a chance the dam had burst.", "chance"),
        ("The alleged thief, police said, fled by boat.", "alleged"),
        ("The order appears to have come from above, two officials said.", "appears"),
        ("The mayor said a ship said to be carrying arms had been stopped.", "said"),
        ("The mayor suggested the dam might burst.", "might"),
        ("The mayor said the dam was thought to be unsafe.", "thought"),
        ("Police said a man had allegedly opened the gates.", "allegedly"),
        ("The dam would reportedly be sold, the Courier said.", "reportedly"),
        ("The mayor said the dam was believed to be unsafe.", "believed"),
        ("The dam is understood to have burst, the Courier reported.", "understood"),
        ("The suspected bomber fled, police said.", "suspected"),
        ("The mayor said the dam could burst within days.", "could"),
        ("The mayor said the dam perhaps needed repair.", "perhaps"),
        ("The mayor said that, as far as he knew, the dam was safe.", "as far as he knew"),
        ("The mayor said the dam seemingly held.", "seemingly"),
        ("The mayor said the dam was presumed lost.", "presumed"),
        ("Officials said the wall supposedly held.", "supposedly"),
        ("The purported letter, the ministry said, was forged.", "purported"),
        ("The minister said the plan would potentially cost millions.", "potentially"),
        ("The mayor said the guards seemed tired.", "seemed"),
        ("The mayor said the hostages appeared unharmed.", "appeared"),
        ("Police said the reported killing of a guard was being looked into.", "reported"),
        ("The doctor spoke of an apparent overdose.", "apparent"),
        ("Warmer seas make such storms more likely, scientists say.", "likely"),
        ("A memo put the likely cost at 14,000 dollars.", "likely"),
        ("The mayor said the flood was the likeliest cause.", "likeliest"),
        ("To the best of his knowledge, the mayor said, the dam held.", "To the best of his knowledge"),
        ("The mayor said it may be closed.", "may"),
        ("The coach is supposed to have told him that he had the hands of a thief.", "is supposed"),
        ("The mayor said it looked as if the dam had burst.", "looked as if"),
        ("Observers said the army was rumoured to be leaving.", "rumoured"),
        ("The mayor said he believed the dam was unlikely to burst.", "unlikely"),
        ("Police detained a man suspected of opening the gates, the mayor said.", "suspected"),
        ("The mayor said there was a possibility the dam would burst.", "possibility"),
        ("Pictures appear to show a gap in the dam.", "appear"),
        ("Another breach remains possible, two engineers said.", "possible"),
    ],
)
def test_hedge(text: str, hedge: str) -> None:
    assert any(hedge in h.of(text) for a in read(text) for h in a.hedges)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the dam could not be repaired.",
        "The mayor said work would start as soon as possible.",
        "The mayor said the young were three times more likely to leave.",
        "The mayor said she spoke slowly so that all could follow.",
        "“You could hear the dam groan,” the mayor said.",
        "The mayor said nobody could close the gates.",
        "The mayor said children may not swim there.",
        "The court ruled that he may stay there.",
        "The deal is expected to close in May, the bank said.",
        "Asked whether the gate could open before winter, the mayor smiled and said nothing.",
        "“If I could choose, I would stay,” the mayor said.",
        "The mayor said that she could no longer work with him.",
        "The mayor said that two thirds of likely voters would support it.",
        "The mayor said the witness appeared in court.",
        "The mayor said guards are supposed to sound the siren.",
        "The mayor said the agency had reported new cases.",
        "In an apparent reference to the flood, the mayor said it was late.",
        "The mayor declined to comment on possible dates.",
        "The mayor said leaks should be reported to the city.",
        "“May I speak?” the mayor asked.",
        "“Could we begin?” the mayor said.",
        "The mayor reminded them to forget anything they may have read.",
    ],
)
def test_no_hedge(text: str) -> None:
    assert not any(a.hedges for a in read(text))


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Most of the debris should burn up, the agency estimates, though some could remain for decades.", "could"),
        ("Probably, economists say, but not by much.", "Probably"),
    ],
)
def test_the_speaker_of_an_aside_answers_for_its_sentence(text: str, hedge: str) -> None:
    assert any(hedge in h.of(text) for a in read(text) if a.source for h in a.hedges)


def test_rumours_have_no_voice() -> None:
    text = "Rumours are rife that the actor and the producers are at odds."
    assert [(a.voice.type, a.cue[0].of(text)) for a in read(text)] == [("none", "Rumours are rife")]
