"""Words that are also a name, or that say nothing of him: with these a refusal would teach officers to look away.

The lists are our own choice, te verifiëren.
"""

from regie.contacts.rules import STOP_WORDS
from regie.persons.rules import PARTICLES

# Names that are words as well: they count when they are written with a capital.
ALSO_A_WORD = STOP_WORDS | frozenset(
    """
    aard aarde abel amber april augustus baas bak bakker bas beek beer ben berg bergen bloem boer bom bont
    boom bos bosch bout braak brand breed brink broek bron bruin brug burg buis dag dam dekker dijk dom donker
    duin eb eik engel even faber fleur floor fris geel geer geluk goed graaf groen groot haag haan haas hak
    ham hart heer hek heuvel hoek hof hond hoop horst huis iris jas jet jong jopie kamp kap keizer kerk keuken
    kind klein klos knoop koe kok koning koop kort kramer kroon kruis kuiper laan lam land lang leeuw licht
    linde loop maas man mark mars mast meer meester mei mens merel meter min mol molen mooi mulder muis nacht
    noord oord oost oud peer pen pijl pijper plas pol pomp pool pop post pot prins punt raaf ram rank reen
    rein reus rijk ring rol roos rood rooi rust schaap schipper schouten sleutel slot smid smit snel snip
    snoek spijker staal stam ster sterk steen stok storm stout straat tak tas timmer timmerman tol top tuin
    ton trap tromp vaart veen veer veld velden ven vinger visser vlieger vogel vos vrede vries vriend vrij
    vroom water weg wees west wijn wil winter wit wolf wolk wout zand zee zomer zon zoon zwaan zwart zuid
    """.split()
)

# Never a short form of a name, and no name of somebody around him.
NOBODY = (
    STOP_WORDS
    | PARTICLES
    | frozenset(
        """
    aangezien af alleen beide bent bijna binnen buiten deel den denk dichtbij dol dood ene enkel geef geen gemeente
    hele help hoor iedereen jaren januari februari maart april mei juni juli augustus september oktober november
    december jou jullie kom kort laat lees maak maandag dinsdag woensdag donderdag vrijdag zaterdag zondag meld mis
    moeten nee neem niemand nodig noem per roep ruim samen sinds soms staat stel steeds stuur tijd tijdens twee drie
    vier vijf vijftig vraag vanaf vaak wacht wees werk wet will wonen zeg ziet zoals zoek zodra zorg
    """.split()
    )
)

# Who somebody is to him, and how people are addressed: said of thousands.
TIES = frozenset(
    """
    vader moeder ouder ouders pa ma papa mama pap mam stiefvader stiefmoeder pleegvader pleegmoeder pleegouder oma opa
    grootmoeder grootvader broer broers broertje zus zussen zusje halfbroer halfzus tante oom neef nicht neefje nichtje
    familie gezin vriend vriendin vrienden vriendje partner ex vrouw man dochter zoon kind kinderen buur buurman
    buurvrouw buren collega baas chef coach trainer mentor docent leraar juf meester begeleider voogd imam dominee
    pastoor huisgenoot kennis oppas schoonmoeder schoonvader schoonzus zwager mijn beste eigen oude meneer mevrouw dhr
    mw mevr mr heer casemanager wijkagent agent advocaat dokter huisarts jongere jongen nummer boven beneden
    """.split()
)

# What a place or an institution is, not which one.
SOME_PLACE = frozenset(
    """
    thuis bij huis school werk kantoor gemeente gemeentehuis stadhuis bibliotheek buurthuis wijkcentrum sportschool
    centrum locatie afdeling penitentiaire inrichting justitieel justitiele complex bewaring jeugdinrichting gevangenis
    kliniek stichting slaapt overnacht straat station winkel opvang nachtopvang nederland europa
    """.split()
)

# Capitals that stand for something else than for a name.
ABBREVIATIONS = frozenset(
    """
    ad ag ap az bbl bbz bol brp bsn bv bw cak cao cbr coa cv cjib db di djb dji duo ebi ed eu fb ggd ggz gi gz hbo hr
    iban ibt ic ict id ida in ind isd jb ji jjg jji jo jpp jr kb kvk lvb mbo mdt mo ms mt nl no nv ob oc om op or ov pi
    pij po pps pr ps pv pvb pw re ri rio ro rsj rv sb8 sd ser svb tbs tr tul tz uwv vb vi vng vo voa vog vso wa wb wi
    wia wlz wmo wo ww wwb zg zvh zzp
    """.split()
)
WITH_DOTS = frozenset(
    """
    ad bv ca cq dd dmv dwz ea ed eea evt hj id ie ivm jl mbt mbv mn mv nav nl nr nv oa oid om ov sv tav tbv tgv tm tov
    tw vd vh zg zoz zsm
    """.split()
)
