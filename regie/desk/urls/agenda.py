"""The addresses of what is agreed with him."""

from django.urls import path

from regie.desk.urls.plan import told
from regie.desk.views import appointments
from regie.desk.views.appointments import APPOINTMENT

of_his_agenda = [
    path("jongeren/<uuid:person_ref>/agenda/", appointments.agenda, name="appointments"),
    *told("agenda", APPOINTMENT),
    path("agenda/<uuid:appointment_ref>/", appointments.appointment, name="appointment"),
    path("agenda/<uuid:appointment_ref>/bericht/", appointments.send, name="send_appointment"),
    path(
        "agenda/<uuid:appointment_ref>/hoe-het-ging/intrekking/",
        appointments.take_back,
        name="withdraw_appointmentoutcome",
    ),
]
