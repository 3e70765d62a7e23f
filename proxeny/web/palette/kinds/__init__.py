"""The kinds of objects that the palette finds: one file each, and one line here, in the order in which they are shown."""

from proxeny.web.palette.found import Kind
from proxeny.web.palette.kinds.accounts import ACCOUNTS
from proxeny.web.palette.kinds.articles import ARTICLES
from proxeny.web.palette.kinds.cases import CASES
from proxeny.web.palette.kinds.contacts import CONTACTS
from proxeny.web.palette.kinds.demand import DEFECTS, REQUESTS
from proxeny.web.palette.kinds.people import PEOPLE
from proxeny.web.palette.kinds.promises import PROMISES

KINDS: list[Kind] = [ACCOUNTS, CASES, CONTACTS, PEOPLE, PROMISES, REQUESTS, DEFECTS, ARTICLES]
