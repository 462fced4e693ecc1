"""Forms as FHIR R4 Questionnaires: what is asked, what applies, what is valid, what comes next.

Pure: definitions and answers come in, decisions go out. Who asks (a page, a telephone, paper) makes no difference.
"""
