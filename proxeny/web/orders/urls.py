"""Routes of orders to teams."""

from django.urls import include, path

from proxeny.web.lists import routes
from proxeny.web.orders import complaints, index, mine, moving, new, show, suggesting, targets
from proxeny.web.orders.listing import ORDERS

urlpatterns = [
    path("", mine.mine, name="orders"),
    path("all/", index.index, name="orders-all"),
    path("all/", include(routes.of(ORDERS))),
    path("new/", new.new, name="order-new"),
    path("new/preview/", new.preview, name="order-preview"),
    path("new/teams/", suggesting.suggestions, name="order-suggestions"),
    path("targets/", targets.targets, name="order-targets"),
    path("complaints/", complaints.index, name="order-complaints"),
    path("complaints/<int:number>/", complaints.show, name="order-complaint"),
    path("complaints/<int:number>/sending/", complaints.send, name="order-complaint-sending"),
    path("complaints/<int:number>/dropping/", complaints.drop, name="order-complaint-dropping"),
    path("complaints/<int:number>/answer/", complaints.answer, name="order-complaint-answer"),
    path("<int:number>/", show.show, name="order"),
    path("<int:number>/moves/<slug:key>/", moving.move, name="order-move"),
]
