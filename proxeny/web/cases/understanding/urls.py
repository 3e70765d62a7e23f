"""Routes of this part."""

from django.urls import URLPattern, URLResolver, path

from proxeny.web.cases.understanding import (
    briefs,
    classification,
    framing,
    matter,
    priority,
    satisfactions,
    two_views,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:number>/fields/<slug:name>/", matter.field, name="case-field"),
    path(
        "<int:number>/fields/changes/<int:sequence>/withdrawal/",
        matter.take_back,
        name="case-change-withdrawal",
    ),
    path("<int:number>/framing/<slug:name>/", framing.field, name="case-framing"),
    path("<int:number>/framing/<slug:name>/newcomer/", framing.newcomer, name="case-newcomer"),
    path(
        "<int:number>/framing/changes/<int:sequence>/withdrawal/",
        framing.take_back,
        name="case-framing-withdrawal",
    ),
    path("<int:number>/satisfactions/", satisfactions.add, name="case-satisfactions"),
    path("satisfactions/<int:number>/", satisfactions.edit, name="case-satisfaction"),
    path("satisfactions/<int:number>/meeting/", satisfactions.meet, name="case-satisfaction-meeting"),
    path("satisfactions/<int:number>/reopening/", satisfactions.reopen, name="case-satisfaction-reopening"),
    path("satisfactions/<int:number>/removal/", satisfactions.remove, name="case-satisfaction-removal"),
    path("<int:number>/classification/<slug:of>/", classification.classify, name="case-classification"),
    path(
        "<int:number>/classification/<slug:of>/withdrawal/",
        classification.take_back,
        name="case-classification-withdrawal",
    ),
    path("<int:number>/priority/", priority.override, name="case-priority"),
    path("<int:number>/priority/undoing/", priority.undo, name="case-priority-undoing"),
    path("<int:number>/priority/lifting/", priority.lift, name="case-priority-lifting"),
    path("<int:number>/priority/restoration/", priority.restore, name="case-priority-restoration"),
    path("<int:number>/views/reply/", two_views.into_reply, name="case-views-reply"),
    path("<int:number>/views/<slug:side>/", two_views.view, name="case-view"),
    path(
        "<int:number>/views/<slug:side>/changes/<int:sequence>/withdrawal/",
        two_views.take_back,
        name="case-view-withdrawal",
    ),
    path("<int:number>/briefs/", briefs.briefs, name="case-briefs"),
    path("<int:number>/briefs/<slug:who>/", briefs.keep, name="case-brief"),
]
