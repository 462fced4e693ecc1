"""Addresses as the standard has them; those of one thing are the list's and its id."""

from django.urls import path

from onward.api.oruk import views

app_name = "oruk"
urlpatterns = [
    path("", views.about, name="about"),
    path("services", views.services, name="services"),
    path("services/<str:number>", views.service, name="service"),
    path("service_at_locations", views.service_at_locations, name="service-at-locations"),
    path("service_at_locations/<str:number>", views.service_at_location, name="service-at-location"),
    path("taxonomies", views.taxonomies, name="taxonomies"),
    path("taxonomies/<str:number>", views.taxonomy, name="taxonomy"),
    path("taxonomy_terms", views.taxonomy_terms, name="taxonomy-terms"),
    path("taxonomy_terms/<str:number>", views.taxonomy_term, name="taxonomy-term"),
    path("organizations", views.organizations, name="organizations"),
    path("organizations/<str:number>", views.organization, name="organization"),
]
