"""The closed classes of words by which the rules tell a verb of saying from a noun, and a report from a deed."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set

NOMINAL = word_set(
    """
    claims reports notes comments charges demands claim report note comment charge demand show shows estimate
    estimates pledge pledges promise promises vow vows reply joke praise emails attack attacks question questions support
    quote email warning finding findings saying writing remark remarks forecast forecasts project projects view
    views doubt doubts hope hopes fear fears signal signals detail details document documents threat call calls
    appeal appeals order orders request state states post posts thanks back echo voice label brand fault rank
    complaint wonder wants answer answers answered concern leak leaks accusing stress reckon counter brief term
    terms advice rate leaked suspect suspects alleged supposed purported message messages text texts blog blogs guess guesses
    whisper roar laugh sigh scream vent bark snap shrug challenge challenges contest contests
    """
)
KEPT = word_set("internal leaked private deleted official confidential recent early encrypted preliminary subsequent")
"""What papers are called before their name, at a sentence's start: `Internal emails`, where nobody called Internal writes."""
INFINITIVE = word_set(
    """
    vow vowed vows vowing pledge pledged pledges pledging promise promised promises promising threaten threatened
    threatens threatening hope hopes hoped hoping expect expects expected want wants wanted swear swore sworn claim
    claims claimed propose proposed demand demanded
    """
)
OPENERS = word_set(
    """
    that if whether how why what it he she they we there this these those i you
    """
)
LISTENERS = word_set(
    """
    reporters journalists parliament lawmakers mps senators supporters him her them me us it media press viewers
    """
)
OBJECTS = word_set("expect antici fear feared fears wants wanted")
FINITE = word_set("is was are were has have had will would can could should may might must does did do")
BE = word_set("is was are were be been being 's 're gets got")
PHRASES = {
    form: tuple(prepositions.split())
    for forms, prepositions in (
        ("speak spoke speaks spoken speaking talk talked talks complain complained complains complaining", "of"),
        ("hint hinted hints hinting", "at"),
        ("point pointed points pointing", "to out"),
        ("alluded alludes referred", "to"),
        ("warn warned warns warning", "of against about"),
        ("advise advised advises advising cautioned cautions cautioning argued argues arguing", "against"),
        ("summed sums summing", "up"),
        ("played plays playing play", "down"),
        ("shot shoots hit hits", "back"),
        ("stand stands stood", "by"),
        ("condoled condoles commiserated sympathised sympathized", "with"),
    )
    for form in forms.split()
}
"""Verbs that say something with a preposition and a noun: `spoke of a cowardly aggression`."""
INVERTED = word_set(
    """
    said says say added adds wrote writes explained argued warned warns claimed claims insisted noted recalled reported reports
    announced stated asked replied admitted conceded believes thinks
    """
)
"""Verbs that a common noun may follow as their speaker: `…, said residents`."""
HEARSAY = word_set("said reported believed understood alleged thought rumoured rumored claimed")
VIEWS = word_set(
    "view words opinion eyes telling estimation account estimate reckoning count tally admission calculation version "
    "calculations estimates judgment judgement"
)
GIVING = word_set(
    "give gave gives provide provided provides share shared offer offered offers release released produce produced"
)
TELLABLE = word_set(
    """
    evidence detail details update count figure figures number numbers name names reason reasons explanation cause timeline
    breakdown information comment proof date estimate clue clues
    """
)
"""What people are said to give or not to give: `gave no update`."""
SILENCES = word_set("elaborate comment specify say disclose confirm speculate discuss explain reveal")
"""What people are said not to do, with nothing behind it: `did not elaborate`. Who did not respond has refused nothing."""
COUNTED = word_set("toll number figure figures count total estimate tally deaths death cost losses damage casualties")
FIGURES = {
    form: tuple(prepositions)
    for forms, prepositions in (
        ("put puts", ("at",)),
        ("raised raises revised lowered", ("to",)),
        ("estimated estimates valued values", ("at",)),
        ("pegged pegs", ("at",)),
    )
    for form in forms.split()
}
"""Verbs that give a figure: `put the toll at 17`."""
LONGEST_SPEECH = 400


SPANNING = frozenset((*PHRASES, *FIGURES, *GIVING, "according", "per", "as", "in", "by", "drawn"))
"""First words of cues of more than one word."""
LEARNT = word_set("learned learnt learns gathered hear hears heard")
"""Verbs that report in an aside too: `…, the Courier has learned, …`."""
PAPERLIKE = word_set("it they")
PARTICIPLES = word_set(
    "seen reviewed obtained viewed published released verified shared commissioned provided written drafted compiled taken "
    "filed issued leaked posted dated prepared conducted carried made kept collected circulated submitted signed sent based"
)
"""What is done to a paper before it is quoted."""
NO_REPORTS = word_set(
    """
    ensured assured meant proved required resulted caused guaranteed arranged provided supplied used needed based
    decided so-called dated voted insured demonstrated succeeded ordained preferred deserved pretended checked allowed
    granted followed crossed passed killed injured wounded destroyed attacked visited removed created changed opened closed
    named signed moved posed
    """
)
"""Participles before `that` that report nothing; any other with a clause behind it is read as a verb of saying."""
