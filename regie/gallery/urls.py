"""The address of the gallery."""

from django.urls import path

from regie.gallery.views.gallery import gallery

app_name = "gallery"
urlpatterns = [path("", gallery, name="gallery")]
