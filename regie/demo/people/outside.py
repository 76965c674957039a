"""Who is out: this week, this year, and those who are nearly done."""

from regie.demo.cast import NOOR, SEM
from regie.demo.courses import just_out, lost, out, twice
from regie.demo.roads import YoungPerson

ELS, TOM, ZVH = "Casemanager PI Sittard, Els Janssen", "Reclassering, Tom Peeters", "Zorg- en Veiligheidshuis"

OUTSIDE = (
    YoungPerson("Ilias", "Chaouki", "2003-06-06", NOOR, just_out(150, "PI Sittard", moved="PI Roermond", by=ELS, told="Zijn tante heeft een bank voor de eerste nacht."), "999990081"),
    YoungPerson("Melvin", "Janssen", "2004-10-22", SEM, out(88, 6, "PI Roermond", moved="PI Sittard", by=TOM, contacts=11)),
    YoungPerson("Jerrel", "Martina", "2002-05-30", NOOR, lost(200, 60, "PI Sittard", moved="PI Roermond", by=TOM)),
    YoungPerson("Dana", "Kowalska", "2002-01-09", NOOR, out(210, 45, "PI Ter Peel", moved="PI Sittard", by=ELS, contacts=24)),
    YoungPerson("Björn", "Erkens", "2001-04-14", SEM, out(300, 120, "PI Sittard", moved="PI Grave", by=ZVH, contacts=30), "999990093"),
    YoungPerson("Abdel", "el Amrani", "2003-03-21", NOOR, out(410, 230, "PI Roermond", moved="PI Sittard", by=TOM, told="Kan goed koken.", contacts=36)),
    YoungPerson("Mohamed", "El Amrani", "2001-09-27", NOOR, out(365, 280, "PI Sittard", moved="PI Roermond", by=ELS, contacts=32)),
    YoungPerson("Stan", "van den Broek", "2002-12-12", SEM, out(480, 350, "PI Sittard", moved="PI Vught", by=ZVH, contacts=38)),
    YoungPerson("Rachel", "Dassen", "2000-07-07", NOOR, twice(735, 560, 300, 190, by=ELS, told="Wil kapster worden."), "999990111"),
    YoungPerson("Osman", "Demir", "2000-03-30", SEM, twice(760, 610, 420, 270, by=TOM), "999990123"),
)  # fmt: skip
