"""Who was referred: not weighed yet, waiting, asked for an exception, or sent to regular aftercare."""

from regie.demo.cast import NOOR, SEM
from regie.demo.roads import Deferred, Exempted, Inside, Redirected, Road, YoungPerson

ELS, JPP = "Casemanager PI Sittard, Els Janssen", "Jeugd Preventie Platform"

REFERRED = (
    YoungPerson("Denzel", "Martis", "2005-08-15", NOOR, Road(5, ELS, "Slaapt slecht en eet weinig.", stays=(Inside(6, "PI Sittard"),))),
    YoungPerson("Fleur", "Habets", "2003-05-02", NOOR, Road(8, JPP, weighed=6)),
    YoungPerson("Nick", "Schreurs", "2002-02-20", SEM, Road(13, ELS, weighed=11, deferred=Deferred(10, -20, "We wachten op de screening door de PI."), stays=(Inside(15, "PI Roermond"),))),
    YoungPerson("Zakaria", "Amrouni", "1998-02-11", NOOR, Road(7, ELS, "Net te oud, maar alles speelt nog.", weighed=5, exempted=Exempted(4, "age", "Hij werd 28 in de week van zijn aanhouding.", answered=False))),
    YoungPerson("Tess", "Wetzels", "2004-01-31", SEM, Road(40, JPP, redirected=Redirected(36, "Een goede band met haar ouders en een baan. De nazorg is genoeg."))),
    YoungPerson("Bram", "Collaris", "2001-06-16", NOOR, Road(75, ELS, redirected=Redirected(70, "Verhuisd naar zijn broer in Venlo. De nazorg daar neemt het over."))),
)  # fmt: skip
