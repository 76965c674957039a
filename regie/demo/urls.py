"""How to sign in to the demo."""

from django.urls import path

from regie.demo.views.how import how

app_name = "demo"
urlpatterns = [path("", how, name="how")]
