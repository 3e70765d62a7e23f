"""Routes of what ties cases together, and people to cases."""

from django.urls import URLPattern, URLResolver, path

from proxeny.web.cases.ties import confide, hands, merge, relate, sleep, split, watch

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:number>/hands/", hands.give, name="case-hands"),
    path("hands/<int:sequence>/withdrawal/", hands.take_back, name="case-hands-withdrawal"),
    path("<int:number>/snooze/", sleep.snooze, name="case-snooze"),
    path("<int:number>/snooze/withdrawal/", sleep.take_back, name="case-snooze-withdrawal"),
    path("<int:number>/waking/", sleep.wake, name="case-waking"),
    path("<int:number>/waking/withdrawal/", sleep.sleep_on, name="case-waking-withdrawal"),
    path("<int:number>/watch/", watch.watch, name="case-watch"),
    path("<int:number>/watch/withdrawal/", watch.unwatch, name="case-watch-withdrawal"),
    path("<int:number>/merge/", merge.merge, name="case-merge"),
    path("<int:number>/merge/withdrawal/", merge.take_back, name="case-merge-withdrawal"),
    path("<int:number>/split/", split.split, name="case-split"),
    path("<int:number>/split/withdrawal/", split.take_back, name="case-split-withdrawal"),
    path("<int:number>/relations/", relate.relate, name="case-relation"),
    path(
        "<int:number>/relations/<int:sequence>/withdrawal/", relate.unrelate, name="case-relation-withdrawal"
    ),
    path("<int:number>/relations/<int:sequence>/", relate.relate_again, name="case-relation-again"),
    path("<int:number>/parent/", relate.put_under, name="case-parent"),
    path("<int:number>/parent/<int:sequence>/", relate.set_parent, name="case-parent-set"),
    path("<int:number>/confidence/", confide.confide, name="case-confidence"),
    path("<int:number>/confidence/withdrawal/", confide.open_again, name="case-confidence-withdrawal"),
]
