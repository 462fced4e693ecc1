"""The addresses below `/api/fhir/r4/`."""

from django.urls import path, re_path

from onward.api.fhir import capability, doors, questionnaires, responses

app_name = "fhir"
urlpatterns = [
    path("metadata", capability.served, name="metadata"),
    path("Questionnaire", questionnaires.type_level, name="questionnaires"),
    path("Questionnaire/_search", questionnaires.searched, name="questionnaires-search"),
    path("Questionnaire/$validate", questionnaires.checked, name="questionnaire-validate"),
    path("Questionnaire/<str:form_id>", questionnaires.instance, name="questionnaire"),
    path(
        "Questionnaire/<str:form_id>/_history/<str:version_id>",
        questionnaires.version,
        name="questionnaire-version",
    ),
    path("QuestionnaireResponse", responses.type_level, name="responses"),
    path("QuestionnaireResponse/_search", responses.searched, name="responses-search"),
    path("QuestionnaireResponse/$validate", responses.checked, name="response-validate"),
    path("QuestionnaireResponse/<str:response_id>", responses.instance, name="response"),
    re_path(r"^[\s\S]*$", doors.unknown, name="unknown"),  # also what has a line break in it
]
