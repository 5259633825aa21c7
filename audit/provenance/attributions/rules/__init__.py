"""The rule tagger: cues from the lexicon and the frames in which they stand; claims with a hedge and no speaker."""
