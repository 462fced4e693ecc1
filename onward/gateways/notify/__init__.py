"""GOV.UK Notify: emails and texts. `service` says what we ask of it, `client` asks it, `fake` answers in its place."""
