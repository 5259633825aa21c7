"""To whom pronouns, offices, trades and parts of a group go back."""

from __future__ import annotations

import pytest

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions


def read(text: str) -> tuple[Attribution, ...]:
    blocks = [Block("body", 0, len(text), 1.0, "test")]
    return find_attributions(text, blocks, "en", "network")[0]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Judge Per Holm adjourned the trial. He said the file was thin.", "He", "Per Holm"),
        ("Hasvik Fisheries shut its plant on Monday. The company said prices had fallen.", "The company", "Hasvik"),
        ("Brightwell cut 400 jobs. The retailer said sales had slumped.", "The retailer", "Brightwell"),
        ("Lotus Air grounded its fleet. The airline said it was a precaution.", "The airline", "Lotus Air"),
        ("The Workers' Front called a strike. The party said it would last a week.", "The party", "Workers' Front"),
        ("Amina Rao, a surgeon, arrived on Monday. The surgeon said the ward was full.", "The surgeon", "Amina Rao"),
        ("Amina Rao met Peter Holm on Monday. She said the file was thin.", "She", "Amina Rao"),
        ("The health ministry issued a warning. It said the water was unsafe.", "It", "health ministry"),
        ("The report was published on Monday. It says the water is unsafe.", "It", "report"),
        ("Two nurses spoke to reporters. They said the ward was full.", "They", "Two nurses"),
        ("A nurse at the clinic spoke to reporters. She said the ward was full.", "She", "nurse"),
        ("Residents fled the fire. They said nobody warned them.", "They", "Residents"),
        ("Finance Minister Ulla Berg resigned. Berg said she was tired.", "Berg", "Ulla Berg"),
        ("Finance Minister Ulla Berg resigned. The minister said she was tired.", "The minister", "Ulla Berg"),
        ("Ulla Berg, the finance minister, resigned. Her remarks suggested she was tired.", "Her remarks", "Ulla Berg"),
        ("Three officials met reporters. One of them said the plan was dead.", "One of them", "officials"),
        ("Three officials met reporters. One said the plan was dead.", "One", "officials"),
        ("Three officials met reporters. Another said the plan was dead.", "Another", "officials"),
        ("Vesna TV showed pictures. The channel said they were new.", "The channel", "Vesna TV"),
        ("The Vesna Courier published the files. The newspaper said they were real.", "The newspaper", "Vesna Courier"),
        ('The mayor of Harl, Ida Moen, spoke first. "It is over," she said.', "she", "Ida Moen"),
        ("Ida Moen spoke first. The 45-year-old said it was over.", "The 45-year-old", "Ida Moen"),
        (
            "The Northern Army attacked at dawn. The rebel group said it took the town.",
            "The rebel group",
            "Northern Army",
        ),
        ("A letter from the bank was leaked. The letter said funds were short.", "The letter", "letter from the bank"),
        ("Ida Moen told the court she was at home. The defendant said she slept.", "The defendant", "Ida Moen"),
        ("The UN refugee agency opened a camp. The agency said it was full.", "The agency", "UN refugee agency"),
        ("Prof. Ida Moen led the study. The researcher said it was small.", "The researcher", "Ida Moen"),
        ("Karel Dvorak won the race. The Czech said he was tired.", "The Czech", "Karel Dvorak"),
        ("The Vesna Courier published it. The same newspaper said it was real.", "The same newspaper", "Vesna Courier"),
        (
            "The Harl Mining Commission met. The Commission said it was real.",
            "The Commission",
            "Harl Mining Commission",
        ),
        ("Ravnik Lake Nature Park was closed. The park said it was flooded.", "The park", "Ravnik Lake Nature Park"),
        ("It was late, the town clerk said. Clerk Ida Moen left.", "the town clerk", "Ida Moen"),
        (
            'Ida Moen, told of it, was silent. "She\'s right," she said. "He knew." The pilot said so.',
            "she",
            "Ida Moen",
        ),
        ("Patients, two in five of whom complained, left. Per Holm left. He said it was late.", "He", "Per Holm"),
        (
            "The board has a complaint by a cook at the school. She said the bread was late.",
            "She",
            "a cook at the school",
        ),
        (
            "Shares in Brightcell Bank fell. Demand was weak. It will recover, a spokesman said.",
            "a spokesman",
            "Brightcell Bank",
        ),
        (
            "A director of the firm, Highland Movers, hung up. In a message he wrote: “Go.”",
            "he",
            "A director of the firm",
        ),
        ("A resident sent it up and saw, he told the police, “one blue square”.", "he", "A resident"),
        ("A member of the list's board rang us. He said it was late.", "He", "A member of the list's board"),
        ("Vesna's Trade Ministry said it won. It said it was late.", "It", "Vesna's Trade Ministry"),
        (
            "In Harl, the head of the port, Per Holm, said it was late.",
            "In Harl, the head of the port, Per Holm",
            "Per Holm",
        ),
        (
            "In a memo quoted by Punch, the head of the port, Per Holm, said so.",
            "Punch, the head of the port, Per Holm,",
            "Per Holm",
        ),
        (
            "Addressing the press outside, the pilot's wife, Ida Moen, said it was late.",
            "the pilot's wife, Ida Moen",
            "Ida Moen",
        ),
        (
            "The National Rescue Service met. The Rescue Service said it was late.",
            "The Rescue Service",
            "National Rescue",
        ),
        ("Two people in the hall met reporters. One of the two said it was late.", "One of the two", "Two people"),
        ("Major Kyaw Thu Hein did not answer. The army kills nobody, he said.", "he", "Kyaw Thu Hein"),
        ("Mayor Ma. Luz Ramos met us. It was late, she said.", "she", "Ma. Luz Ramos"),
        ("The operator, Harl Joint Venture, has shut the mine. It said it was late.", "It", "Harl Joint Venture"),
        (
            "Leader of the Opposition Rana Zahid Gondal laughed about their plan in public. It was late, he said.",
            "he",
            "Rana Zahid Gondal",
        ),
        (
            "Villagers accused the county council. It rained. The bill, the council said, was late.",
            "the council",
            "county council",
        ),
        (
            "The state mining institute met on Friday. The institute said it was late.",
            "The institute",
            "state mining institute",
        ),
        (
            "Rolf Agency News left. Harl Sea Therapeutics sold a pen. Harl Sea said it was late.",
            "Harl Sea",
            "Harl Sea Therapeutics",
        ),
        ("City Manager Lorna Fitch met residents. The pipe was old, Fitch said.", "Fitch", "Lorna Fitch"),
        ("Residents wrote to the Harl Council. The latter said it was late.", "The latter", "Harl Council"),
        ("Lindqvist's agent met reporters. The agent said it was late.", "The agent", "Lindqvist's agent"),
        (
            "The club's treasurer wrote to the head. In it, the treasurer said it was late.",
            "the treasurer",
            "club's treasurer",
        ),
        ("The paper adds that his agent, Rui Sal, flew home. The agent said it was late.", "The agent", "Rui Sal"),
        ("Reuters reported the bid. The agency said it was late.", "The agency", "Reuters"),
        ("Brett Lomu stayed. The New Zealander said it was late.", "The New Zealander", "Brett Lomu"),
        ("Neil Baird stayed. The Scot, who is ill, said it was late.", "The Scot, who is ill", "Neil Baird"),
        ("Nobody slept, according to her husband, Manolis.", "her husband", "Manolis"),
        (
            "On Little Harl, residents who fled the storm said the roof was gone.",
            "residents who fled the storm",
            "residents",
        ),
        ("Chad fell. Residents in the camp met reporters. They said it was late.", "They", "Residents in the camp"),
        (
            "Homes fell, according to two people who were in the hall. They said so.",
            "They",
            "two people who were in the hall",
        ),
        ("The mayor left. His office said it was late.", "His office", "His office"),
        ("Ryanair met pilots. Talks failed. It will recover, a spokeswoman said.", "a spokeswoman", "Ryanair"),
        ("A farm lawmaker told Radio Juba so. The legislator said it was late.", "The legislator", "A farm lawmaker"),
        ("Two employees of the mill met reporters. The men said it was late.", "The men", "Two employees of the mill"),
        (
            "A memo to the board was leaked. It rained. The document says funds were short.",
            "The document",
            "memo to the board",
        ),
        (
            "The Harl Mine Museum sued the National Board for Museums. The museum said so.",
            "The museum",
            "Harl Mine Museum",
        ),
        ("Agim sells tyres there. He said business had halved.", "He", "Agim"),
        ("A memo prepared for the board was leaked. The memo said so.", "The memo", "memo prepared for the board"),
        ("A source at the club said he was ill. That source said so.", "That source", "A source at the club"),
        ("The teachers' union, the FTA, met. The FTA said so.", "The FTA", "FTA"),
        ("Leroy “Cotton” Moen died. His niece Ida Moen-Green wept. Mr. Moen said so.", "Mr. Moen", "Cotton"),
        ("Hadley Point urged a sale. The hedge fund said so.", "The hedge fund", "Hadley Point"),
        ("The Dairy Fund met. The Fund's representative said so.", "The Fund's representative", "Fund"),
        ("Contacted, Deputy Commissioner Abu Naim said so.", "Contacted, Deputy Commissioner Abu Naim", "Abu Naim"),
        ("Two nurses at the clinic said it was late. The pair said so.", "The pair", "Two nurses"),
        ("Residents of Aden fled. Some said it was late.", "Some", "Residents of Aden"),
        ("Norvane Foods shut a plant. The Oslo-based company said so.", "The Oslo-based company", "Norvane Foods"),
        ("Hawk Rights Watch met. The New York-based group said so.", "The New York-based group", "Hawk Rights Watch"),
        ("Senator Holt Brigham, a Republican, left. The Republican said so.", "The Republican", "Holt Brigham"),
        ("Court documents unsealed on Monday say so. The filing says more.", "The filing", "Court documents"),
    ],
)
def test_antecedent(text: str, source: str, name: str) -> None:
    (voice,) = [a.voice for a in read(text) if a.source and a.source[0].of(text) == source][-1:]
    assert name in (voice.name or "")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ana Dvorak met Per Holm and Tom Ray. The Czech said it was late.", "The Czech"),
        ("The bill passed. The regulator said it was late.", "The regulator"),
        ("A lawyer met reporters. The legislator said it was late.", "The legislator"),
        ("Kenya and Chad signed. The regulator said it was late.", "The regulator"),
        ("Analysts met on Monday. A doubt arose. Then it rained. It cleared. The pair said it was late.", "The pair"),
    ],
)
def test_left_open(text: str, source: str) -> None:
    (voice,) = [a.voice for a in read(text) if a.source and a.source[0].of(text) == source][-1:]
    assert (voice.name or "").lower() in ("", source.lower(), source.lower().removeprefix("the "))
