"""Routes of defects and requests."""

from django.urls import path

from proxeny.web.demand import (
    acts,
    joining,
    listed,
    show_defect,
    show_request,
    taking_back,
    withdraw_request,
    write_defect,
)
from proxeny.web.demand.defects import DEFECTS
from proxeny.web.demand.policies import OF_DEFECTS, OF_REQUESTS
from proxeny.web.demand.requests import REQUESTS

defects = [
    path("", show_defect.index, name="defects"),
    *listed.of(DEFECTS, OF_DEFECTS),
    path("new/", write_defect.new, name="defect-new"),
    path("<int:number>/", show_defect.show, name="defect"),
    path("<int:number>/text/", write_defect.change, name="defect-change"),
    path(
        "<int:number>/changes/<int:sequence>/withdrawal/",
        write_defect.take_back,
        name="defect-change-withdrawal",
    ),
    path("<int:number>/fix/", write_defect.fix, name="defect-fix"),
    path("<int:number>/refusal/", write_defect.decline, name="defect-refusal"),
    path("<int:number>/reopening/", write_defect.reopen, name="defect-reopening"),
]
requests = [
    path("", show_request.index, name="requests"),
    *listed.of(REQUESTS, OF_REQUESTS),
    path("new/", show_request.new, name="request-new"),
    path("alike/", joining.typing, name="request-alike"),
    path("<int:number>/", show_request.show, name="request"),
    path("<int:number>/brief/", show_request.brief, name="request-brief"),
    path("<int:number>/withdrawal/", withdraw_request.withdraw, name="request-withdrawal"),
    path(
        "<int:number>/withdrawal/withdrawal/", withdraw_request.restore, name="request-withdrawal-withdrawal"
    ),
    path("<int:number>/draft/", withdraw_request.draft, name="request-draft"),
    path("<int:number>/voices/<slug:of>/", acts.speak, name="request-voice"),
    path("<int:number>/joining/", joining.join, name="request-joining"),
    path("<int:number>/parting/", joining.part, name="request-parting"),
    *(path(f"<int:number>/{key}/", page, name=f"request-{key}") for key, page in acts.PAGES.items()),
    path(
        "<int:number>/<slug:kind>/<int:sequence>/withdrawal/",
        taking_back.take_back,
        name="request-taken-back",
    ),
]
