"""The words of the reply check in English that more than one kind needs, by concept. `words` tells how they are written."""

from proxeny.cases.replycheck.words import Lexicon

PEOPLE = {
    "us": "we I we've I've we're I'm we'll I'll we'd I'd us our my",
    "you": "you your you're you've",
    "role": """
        engineers? team colleagues? consultants? technicians? staff developers?
        sales(?:_(?:guy|rep|man|colleague|person))? support DBAs? vendor contractors? supplier
        integrator provider partner admin(?:istrator)?s? accountants? clerks? cashiers? warehouse
        finance HR (?-i:IT)_?(?:people|department|team)? people managers? department specialist operators?
        users? employees? rep guy agents? operations ops product engineering agency nurses?
        electricians? plumbers? drivers buyers? planners? teachers? owners? supervisors? officers?
        workers? accounts (?-i:IT) \\w{1,12}(?:man|men|ist|ists|staff|desk|crew|people) receptionist
        purchasing reception
    """,
    "third": """
        the_(?:bank|carrier|vendor|supplier|manufacturer|provider|courier|customer)
        your_(?:bank|carrier|supplier) Microsoft Google Oracle they their he she
    """,
}
STANCE = {
    "not": r"""
        \w{2,6}n't not never no_one nobody cannot without unable_to no no_longer nothing too_early
        hard_to rather_not refuse_to neither nor
    """,
    "will": "will [a-z]+'ll shall (?:am|are|is)_going_to going_to are_putting",
    "hedge": "aim~ expect~ hope~ plan~ should try~ intend~ with_luck target~ likely",
    "in_past": """
        yesterday last_(?:week|month|year|quarter|time|\\w+day) was were had ago has_been have_been
        did previously earlier announced promised agreed went already
    """,
}
WORK = {
    "deliver": """
        fix~ send~ deliver~ ship~ release~ restore~ resolve~ complete~ finish~ provide~ answer~
        report~ call~ ring~ visit~ come~ arrive~ install~ replace~ switch~ move~ migrate~ roll~
        go(?:es|ing)? get(?:s|ting)? have be(?=\\W*$) done ready live available give~ hand~ publish~
        build~ sorted? confirm~ tell~ update~ recover~ add~ put(?:ting)? start~ land~ do work~
        support~ look~ run~ write~ expect~ hear receive~ contact~ reply~ replies deploy~ back swap~ cut_over push~
        settle~ prepare~ upgrade~ fit~ bring~ there issued? reach~ leave~ contain~ patch~ raise~
        book~ join~ close~ follow~ verdict plans? out with_you issued? bill invoice
    """,
    "did": """
        filled filed logged(?!_in) built wrote made drew opened created sent took raised set moved
        named put attached ran traced pulled collected prepared drafted recorded reset restarted
        rolled corrected added found gave handed passed forwarded booked arranged counted captured
        reproduced exported mapped measured marked posted shared copied saved kept left warmed
        restored reconciled fixed replaced escalated registered assigned invited joined scheduled
        queued merged patched cleared secured changed updated enabled unlocked swapped tried got
        went_through increased switched exported
    """,
    "make": """
        send fix look trace check build write open run call test bring take prepare add correct
        dispatch sort note rerun compare draw set_up fill help join walk read install configure
        go_through dig pull reproduce raise arrange book move switch put do show record stay follow
        chase escalate copy give lock tell restart file keep watch come dictate hand pass recount
        start
    """,
}
THINGS = {
    "money": r"""
        [$€£]\s?\d[\d,.]*k? \d[\d,.]*k?_?(?:EUR|USD|GBP|dollars?|euros?|pounds?|cents?|grand|quid|bucks)
        (?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|thousand)_(?:EUR|USD|dollars?|euros?|pounds?|cents?|grand|quid|bucks)
    """,
    "number": r"\d+ a an another one two three four five six ten twelve some",
}

EN = Lexicon("en", PEOPLE | STANCE | WORK | THINGS)
