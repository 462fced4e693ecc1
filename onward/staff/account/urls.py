"""Every address of signing in. The names without a room are the library's: it looks its pages up by them.

Nothing else of the library is served: no signing up, no password by email, no connecting of other identities.
"""

from django.urls import path

from onward.staff import signing_in
from onward.staff.account import changing, pages

urlpatterns = [
    path("sign-in/", signing_in.SignIn.as_view(), name="account_login"),
    path("sign-in/code/", signing_in.SecondFactor.as_view(), name="mfa_authenticate"),
    path("sign-out/", signing_in.SignOut.as_view(), name="account_logout"),
    path("account/", pages.account, name="mfa_index"),
    path("account/password/", changing.ChangePassword.as_view(), name="account_change_password"),
    path("account/password/again/", changing.PasswordAgain.as_view(), name="account_reauthenticate"),
    path("account/app/", changing.SetUpApp.as_view(), name="mfa_activate_totp"),
    path("account/app/again/", changing.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path("account/app/remove/", changing.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("account/passkeys/", changing.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("account/passkeys/again/", changing.PasskeyAgain.as_view(), name="mfa_reauthenticate_webauthn"),
    path("account/passkeys/<int:pk>/remove/", changing.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path("account/codes/", changing.Codes.as_view(), name="mfa_view_recovery_codes"),
    path("account/codes/new/", changing.NewCodes.as_view(), name="mfa_generate_recovery_codes"),
]
