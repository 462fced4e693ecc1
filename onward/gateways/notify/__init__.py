"""GOV.UK Notify: emails, texts and letters. `service` says what we ask of it, `client` asks it, `fake`
answers in its place."""
