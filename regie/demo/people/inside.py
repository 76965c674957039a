"""Who is inside: before a judge spoke, sentenced, and back again."""

from regie.demo.cast import NOOR, SEM
from regie.demo.courses import back, held_again, nearly_out, pretrial, sentenced
from regie.demo.roads import YoungPerson

ELS, TOM = "Casemanager PI Sittard, Els Janssen", "Reclassering, Tom Peeters"

INSIDE = (
    YoungPerson("Youssef", "Benali", "2004-09-12", NOOR, pretrial(31, "PI Sittard", by=ELS, told="Zijn vader mag niet bellen."), "999990020"),
    YoungPerson("Luuk", "Pijpers", "2006-03-03", NOOR, pretrial(12, "PI Roermond", by=TOM, contacts=2)),
    YoungPerson("Amira", "Haddad", "2005-12-24", NOOR, pretrial(48, "PI Ter Peel", by=ELS, told="Moeder van een zoontje van twee.", contacts=6)),
    YoungPerson("Emre", "Yıldız", "2001-05-19", SEM, pretrial(66, "PI Sittard", by=ELS, contacts=7), "999990032"),
    YoungPerson("Jordy", "Crutzen", "2003-07-28", SEM, pretrial(19, "PI Roermond", by=TOM, contacts=3)),
    YoungPerson("Ruben", "Lemmens", "2002-10-10", NOOR, sentenced(140, 110, "PI Sittard", moved="PI Roermond", by=ELS, contacts=16), "999990044"),
    YoungPerson("Pjotr", "Wójcik", "2000-01-15", NOOR, nearly_out(260, "PI Roermond", moved="PI Sittard", by=TOM, told="Spreekt Pools en een beetje Nederlands.", contacts=24)),
    YoungPerson("Naïm", "Aksoy", "2004-04-01", SEM, sentenced(200, 5, "PI Sittard", moved="PI Grave", by=ELS, contacts=20), "999990056"),
    YoungPerson("Sven", "Hoenen", "2001-11-11", SEM, sentenced(330, 200, "PI Grave", moved="PI Vught", by=TOM, contacts=26)),
    YoungPerson("Gino", "Sanches", "2003-02-17", SEM, sentenced(95, 40, "PI Sittard", moved="PI Roermond", by=ELS, contacts=9)),
    YoungPerson("Tarik", "Bouzid", "2002-08-30", NOOR, back(520, 380, 25, "PI Sittard", moved="PI Roermond", by=ELS, told="Wil weg bij zijn oude vrienden.", contacts=44), "999990068"),
    YoungPerson("Wesley", "Notermans", "2003-07-19", NOOR, held_again(300, 130, "PI Sittard", moved="PI Roermond", by=TOM)),
    YoungPerson("Kyan", "Vliegen", "2000-12-05", SEM, back(610, 450, 60, "PI Roermond", moved="PI Sittard", by=TOM, contacts=40)),
)  # fmt: skip
