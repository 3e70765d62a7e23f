"""`proxeny user`: add colleagues from the command line."""

import click
from django.core.exceptions import ValidationError

from proxeny.cli.common import json_option, people, print_json, print_table
from proxeny.core.actors import Actor
from proxeny.identity import adding
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role


@click.group("user")
def command() -> None:
    """Add and list colleagues."""


@command.command("add")
@click.argument("username")
@click.option("--name", help="How the person is called; the sign-in name otherwise.")
@click.option("--email", default="")
@click.option(
    "--role", "roles", multiple=True, required=True, type=click.Choice([role.value for role in Role])
)
@click.option("--language", type=click.Choice(["zh-hans", "en"]), default="zh-hans")
@click.password_option(help="Asked for when it is not given.")
@json_option
def add(
    username: str,
    name: str | None,
    email: str,
    roles: tuple[str, ...],
    language: str,
    password: str,
    as_json: bool,
) -> None:
    """Add a colleague who can sign in with USERNAME."""
    try:
        staff = adding.add_staff(
            username,
            name or username,
            by=Actor.system("cli"),
            email=email,
            password=password,
            roles=[Role(role) for role in roles],
            language=language,
        )
    except ValidationError as error:
        raise click.UsageError("; ".join(error.messages)) from error
    if as_json:
        print_json({"user": staff.username, "name": staff.name, "roles": sorted(staff.roles)})
    else:
        people.print(f"{staff.name} ({staff.username}): {', '.join(sorted(staff.roles))}")


@command.command("list")
@json_option
def listing(as_json: bool) -> None:
    """List all colleagues."""
    everyone = [(one.username, one.name, sorted(one.roles), one.is_active) for one in Staff.objects.all()]
    if as_json:
        print_json([dict(zip(("user", "name", "roles", "active"), one, strict=True)) for one in everyone])
    else:
        print_table(
            "", ["sign-in", "name", "roles", "active"], [(u, n, ", ".join(r), a) for u, n, r, a in everyone]
        )
