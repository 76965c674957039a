"""The young people of the second municipality."""

from regie.demo.cast import BAS, CHANTAL
from regie.demo.courses import back, out, pretrial, sentenced, twice
from regie.demo.roads import Inside, Road, YoungPerson

ELS, TOM = "Casemanager PI Sittard, Els Janssen", "Reclassering, Tom Peeters"

HEERLEN = (
    YoungPerson("Ayoub", "Zerrouk", "2004-11-08", BAS, pretrial(27, "PI Sittard", by=ELS), "999990135"),
    YoungPerson("Roy", "Gerards", "2002-04-25", BAS, sentenced(170, 60, "PI Roermond", moved="PI Sittard", by=TOM, contacts=18)),
    YoungPerson("Selin", "Kaya", "2003-09-09", BAS, out(250, 95, "PI Ter Peel", moved="PI Sittard", by=ELS, contacts=24)),
    YoungPerson("Mike", "Snijders", "2000-10-03", CHANTAL, out(390, 260, "PI Sittard", moved="PI Grave", by=TOM, contacts=30)),
    YoungPerson("Hamza", "Said", "2001-12-19", CHANTAL, back(450, 300, 41, "PI Roermond", moved="PI Sittard", by=ELS, contacts=30), "999990147"),
    YoungPerson("Joost", "Ploum", "2000-05-27", CHANTAL, twice(740, 590, 400, 280, by=TOM)),
    YoungPerson("Lisa", "Beckers", "2005-02-06", CHANTAL, Road(3, ELS, stays=(Inside(4, "PI Ter Peel"),))),
)  # fmt: skip
