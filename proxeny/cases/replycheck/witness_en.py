"""What speaks for and against a return in English: words without endings (after “e:”) and pairs of them.

In hundredths of a logit. Reckoned, not written; see `witness`.
"""

EN_WEIGHTS = """
160 e:what
154 e:suggestion
139 e:support
136 e:please
112 e:tri
109 e:ask e:how e:manual
106 e:and_your e:it_goes
99 e:if_it
96 e:most
94 e:come
93 e:guide
91 e:future e:it_in
90 e:idea e:issue
89 #always
88 e:it_up
86 e:describ e:really
85 e:question
82 e:product
80 e:raise e:so
77 e:load e:reproduce
75 e:for_me
74 e:api e:else e:you'd
72 e:wouldn't
70 e:app
69 e:reach
67 e:can't e:may e:system
64 e:for_your e:nobody e:only e:thank_for e:this e:you_need
61 e:been e:platform
59 e:noth
58 e:in_the
54 e:developer e:model e:read_the
53 e:it's_a e:that_is
51 e:have_to e:plann e:that
50 e:below e:that' e:the_number
48 e:can_do e:carry e:check e:everyth e:field e:unfortunately
45 e:are_you e:help e:isn't e:it_on e:single e:someth e:work
43 e:tim
42 e:design e:how_the
38 e:people e:the_limit e:there_is e:to_be e:up e:us_to
37 e:don't e:follow
35 ? e:wait e:would
34 e:dear
32 e:expect e:is_the e:see e:there'
30 e:are e:department
29 e:have e:is e:ledger e:nine e:request e:stopp e:you_would
26 e:at_this e:invoic e:more e:pass e:past e:sorry e:take e:the_product
24 e:must
22 e:feature e:great e:management e:not e:of_the e:technical
21 e:clos e:had e:hear e:i_have
19 e:can't_be e:slow e:two_year e:user e:we've e:what_the e:without
18 e:runs
16 e:just e:out e:ticket e:we_are
14 e:desk e:for e:know e:use_it
13 e:admin e:anyth e:customer e:deal e:forward e:look e:of e:team e:the_engineer e:their
11 e:sort
10 e:and_see e:but e:cannot e:edition e:other
8 e:like e:step
6 e:data e:is_at e:software e:the_case e:the_field e:to_the e:we're e:when_you
5 e:of_this e:open
3 e:about e:back_to e:from_the e:to_us e:your
2 e:for_the e:whether
-2 e:did e:empty e:name e:second e:side
-3 e:aren't e:channel e:code e:export e:live e:month' e:of_us e:put e:so_far e:together e:warranty
-5 e:due e:inspection e:shar e:the_end e:too
-6 e:clear e:it e:once e:outage e:swap e:today
-8 e:down e:expir e:fail e:ready e:the_new
-10 e:about_the e:batch e:here' e:in_your e:it's e:let'
-11 e:button e:gateway e:with
-13 e:book e:count e:even e:four e:get e:i'll e:next e:port e:repair e:to e:way
-14 e:is_with e:same e:short
-16 e:let_me e:share e:three_days e:we e:we_can e:we_will e:would_be e:you'll
-18 e:a_day e:against e:the_tax e:you
-19 e:agent e:chang_the e:i'm e:off e:over e:set e:the_same e:wrong
-21 e:forgot
-22 e:can e:keep_the e:link e:order e:part e:proces e:release e:to_a e:within
-24 e:and_it e:date e:day e:dur e:won't
-26 e:bulk e:but_the e:invoice e:pay e:refresh e:send e:zone
-27 e:done e:who
-29 e:get_the e:it_for e:new e:no_charge e:no_need e:result e:script e:tuesday e:was e:written
-30 e:does_it e:screen e:trail
-32 e:gets e:gone e:miss e:seat e:six e:the_list e:then
-34 e:up_for
-35 e:are_in e:extra e:from e:import
-37 e:price
-38 e:com e:it_was e:print e:service e:the_wrong e:three e:tonight e:went
-40 e:here e:if_you e:minut e:text
-42 e:call e:early e:give e:got e:th e:thursday e:will
-43 e:mov e:on_it e:payment e:penalty e:sample
-45 e:afternoon e:on e:switch e:until e:visit e:wednesday e:word
-46 e:back e:fix e:pull e:ten
-48 e:a e:cable e:contract e:good e:soon e:they e:whole
-50 e:december e:log
-51 e:for_you e:run
-54 e:add e:and e:first e:loss e:time
-56 e:guarantee e:includ e:last
-58 e:account_manager e:night e:sal e:the e:which
-59 e:renewal
-61 e:file e:my e:per
-64 e:hour e:in e:morn e:on_us e:the_second e:year
-67 e:refund e:you're
-70 e:again e:friday
-72 e:me e:we'll
-74 e:monday
-77 e:because e:happy e:one
-78 e:lost
-80 e:as_a e:left e:rest
-83 e:upgrade e:weekend
-85 e:have_the e:list
-86 e:for_this
-88 e:before e:thank
-90 e:accept e:both e:charge e:didn't e:ok
-91 e:could
-96 e:or e:through
-99 e:its
-102 e:now e:two e:under
-107 e:free
-115 e:tomorrow
-118 e:go
-122 e:attach e:days e:fee e:i e:yet
-123 e:by
-131 #path
-133 e:is_on
-134 e:test e:yes
-157 #number
-162 e:i've
-163 e:month
"""
