"""What the server runs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward.config.settings.production")
application = get_wsgi_application()

from onward.config.start import tell_of_forms  # noqa: E402 (settings come first)

tell_of_forms()
