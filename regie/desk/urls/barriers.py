"""The addresses of what stands in his way."""

from django.urls import path

from regie.desk.urls.plan import changed
from regie.desk.views import barriers
from regie.desk.views.barriers import ATTEMPT, BARRIER, END

in_his_way = [
    path("jongeren/<uuid:person_ref>/barrieres/", barriers.barriers, name="barriers"),
    path("jongeren/<uuid:person_ref>/barrieres/nieuw/", barriers.tell, name="tell_barrier"),
    path("barrieres/<uuid:barrier_ref>/", barriers.barrier, name="barrier"),
    path(
        "barrieres/<uuid:barrier_ref>/pogingen/nieuw/",
        barriers.tell_of,
        {"noun": ATTEMPT},
        name="tell_barrierattempt",
    ),
    path(
        "barrieres/<uuid:barrier_ref>/afloop/nieuw/", barriers.tell_of, {"noun": END}, name="tell_barrierend"
    ),
    *changed("barrieres", BARRIER),
    *changed("barriere-pogingen", ATTEMPT),
    *changed("barriere-afloop", END),
]
