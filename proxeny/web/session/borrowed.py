"""Words of the sign-in library said otherwise here; its forms look into our catalogue first."""

from django.utils.translation import ngettext_lazy

from proxeny.core.sentences import N_

WORDS = (
    N_("Password"),
    N_("Password (again)"),
    N_("Remember Me"),
    N_("Forgot your password?"),
    N_("Authenticator code"),
    N_("Code"),
    N_("Current Password"),
    N_("New Password"),
    N_("New Password (again)"),
    N_("Email address"),
    N_("Email"),
    N_("The username and/or password you specified are not correct."),
    N_("The email address and/or password you specified are not correct."),
    N_("Too many failed login attempts. Try again later."),
    N_("Incorrect code."),
    N_("Incorrect password."),
    N_("Invalid login."),
    N_("Please type your current password."),
    N_("You must type the same password each time."),
    N_("Be patient, you are sending too many requests."),
    N_("This field is required."),
    N_("This password is too common."),
    N_("The password is too similar to the %(verbose_name)s."),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
        10,
    ),
)
