"""One renderer: a questionnaire as pages for anyone, as one page for a worker, on paper, and for reading."""
