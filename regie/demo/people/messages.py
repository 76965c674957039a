"""Messages that came in today, and that nobody looked at yet."""

START = """Betreft: begin detentie

Achternaam: Bos
Voornaam: Mick
Geboortedatum: 09-08-2004
Woonplaats: Geleen
Inrichting: PI Sittard
Titel: voorlopige hechtenis

Hij heeft een hond thuis. Wie zorgt daarvoor?
"""
LIST = """Achternaam;Voornaam;Geboortedatum;Woonplaats;Inrichting
Peters;Henk;12-03-1971;Geleen;PI Roermond
van Rijn;Sofie;30-11-2000;Sittard;PI Ter Peel
Hendriks;Twan;05-06-1988;Beek;PI Sittard
Dirks;Mo;te veel;kolommen;hier;in deze regel
"""

MESSAGES = (START, LIST)
