"""What a partner promises before he sees anybody; our own words (te verifiëren), a new version is asked anew."""

VERSION = 1
CONDUCT = (
    "Ik kijk alleen bij jongeren met wie ik nu werk.",
    "Ik gebruik wat ik lees alleen om deze jongere te helpen.",
    "Ik geef niets door aan anderen. Ook niet binnen mijn eigen organisatie.",
    "Ik maak geen foto's van het scherm en bewaar geen kopie.",
    "Mijn account is van mij alleen. Ik geef mijn wachtwoord en mijn code aan niemand.",
    "Werk ik ergens anders, of help ik de jongere niet meer? Dan meld ik dat bij de gemeente.",
    "Gaat er iets mis met gegevens? Dan bel ik de gemeente dezelfde dag.",
    "Ik weet dat Regie bijhoudt wat ik lees, en dat de jongere mag weten dat ik keek.",
)
