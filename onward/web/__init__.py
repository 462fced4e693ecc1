"""The kit that pages are made of: templates and components, question pages, charts, who may open what."""
