"""Dutch words that stand in every text, so that nobody finds anything by them.

From the list of Snowball, without what is a name as well: *Ben*, *Wil*, *Bas*.
"""

STOP_WORDS = frozenset(
    """
    aan al alles als altijd andere bij daar dan dat de der deze die dit doch doen door dus een eens en er ge geen
    geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen maar me meer
    men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch toen tot u
    uit uw van veel voor want waren was wat we werd wezen wie wij wordt worden zal ze zelf zich zij zijn zo zonder zou
    """.split()
)
