"""Whom to call in the demo: invented organisations and people, in the list that somebody kept in a spreadsheet."""

LIST = """naam;soort;rol;organisatie;inrichting;telefoon;e-mail;plaats;wijk;nagekeken op;noodadres
Kredietbank De Brug;kredietbank;;;;;info@debrug.example;Sittard;Centrum;{lately}
Woningstichting Thuis aan de Geleenbeek;woningcorporatie;;;;;verhuur@thuis.example;Geleen;Lindenheuvel;{lately}
Woningstichting Thuis a/d Geleenbeek;woningcorporatie;;;;;;Geleen;;
Reclassering Zuid (verzonnen);reclassering;;;;;aanmelden@reclassering.example;Maastricht;;{long_ago}
Team Meedoen;gemeente-afdeling;;;;;meedoen@gemeente.example;Sittard;;{lately}
Werkplaats De Steiger;werkgever;;;;;baas@steiger.example;Born;;
ROC Het Vervolg;onderwijs;;;;;loket@vervolg.example;Sittard;Stadbroek;{long_ago}
Politie;politie;;;;0900 8844;;Sittard;;{lately};altijd
113 Zelfmoordpreventie;GGZ;;;;0800 0113;;;;{lately};dag en nacht
Loes Pijpers;;schuldhulpverlener;Kredietbank De Brug;;;loes@debrug.example;;;{lately}
Ruud Wetzels;;reclasseringswerker;Reclassering Zuid (verzonnen);;;ruud@reclassering.example;;;{long_ago}
Anouk Smeets;;casemanager;;PI Sittard;;anouk@pi.example;;;{lately}
Mo Haddad;;jobcoach;Team Meedoen;;;mo@gemeente.example;;Stadbroek;{lately}
Joep Limpens;;woonconsulent;Woningstichting Thuis aan de Geleenbeek;;;joep@thuis.example;;Lindenheuvel;
"""
DOUBTED, WORDS = "Ruud Wetzels", "Hij werkt daar niet meer."
