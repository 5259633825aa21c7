"""Ways to say that a claim came through an outlet, and near misses."""

from __future__ import annotations

import pytest

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions


def read(text: str) -> tuple[Attribution, ...]:
    blocks = [Block("body", 0, len(text), 1.0, "test")]
    return find_attributions(text, blocks, "en", "network")[0]


@pytest.mark.parametrize(
    ("text", "source", "outlet"),
    [
        ("The bridge was mined, a colonel told Radio Vesna on condition of anonymity.", "colonel", "Radio Vesna"),
        ('"We are ready," the colonel said in comments broadcast by Channel 4.', "colonel", "Channel 4"),
        (
            "In remarks published by the daily Al-Bayan on Sunday, Minister Omar Tal said the dam was safe.",
            "Tal",
            "Al-Bayan",
        ),
        ("Speaking on Radio Vesna, the mayor said the dam was safe.", "mayor", "Radio Vesna"),
        ("The mayor said in an interview aired on Vesna TV that the dam was safe.", "mayor", "Vesna TV"),
        ("The mayor, speaking to the Daily Courier, said the dam was safe.", "mayor", "Daily Courier"),
        ("Mayor Ana Tal was quoted by the Vesna news agency as saying the dam was safe.", "Tal", "Vesna"),
        ("Mayor Ana Tal was quoted as saying by the Vesna news agency that the dam was safe.", "Tal", "Vesna"),
        ('"The dam is safe," Mayor Ana Tal was quoted as saying by Vesna Online.', "Tal", "Vesna Online"),
        ("The Vesna news agency quoted Mayor Ana Tal as saying the dam was safe.", "Tal", "Vesna"),
        ("State television quoted an unnamed engineer as saying the dam was safe.", "engineer", "State television"),
        ("Citing two engineers, the Courier reported that the dam was cracked.", "engineers", "Courier"),
        ("The Courier said, citing two engineers, that the dam was cracked.", "engineers", "Courier"),
        ("The dam was cracked, the Courier reported, citing two engineers.", "engineers", "Courier"),
        ("The Courier, quoting people close to the project, reported that the dam was cracked.", "people", "Courier"),
        ("According to two engineers cited by the Courier, the dam was cracked.", "engineers", "Courier"),
        ("Two engineers quoted by the Courier said the dam was cracked.", "engineers", "Courier"),
        ("Two engineers interviewed by the Courier said the dam was cracked.", "engineers", "Courier"),
        ("A document seen by the Courier says the dam is cracked.", "document", "Courier"),
        ("According to a memo obtained by the Courier, the dam is cracked.", "memo", "Courier"),
        ("The Courier reported that an engineer had warned the ministry in May.", "engineer", "Courier"),
        ("Vesna TV reported that the dam was cracked, according to two engineers.", "engineers", "Vesna TV"),
        ("In an op-ed for the Courier, former minister Omar Tal wrote that the dam was cracked.", "Tal", "Courier"),
        ("Writing in the Courier, former minister Omar Tal argued that the dam was cracked.", "Tal", "Courier"),
        ("The mayor confirmed to Vesna TV that the dam was cracked.", "mayor", "Vesna TV"),
        ("The mayor told reporters from Vesna TV that the dam was cracked.", "mayor", "Vesna TV"),
        ("The mayor told Vesna TV's morning show that the dam was cracked.", "mayor", "Vesna TV"),
        ("The mayor admitted to the Courier that the dam was cracked.", "mayor", "Courier"),
        ("In a statement carried by the state news agency VNA, the army said the dam was safe.", "army", "VNA"),
        ("The army said in a statement carried by VNA, the state news agency, that the dam was safe.", "army", "VNA"),
        ("A witness, reached by phone by Vesna TV, said the dam had burst.", "witness", "Vesna TV"),
        ("Local media quoted residents as saying the dam had burst.", "residents", "Local media"),
        ("An engineer has told the BBC that the dam was cracked.", "engineer", "BBC"),
        ("As first reported by the Courier, an engineer had warned the ministry.", "engineer", "Courier"),
        ('"It was cracked," the engineer told Vesna TV. "Nobody listened," he added.', "he", "Vesna TV"),
        ("Sources told Vesna TV that the dam had burst. They said the water was rising.", "They", "Vesna TV"),
        (
            "The website Dam Watch reported that the dam had burst, citing a police source.",
            "police source",
            "Dam Watch",
        ),
        ("Per the Courier, a police source said the dam had burst.", "police source", "Courier"),
        ("A police source, according to the Courier, said the dam had burst.", "police source", "Courier"),
        ("A police source speaking to Vesna TV said the dam had burst.", "police source", "Vesna TV"),
        ("In a phone interview with Vesna TV on Monday, the mayor denied the dam had burst.", "mayor", "Vesna TV"),
        ("Asked by the Courier, a ministry official said the dam was safe.", "official", "Courier"),
        ("The engineer told Dawn that the dam was cracked.", "engineer", "Dawn"),
        ("The goalkeeper told Sky Sports that he was fit.", "goalkeeper", "Sky Sports"),
        ("The envoy told BBC Burmese that the road was shut.", "envoy", "BBC"),
        ("Four engineers described the meeting to POLITICO.", "engineers", "POLITICO"),
        ("The mayor denied the sale in an interview with Vesna TV.", "mayor", "Vesna TV"),
        ("The dam is cracked, according to a memo, which Vesna TV obtained.", "memo", "Vesna TV"),
        ("According to a memo to which Vesna TV had access, the dam is cracked.", "memo", "Vesna TV"),
        ("A priest was quoted by Gazeta.uz as saying the dam had burst.", "priest", "Gazeta.uz"),
        ("Vesna TV's Ana Tal reported that the dam had burst.", "Ana Tal", "Vesna TV"),
        ("Neighbors told 6 News they heard breaking glass.", "Neighbors", "6 News"),
        ("The pastor declared to France 3 that the church was not the building.", "pastor", "France 3"),
        ("The mayor told TV 2 that he would not resign.", "mayor", "TV 2"),
        ("The mayor told 24.kg that he would not resign.", "mayor", "24.kg"),
        ("The mayor told 9News the plan was dead.", "mayor", "9News"),
        ("A man behind the counter told the M.E.N. that he had locked the door.", "man", "M.E.N."),
        ("The adviser, Ilse Verhoeven, told Morning Report that the dam was cracked.", "adviser", "Morning Report"),
        ("A source informed the Sana'a Post that the dam was cracked.", "source", "Sana'a Post"),
        ("Omar Tal tells this week's Die Zeit that the dam is safe.", "Omar Tal", "Die Zeit"),
        ("Omar Tal told Lebanon's Al Jadeed television that the dam was safe.", "Omar Tal", "Al Jadeed"),
        ("Her lawyer told the digital newspaper El Faro that she was innocent.", "lawyer", "El Faro"),
        ("An official told a Turkish news agency, DHA, that the dam was safe.", "official", "DHA"),
        ("The letter, a photo of which was shared with 6 News, says the bells were removed.", "letter", "6 News"),
        ("According to a memo, parts of which were read out to MEE, the dam is cracked.", "memo", "MEE"),
        ("The dam is cracked, according to an incident report in the hands of NOS.", "report", "NOS"),
        ("The paper, drawn up in August and passed to The Scotsman, proposes closing the dam.", "paper", "Scotsman"),
        ("The ministry, asked about it by Al-Jumhuriya TV, said that it knew nothing.", "ministry", "Al-Jumhuriya TV"),
        ("The university neither confirmed nor denied this when asked by dpa.", "university", "dpa"),
        ("Nine of 14 economists polled by Reuters last week had predicted a cut.", "economists", "Reuters"),
        ("A source in the chancellery, quoted anonymously by Vesna TV, said it was safe.", "source", "Vesna TV"),
        ("An official suggested to the Catholic weekly Luc that the dam was cracked.", "official", "Luc"),
        ("A minister confided to Vesna TV that the dam was cracked.", "minister", "Vesna TV"),
        ("Analyst Miha Vrhovec, on Vesna TV, said the small parties would decide it.", "Vrhovec", "Vesna TV"),
        ("In response to questions from The Ledger, the company said the dam was safe.", "company", "Ledger"),
        ("The engineer said in a written reply to The Ledger that the dam was cracked.", "engineer", "Ledger"),
        ("The army said in a statement on state news agency WAM that the dam was safe.", "army", "WAM"),
        ("Three officials, speaking anonymously to The Ledger, said the dam was cracked.", "officials", "Ledger"),
        ("The Ledger attributed the figure to an aide of the premier.", "aide", "Ledger"),
        ("The Ledger reported that 600 trucks were stuck, attributing it to customs officials.", "officials", "Ledger"),
        ("Nine trucks left the compound, the Ledger learned from two sources in the bureau.", "sources", "Ledger"),
        (
            "The Ledger reported on Oct. 31, citing two aides, that the dam had been shown to be safe.",
            "aides",
            "Ledger",
        ),
        ("Citing local sources, the Vesna daily wrote that the dam, worth a fortune, was sold.", "sources", "Vesna"),
        ("Vesna TV said the dam held. An engineer told the news site it was cracked.", "engineer", "Vesna TV"),
        ("The AFP agency asked. The army denied this to the same agency.", "army", "AFP"),
        ("Rudaw reported the deal. The firm declined to comment to the website.", "firm", "Rudaw"),
        ("One guard told local radio that the dam was cracked.", "guard", "local radio"),
        ("The mayor told a private channel that the dam was cracked.", "mayor", "a private channel"),
        ("He tells state TV that the dam was cracked.", "He", "state TV"),
        ('"It was cracked," Omar Tal wrote in the Sunday Leader.', "Tal", "Sunday Leader"),
        ("The mayor said in statements to EFE that the dam was cracked.", "mayor", "EFE"),
        ("Asked in a question by Gulf Times, the mayor said the dam was cracked.", "mayor", "Gulf Times"),
        ("The engineer told Ars that the dam was cracked.", "engineer", "Ars"),
        ("The Courier reported that the dam burst. The paper cited two engineers.", "engineers", "Courier"),
        ("Reuters reported that the dam burst. It cited a memo.", "memo", "Reuters"),
        ("The newspaper Vesna, which cites a memo by the engineers, says the dam is cracked.", "memo", "Vesna"),
        ("The Mehr agency, citing what it called an informed source, said the dam was cracked.", "source", "Mehr"),
        ("The Vesna Star had said so on Friday, quoting a police source.", "source", "Vesna Star"),
        ("Still, STAT reported, citing an engineer, that the dam was cracked.", "engineer", "STAT"),
        ('"It held," a spokeswoman told AFP, pointing out that it was new.', "spokeswoman", "AFP"),
        (
            "An email seen by the Courier says so. In it, the treasurer writes that money is gone.",
            "treasurer",
            "Courier",
        ),
        ("ESPN has reviewed two emails. In one, a coach writes that it is late.", "coach", "ESPN"),
        (
            "Der Kurier broke the story, citing a memo. In it, officials put the cost at $3 million.",
            "officials",
            "Kurier",
        ),
    ],
)
def test_relay(text: str, source: str, outlet: str) -> None:
    found = [a for a in read(text) if any(source in s.of(text) for s in a.source)]
    assert any(outlet in " ".join(a.relayed_by) for a in found)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told the council that the dam was cracked.",
        "The mayor told Ana Tal that the dam was cracked.",
        "A memo seen by the minister says the dam is cracked.",
        "The mayor, citing two engineers, said the dam was cracked.",
        "According to a memo, the dam is cracked.",
        "The mayor spoke to residents and said the dam was cracked.",
        "The mayor told a weekly press briefing that the dam was cracked.",
        "The mayor told Brussels that the dam was cracked.",
        "The mayor told 14 MPs that the dam was cracked.",
        "The mayor told the weekly media briefing that the dam was cracked.",
        "The dam is cracked, according to a Reuters poll.",
        "A report by Daehan Securities attributed the fall mainly to profit-taking.",
        "The army attributed the attack to the rebel militia.",
        "Responding to a media query, the mayor said the dam was cracked.",
        "He told a radio audience that the dam was cracked.",
        "Tehran, he told a weekly press conference, had built the dam.",
        "She wrote in The Wet Edge that the dam was cracked.",
        "He wrote in the Bible that the dam was cracked.",
        "The minister told MPs that the dam was cracked.",
        "The minister told a local school board that the dam was cracked.",
        "The minister denied this to the same committee.",
        "At least one has been told to try Turkey, the mayor said.",
        "Smith said the dam was cracked. He cited two engineers.",
        "An email seen by the mayor says so. In it, the treasurer writes that money is gone.",
        "Reuters has read the letter. In Vesna, the mayor said it was late.",
        "The dam is cracked, according to two engineers and a memo seen by the mayor.",
    ],
)
def test_nobody_between(text: str) -> None:
    assert not any(a.relayed_by for a in read(text))


def test_two_layers_of_a_report() -> None:
    found = read("The Ledger reported on Sunday, citing an aide, that the premier had been shown a survey.")
    assert {a.source[0].of("The Ledger reported on Sunday, citing an aide, that …") for a in found} == {
        "The Ledger",
        "an aide",
    }
    assert len({a.content for a in found}) == 1


@pytest.mark.parametrize(
    ("text", "relayed"),
    [
        ("The Courier reported that the dam burst. Security sources said the road was shut.", True),
        ("The Courier reported that the dam burst. Officials said the road was shut.", True),
        ("The Courier reported that the dam burst. Residents of the valley said the road was shut.", False),
        ("The Courier reported that the dam burst. A source close to the mayor said the road was shut.", False),
        (
            "Omar Tal said it was late. The Courier reported that the dam burst. Officials said the road was shut.",
            False,
        ),
    ],
)
def test_a_report_goes_on_for_sources_of_whom_nothing_is_said(text: str, relayed: bool) -> None:
    last = max(read(text), key=lambda a: a.start)
    assert bool(last.relayed_by) is relayed


def test_a_speaker_goes_on() -> None:
    text = "Minister Omar Tal told the Courier that the dam was cracked. “It leaks. It groans,” he said.\nHe said it was late."
    blocks = [Block("body", 0, text.index("\n"), 1.0, ""), Block("body", text.index("\n") + 1, len(text), 1.0, "")]
    found = find_attributions(text, blocks, "en", "network")[0]
    assert [a.relayed_by for a in found] == [("Courier",)] * 3
    assert [a.relay_scope for a in found][1:] == ["next sentence, same paragraph", "the same speaker, next paragraph"]


def test_what_is_quoted_as_said_is_one_attribution() -> None:
    text = "State television quoted Minister Omar Tal as saying that the dam was cracked."
    found = read(text)
    assert [[c.of(text) for c in a.cue] for a in found] == [["quoted", "as saying"]]


def test_a_paper_at_the_head_of_what_an_outlet_says() -> None:
    text = "The Courier had seen a memo. The memo described the dam as cracked, the magazine said."
    found = {a.source[0].of(text): [c.of(text) for c in a.content] for a in read(text)}
    assert found["The memo"] == ["the dam as cracked"]
    assert "the magazine" in found


def test_what_an_outlet_cites_its_source_for_is_its_report() -> None:
    text = "The Courier reported that the dam burst. The paper cited two engineers. The mayor knew."
    one = next(a for a in read(text) if a.source[0].of(text) == "two engineers")
    assert [c.of(text) for c in one.content] == ["that the dam burst"]
