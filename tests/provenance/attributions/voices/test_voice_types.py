"""Whose voice a source is, by its words alone."""

from __future__ import annotations

import pytest

from audit.model import Block
from audit.provenance.attributions import find_attributions


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The bank's chief economist, Lina Roth, said rates would rise.", "person"),
        ("Lina Roth of the Brookhill Institute said rates would rise.", "person"),
        ("Police said rates would rise.", "government"),
        ("Officials said rates would rise.", "unnamed"),
        ("A report in The Harbour Gazette said rates would rise.", "outlet"),
        ("Ali Noor and Anna Berg said rates would rise.", "person"),
        ("The ferry's operator, Blue Crescent Logistics, said rates would rise.", "organisation"),
        ("Authorities said rates would rise.", "collective"),
        ("Local authorities said rates would rise.", "collective"),
        ("The opposition said rates would rise.", "collective"),
        ("Opposition parties said rates would rise.", "collective"),
        ("Analysts say rates will rise.", "collective"),
        ("Critics say rates will rise.", "collective"),
        ("Economists polled by Reuters expect rates to rise.", "collective"),
        ("Rights groups say rates will rise.", "collective"),
        ("Amnesty International said rates would rise.", "organisation"),
        ("The World Health Organization said rates would rise.", "organisation"),
        ("The European Commission said rates would rise.", "organisation"),
        ("Beijing said rates would rise.", "government"),
        ("The Kremlin said rates would rise.", "government"),
        ("The army said rates would rise.", "government"),
        ("The Taliban said rates would rise.", "organisation"),
        ("The rebels said rates would rise.", "unnamed"),
        ("A court filing said rates would rise.", "document"),
        ("The indictment says rates would rise.", "document"),
        ("A statement from the ministry said rates would rise.", "document"),
        ("A survey by Pew found that rates would rise.", "document"),
        ("Court documents show rates would rise.", "document"),
        ("Video posted online shows rates would rise.", "document"),
        ("Media reports said rates would rise.", "collective"),
        ("Unconfirmed reports said rates would rise.", "collective"),
        ("Social media users said rates would rise.", "collective"),
        ("Many said rates would rise.", "collective"),
        ("Observers said rates would rise.", "collective"),
        ("Witnesses said rates would rise.", "unnamed"),
        ("Villagers said rates would rise.", "unnamed"),
        ("A resident, Ali Noor, said rates would rise.", "person"),
        ("Ali, a resident, said rates would rise.", "person"),
        ("The hospital said rates would rise.", "organisation"),
        ("The city council said rates would rise.", "government"),
        ("The school board said rates would rise.", "organisation"),
        ("The union said rates would rise.", "organisation"),
        ("Lawyers for the family said rates would rise.", "unnamed"),
        ("The family's lawyer, Per Dahl, said rates would rise.", "person"),
        ("Local broadcaster Vesna TV said rates would rise.", "outlet"),
        ("The state news agency said rates would rise.", "outlet"),
        ("AFP said rates would rise.", "outlet"),
        ("The New Vesna Post said rates would rise.", "outlet"),
        ("A Vesna Post editorial said rates would rise.", "document"),
        ("Israel said rates would rise.", "government"),
        ("Both sides said rates would rise.", "collective"),
        ("The defence ministry in Kyiv said rates would rise.", "government"),
        ("Ukraine's military intelligence agency said rates would rise.", "government"),
        ("The International Committee of the Red Cross said rates would rise.", "organisation"),
        ("Colonel Idris said rates would rise.", "person"),
        ("Dr Amara Obi, who runs the clinic, said rates would rise.", "person"),
        ("Prosecutors say rates would rise.", "government"),
        ("Rescue workers said rates would rise.", "unnamed"),
        ("Corvo Metals' chief executive said rates would rise.", "unnamed"),
        ("The airport operator said rates would rise.", "organisation"),
    ],
)
def test_type(text: str, type_: str) -> None:
    found, _ = find_attributions(text, [Block("body", 0, len(text), 1.0, "test")], "en", "network")
    assert found
    assert found[-1].voice.type == type_
