"""What a server keeps for as long as it lives."""

import gc

# After so many things made since it looked last the collector looks again. Python does so after 700, which is right
# for a small program: a page about hundreds of people holds a hundred thousand at once, none of them garbage yet.
LOOKS_AFTER = 200_000


def keep_what_is_loaded() -> None:
    """Takes what was loaded out of the sight of the collector of garbage.

    A page about hundreds of people makes so many rows that Python looks through all it knows, several times: a quarter
    of a coordinator's Vandaag went to looking at our own code. That is never garbage; what a page makes still is.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(LOOKS_AFTER)
