"""Numbers that describe each run for the model: its letters, its words, its element and those around it, its place.

Nothing here is tied to a site or a language: markup counts by what tags mean and by common names in class and id, text
by length, links, punctuation and words. All runs of a page are described at once, column by column. Runs that are plainly a
menu's or a link list's get no row.

arrays        runs and boxes as arrays, and what each box holds
letters       classes of letters, counted
wording       words as numbers, for learned weights
words         lexicons, dates, what the markup says the text is
markup        the element and those around it
markup_names  learned weights of the names in the markup
place         on the page, to the headline, to running text, to the neighbours
"""
