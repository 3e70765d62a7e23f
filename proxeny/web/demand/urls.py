"""Routes of defects and requests."""

from django.urls import path

from proxeny.web.demand import listed, show_defect, show_request, write_defect
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
    path("<int:number>/", show_request.show, name="request"),
    path("<int:number>/withdrawal/", show_request.withdraw, name="request-withdrawal"),
    path("<int:number>/withdrawal/withdrawal/", show_request.restore, name="request-withdrawal-withdrawal"),
]
